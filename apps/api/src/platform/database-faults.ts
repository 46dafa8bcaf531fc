import type { ProblemCode } from '@countersign/contracts/problems';

/** Names a database error as a problem; implemented by db/, so that the platform knows no driver. */
export abstract class DatabaseFaults {
  /** The code for an error that came from the database, or undefined for any other. */
  abstract codeOf(error: unknown): ProblemCode | undefined;
}
