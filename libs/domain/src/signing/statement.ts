import { ok, refused, type Result } from '../refusal';

/**
 * Version of the statement that everybody accepts who signs for the first time, that the signature is as binding as one
 * by hand. Its words are in the contracts; other words are another version, which everybody accepts anew.
 */
export const STATEMENT_VERSION = 1;

/**
 * The version of the statement under which somebody signs who has accepted `accepted` before, or accepts `accepts` now.
 * Refusal: `signature/statement-needed`.
 */
export function statementFor(accepted: number | null, accepts: number | undefined): Result<number> {
  if (accepted === STATEMENT_VERSION || accepts === STATEMENT_VERSION) return ok(STATEMENT_VERSION);
  return refused('signature/statement-needed', '/statementVersion', { version: STATEMENT_VERSION });
}
