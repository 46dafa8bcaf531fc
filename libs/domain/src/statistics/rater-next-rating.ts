import { DomainError } from '../refusal';
import { nonNegativeNumber, positiveNumber } from './preconditions';
import type { RaterVariances } from './rater-rating';
import { standardNormalCdf } from './special-functions';

/** A fellow's level and how well it is known: `now` of a fellow in a rater model. */
export interface KnownLevel {
  /** The rating by an average rater, in points. */
  readonly mean: number;
  /** Variance of the error of that mean, in squared points. */
  readonly variance: number;
}

/** Ratings are whole points: "at least 4" begins half a point below. */
const HALF_POINT = 0.5;

/** What is asked of the next rating. */
export interface NextRating {
  /** The rating asked for, in points. */
  readonly atLeast: number;
  readonly variances: Pick<RaterVariances, 'rater' | 'residual'>;
  /** Points by which the threshold begins earlier; half a point if left out. */
  readonly continuity?: number;
}

/**
 * P(the next rating, by any rater, is at least k) = 1 - Phi((k - 0.5 - mean) / sqrt(variance + Vr + Ve)).
 *
 * Throws `statistics/not-a-number`, `statistics/negative` (level or rater variance, continuity) or
 * `statistics/not-positive` (residual).
 */
export function probabilityOfNextRating(level: KnownLevel, asked: NextRating): number {
  const { atLeast, variances, continuity = HALF_POINT } = asked;
  if (!Number.isFinite(level.mean) || !Number.isFinite(atLeast)) {
    throw new DomainError('statistics/not-a-number', 'the mean and the rating must be numbers', 'atLeast');
  }
  const variance =
    nonNegativeNumber(level.variance, 'variance') +
    nonNegativeNumber(variances.rater, 'rater') +
    positiveNumber(variances.residual, 'residual');
  const begins = atLeast - nonNegativeNumber(continuity, 'continuity');
  return standardNormalCdf((level.mean - begins) / Math.sqrt(variance));
}
