import type { RefusalCode } from './refusal-code';

/**
 * A rule said no. `code` is a key of the problem registry (`area/what`), save where a check is no answer to a request and
 * has codes of its own; `field` is a JSON pointer into the request body.
 */
export interface Refused<Code extends string = RefusalCode> {
  readonly ok: false;
  readonly code: Code;
  readonly field?: string;
  /**
   * Values that complete the sentence shown to a person, such as `{ level: 'L6' }`. Never words of a person, save those
   * that the privacy guard points out to their own writer.
   */
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** A rule said yes, with its outcome. */
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

/** The outcome of a rule: a value, never an exception. */
export type Result<T, Code extends string = RefusalCode> = Ok<T> | Refused<Code>;

/** Wraps the outcome of a rule that said yes. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Builds a refusal; `field` is left out rather than set to `undefined`. */
export function refused<const Code extends string>(
  code: Code,
  field?: string,
  detail?: Refused['detail'],
): Refused<Code> {
  return {
    ok: false,
    code,
    ...(field === undefined ? {} : { field }),
    ...(detail === undefined ? {} : { detail }),
  };
}

/**
 * Thrown where a caller broke the contract of a function (impossible parameters), as opposed to a {@link Refused}
 * outcome that a person can meet in daily use. `code` has the same form, `area/what`.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}
