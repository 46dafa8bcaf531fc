import { DomainError } from '../refusal';
import { nonNegativeNumber, positiveNumber } from './preconditions';
import { pointOf, possibleScale, type RaterVariances, type RatingScale } from './rater-rating';
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
  /** The scale of the ratings, where it is known: the rating asked for must then be a point of it. */
  readonly scale?: RatingScale;
}

/**
 * P(the next rating, by any rater, is at least k) = 1 - Phi((k - 0.5 - mean) / sqrt(variance + Vr + Ve)).
 *
 * With a scale, 1 for its lowest point, which every rating reaches. Throws `statistics/not-a-number`,
 * `statistics/negative` (level or rater variance, continuity), `statistics/not-positive` (residual),
 * `statistics/scale-impossible` or `statistics/rating-off-scale`, and `statistics/not-computable` for values beyond all
 * numbers. Source: the normal predictive distribution of Henderson's model; Searle, Casella & McCulloch, Variance
 * Components, 1992, chapter 7.
 */
export function probabilityOfNextRating(level: KnownLevel, asked: NextRating): number {
  const { atLeast, variances, continuity = HALF_POINT, scale } = asked;
  if (!Number.isFinite(level.mean) || !Number.isFinite(atLeast)) {
    throw new DomainError('statistics/not-a-number', 'the mean and the rating must be numbers', 'atLeast');
  }
  const variance =
    nonNegativeNumber(level.variance, 'variance') +
    nonNegativeNumber(variances.rater, 'rater') +
    positiveNumber(variances.residual, 'residual');
  const begins = atLeast - nonNegativeNumber(continuity, 'continuity');
  if (scale !== undefined && pointOf(atLeast, possibleScale(scale)) === scale.lowest) return 1;
  const distance = (level.mean - begins) / Math.sqrt(variance);
  if (Number.isFinite(distance)) return standardNormalCdf(distance);
  throw new DomainError('statistics/not-computable', 'the values are beyond all numbers', 'mean');
}
