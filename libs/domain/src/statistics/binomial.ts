import { betaCdf, betaUpperTail } from './special-functions';

/** A number of independent trials, one or more, and the chance of an event in each, 0..1. */
export interface Trials {
  readonly n: number;
  readonly rate: number;
}

/**
 * P(X <= count) for the number X of events in the trials, count a whole number. Errors as `betaCdf`.
 * Formula: NIST DLMF 8.17.5.
 */
export function probabilityOfAtMost(count: number, { n, rate }: Trials): number {
  if (count < 0) return 0;
  return count >= n ? 1 : betaUpperTail(rate, count + 1, n - count);
}

/** P(X >= count), exact in the upper tail. Ranges and errors as {@link probabilityOfAtMost}. */
export function probabilityOfAtLeast(count: number, { n, rate }: Trials): number {
  if (count > n) return 0;
  return count <= 0 ? 1 : betaCdf(rate, count, n - count + 1);
}
