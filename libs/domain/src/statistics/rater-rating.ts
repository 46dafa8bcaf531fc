import { DomainError } from '../refusal';
import { finiteNumber, nonEmpty, wholeCount } from './preconditions';

/** One rating of one fellow by one supervisor. */
export interface Rating {
  /** The fellow, or the fellow in one procedure: whatever is to have a level of its own. */
  readonly fellowId: string;
  readonly raterId: string;
  /** The rating on its scale, such as help 1 to 5. */
  readonly value: number;
  /** Experience at that time on the scale of {@link experienceOf}; on all ratings or on none. */
  readonly experience?: number;
}

/** The experience of a fellow who did so many cases before: ln(1 + previous). Throws `statistics/count-invalid`. Our choice of scale. */
export function experienceOf(previousCases: number): number {
  return Math.log1p(wholeCount(previousCases, 'previousCases'));
}

/**
 * Variances of ratings on a scale, in squared points of it. The parts of a rating are taken as independent.
 */
export interface RaterVariances {
  /** Between fellows, zero or more. */
  readonly fellow: number;
  /** Between raters, zero or more. */
  readonly rater: number;
  /** What is left, above zero. */
  readonly residual: number;
}

/** A scale of whole points, such as help 1 to 5. */
export interface RatingScale {
  readonly lowest: number;
  readonly highest: number;
}

/** Guards a scale: whole points, at least two of them. Throws `statistics/scale-impossible`. */
export function possibleScale(scale: RatingScale): RatingScale {
  const { lowest, highest } = scale;
  if (Number.isSafeInteger(lowest) && Number.isSafeInteger(highest) && lowest < highest) return scale;
  throw new DomainError('statistics/scale-impossible', 'a scale needs two whole points or more', 'scale');
}

/** Guards a rating on a scale: one of its whole points. Throws `statistics/rating-off-scale`. */
export function pointOf(value: number, { lowest, highest }: RatingScale): number {
  if (Number.isSafeInteger(value) && value >= lowest && value <= highest) return value;
  throw new DomainError('statistics/rating-off-scale', 'a rating must be a point of its scale', 'value');
}

/**
 * Guards ratings, and where a scale is known, that each is a point of it. Throws `statistics/empty`,
 * `statistics/not-a-number`, `statistics/experience-missing`, `statistics/scale-impossible` or
 * `statistics/rating-off-scale`.
 */
export function possibleRatings(ratings: readonly Rating[], scale?: RatingScale): readonly Rating[] {
  if (scale !== undefined) possibleScale(scale);
  const known = nonEmpty(ratings, 'ratings').filter(({ experience }) => experience !== undefined).length;
  if (known > 0 && known < ratings.length) {
    throw new DomainError('statistics/experience-missing', 'some ratings lack an experience', 'experience');
  }
  for (const { value, experience } of ratings) {
    finiteNumber(value, 'value');
    finiteNumber(experience ?? 0, 'experience');
    if (scale !== undefined) pointOf(value, scale);
  }
  return ratings;
}
