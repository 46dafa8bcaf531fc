import { DomainError } from '../refusal';
import { nonNegativeNumber, openRate, positiveCount, positiveNumber, wholeCount } from './preconditions';

/** Rounding of a required number that is whole in exact arithmetic. */
const ROUNDING = 1e-9;

/** Ratings of one fellow below this number are too thin to lean on. */
export const FEWEST_RATINGS = 12;
/** Ratings of one fellow by fewer supervisors than this are too thin to lean on. */
export const FEWEST_RATERS = 4;

/**
 * The ratio of error variance to person variance, k = n (1-rho)/rho, that a published reliability `rho` of `n` ratings
 * implies. The reliability of one rating is 1/(1+k).
 *
 * `rho` strictly between 0 and 1; `n` one or more. Throws `statistics/rate-out-of-range` or `statistics/count-invalid`.
 * Source: Spearman and Brown, Br J Psychol 1910;3, solved for k.
 */
export function errorToPersonRatio(rho: number, n: number): number {
  openRate(rho, 'reliability');
  return (positiveCount(n, 'n') * (1 - rho)) / rho;
}

/**
 * The reliability n/(n+k) of `n` independent ratings. Throws `statistics/count-invalid` or `statistics/not-positive`.
 * Source: Spearman and Brown, Br J Psychol 1910;3.
 */
export function reliabilityOf(n: number, ratio: number): number {
  return wholeCount(n, 'n') / (n + positiveNumber(ratio, 'ratio'));
}

/**
 * The number of ratings, not rounded, at which the reliability is `rho`: k rho/(1-rho).
 *
 * Throws `statistics/rate-out-of-range`, `statistics/not-positive` or, for a number beyond all numbers,
 * `statistics/not-computable`. Source: Spearman and Brown, Br J Psychol 1910;3.
 */
export function exactRatingsFor(rho: number, ratio: number): number {
  openRate(rho, 'reliability');
  const needed = (positiveNumber(ratio, 'ratio') * rho) / (1 - rho);
  if (needed < Infinity) return needed;
  throw new DomainError('statistics/not-computable', 'the number is beyond all numbers', 'ratio');
}

/** {@link exactRatingsFor} as the smallest whole number that suffices, one or more. Errors as there. */
export function ratingsFor(rho: number, ratio: number): number {
  return Math.max(1, Math.ceil(exactRatingsFor(rho, ratio) - ROUNDING));
}

/** Variances of ratings, in squared points of the scale. */
export interface RatingVariances {
  /** Between fellows, above zero. */
  readonly person: number;
  /** Between supervisors, zero or more. */
  readonly rater: number;
  /** What is left, zero or more. */
  readonly residual: number;
}

/**
 * The dependability of a mean of `ratings` by `raters` different supervisors: Vf / (Vf + Vr/m + Ve/n). Twelve ratings by
 * one supervisor say less than twelve by three: ask for spread, not only for number.
 *
 * Throws `statistics/count-invalid`, `statistics/raters-exceed-ratings`, `statistics/not-positive` or
 * `statistics/negative`. Source: Brennan, Generalizability Theory, 2001 (raters nested in persons).
 */
export function dependability(
  variances: RatingVariances,
  { ratings, raters }: { readonly ratings: number; readonly raters: number },
): number {
  const person = positiveNumber(variances.person, 'person');
  if (positiveCount(raters, 'raters') > positiveCount(ratings, 'ratings')) {
    throw new DomainError('statistics/raters-exceed-ratings', 'there are more raters than ratings', 'raters');
  }
  const error =
    nonNegativeNumber(variances.rater, 'rater') / raters +
    nonNegativeNumber(variances.residual, 'residual') / ratings;
  return person / (person + error);
}

/**
 * Whether a fellow's ratings are too few (below 12), or come from too few supervisors (below 4), to lean on: choices, not
 * published cut-offs. Throws `statistics/count-invalid`.
 */
export function ratingsAreThin({
  ratings,
  raters,
}: {
  readonly ratings: number;
  readonly raters: number;
}): boolean {
  return wholeCount(ratings, 'ratings') < FEWEST_RATINGS || wholeCount(raters, 'raters') < FEWEST_RATERS;
}
