import { DomainError } from '../refusal';
import { possibleRate, type CaseRate } from './forecast-rate';
import { caseCount, nonNegativeNumber, openProbability, wholeCount } from './preconditions';
import { betaCdf, betaQuantile, betaUpperQuantile, betaUpperTail } from './special-functions';

/**
 * The forecast of counts: N(e), the cases of the next e on-service weeks, is negative binomial with size a and
 * probability b/(b+e); over-dispersion phi divides counts and weeks. The tail is a Beta distribution function,
 * P(N(e) >= r) = I_x(r, a) with x = e/(b+e), and through it the same formula holds for a fractional r/phi.
 *
 * Source: Gajewski, Simon & Carlson, Stat Med 2008;27:2328; NIST DLMF 8.17(i) for the tail.
 */
export function shareOfWeeks({ b, overDispersion }: CaseRate, weeks: number): number {
  const scaled = nonNegativeNumber(weeks, 'weeks') / overDispersion;
  // e/(b+e), written so that neither a sum nor a ratio leaves the numbers.
  return 1 / (1 + b / scaled);
}

/** A number of cases within a number of on-service weeks. */
export interface CasesWithin {
  /** Whole number, zero or more. */
  readonly cases: number;
  /** On-service weeks, zero or more. */
  readonly weeks: number;
}

/**
 * P(at least `cases` in the next `weeks`), 0..1; 1 for no case.
 *
 * Throws `statistics/count-invalid`, `statistics/negative`, `statistics/not-positive` or `statistics/shape-too-large`.
 */
export function probabilityOfCases(rate: CaseRate, { cases, weeks }: CasesWithin): number {
  const { a, overDispersion } = possibleRate(rate);
  const share = shareOfWeeks(rate, weeks);
  return wholeCount(cases, 'cases') === 0 ? 1 : betaCdf(share, cases / overDispersion, a);
}

/** P(at most `cases` in the next `weeks`), exact where `1 - probabilityOfCases` would cancel. Errors as there. */
export function probabilityOfAtMostCases(rate: CaseRate, { cases, weeks }: CasesWithin): number {
  const { a, overDispersion } = possibleRate(rate);
  return betaUpperTail(shareOfWeeks(rate, weeks), (wholeCount(cases, 'cases') + 1) / overDispersion, a);
}

/**
 * P(exactly k cases in the next `weeks`) for k = 0 … `most`. Errors as {@link probabilityOfCases}, and
 * `statistics/too-many-cases` for a `most` above 262,144.
 */
export function caseProbabilities(
  rate: CaseRate,
  { most, weeks }: { readonly most: number; readonly weeks: number },
): number[] {
  const atMost = Array.from({ length: caseCount(most, 'most') + 1 }, (_, cases) =>
    probabilityOfAtMostCases(rate, { cases, weeks }),
  );
  return atMost.map((p, k) => Math.max(0, p - (atMost[k - 1] ?? 0)));
}

/**
 * The smallest number of cases n with P(N <= n) >= `quantile`, which lies strictly between 0 and 1.
 *
 * Throws `statistics/rate-out-of-range`, or as {@link probabilityOfCases}.
 */
export function caseQuantile(
  rate: CaseRate,
  { quantile, weeks }: { readonly quantile: number; readonly weeks: number },
): number {
  openProbability(quantile, 'quantile');
  const reached = (cases: number): boolean => probabilityOfAtMostCases(rate, { cases, weeks }) >= quantile;
  if (reached(0)) return 0;
  let missed = 0;
  let enough = 1;
  while (!reached(enough)) {
    missed = enough;
    enough *= 2;
  }
  while (enough - missed > 1) {
    const middle = Math.floor((missed + enough) / 2);
    if (reached(middle)) enough = middle;
    else missed = middle;
  }
  return enough;
}

/**
 * The `quantile` of the on-service weeks until `cases` more cases are done: phi b X/(1-X) with X the quantile of
 * Beta(cases/phi, a). Zero for no case.
 *
 * `quantile` strictly between 0 and 1; `cases` a whole number. Throws `statistics/rate-out-of-range`,
 * `statistics/count-invalid`, `statistics/not-positive`, `statistics/shape-too-large`, or `statistics/not-computable`
 * where so little is known of the rate that the quantile is beyond all numbers.
 */
export function weeksToCases(
  rate: CaseRate,
  { cases, quantile }: { readonly cases: number; readonly quantile: number },
): number {
  const { a, b, overDispersion } = possibleRate(rate);
  openProbability(quantile, 'quantile');
  if (wholeCount(cases, 'cases') === 0) return 0;
  const scaled = cases / overDispersion;
  const done = betaQuantile(quantile, scaled, a);
  // Where X is close to 1, its complement is computed by itself, because 1-X would cancel.
  const left = done < 0.5 ? 1 - done : betaUpperQuantile(quantile, a, scaled);
  const weeks = overDispersion * b * ((done < 0.5 ? done : 1 - left) / left);
  if (weeks < Infinity) return weeks;
  throw new DomainError('statistics/not-computable', 'too little is known of the rate', 'a');
}
