import type { ProblemCode } from '@countersign/contracts/problems';

/** Why something failed, as the log tells it. */
export interface FaultCause {
  readonly name: string;
  /** The driver's own code, such as `ECONNREFUSED`. */
  readonly code?: string;
  readonly errno?: number;
  /** Left out where it may hold values of a statement. */
  readonly message?: string;
  /** Where it happened, without the message. */
  readonly at?: readonly string[];
}

/** Names a database error as a problem; implemented by db/, so that the platform knows no driver. */
export abstract class DatabaseFaults {
  /** The code for an error that came from the database, or undefined for any other. */
  abstract codeOf(error: unknown): ProblemCode | undefined;
  /** Why the database takes nothing, where it said so, for who reads of it. */
  abstract reasonOf(error: unknown): string | undefined;
  /** What is known of an error, for the log: of one that came with a statement neither its text nor its values. */
  abstract causeOf(error: unknown): FaultCause;
}
