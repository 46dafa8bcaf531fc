import { positiveCount, probabilityIn, wholeCount } from './preconditions';
import { betaCdf, betaUpperTail } from './special-functions';

/** A number of independent trials, one to a million, and the chance of an event in each, 0..1. */
export interface Trials {
  readonly n: number;
  readonly rate: number;
}

function possibleTrials({ n, rate }: Trials): void {
  positiveCount(n, 'n');
  probabilityIn(rate, 'rate');
}

/**
 * P(X <= count) for the number X of events in the trials, count a whole number; 1 where the count is n or more.
 *
 * Throws `statistics/count-invalid`, `statistics/probability-out-of-range`, or `statistics/shape-too-large` for more than
 * a million trials. Formula: NIST DLMF 8.17.5.
 */
export function probabilityOfAtMost(count: number, trials: Trials): number {
  possibleTrials(trials);
  const { n, rate } = trials;
  return wholeCount(count, 'count') >= n ? 1 : betaUpperTail(rate, count + 1, n - count);
}

/** P(X >= count), exact in the upper tail; 0 where the count exceeds n. Ranges and errors as {@link probabilityOfAtMost}. */
export function probabilityOfAtLeast(count: number, trials: Trials): number {
  possibleTrials(trials);
  const { n, rate } = trials;
  if (wholeCount(count, 'count') > n) return 0;
  return count === 0 ? 1 : betaCdf(rate, count, n - count + 1);
}
