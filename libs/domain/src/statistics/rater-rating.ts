import { DomainError } from '../refusal';
import { nonEmpty, wholeCount } from './preconditions';

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

/** The experience of a fellow who did so many cases before: ln(1 + previous). Throws `statistics/count-invalid`. */
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

/** Guards ratings. Throws `statistics/empty`, `statistics/not-a-number` or `statistics/experience-missing`. */
export function possibleRatings(ratings: readonly Rating[]): readonly Rating[] {
  const known = nonEmpty(ratings, 'ratings').filter(({ experience }) => experience !== undefined).length;
  if (known > 0 && known < ratings.length) {
    throw new DomainError('statistics/experience-missing', 'some ratings lack an experience', 'experience');
  }
  for (const { value, experience } of ratings) {
    if (!Number.isFinite(value)) {
      throw new DomainError('statistics/not-a-number', 'a rating must be a number', 'value');
    }
    if (!Number.isFinite(experience ?? 0)) {
      throw new DomainError('statistics/not-a-number', 'an experience must be a number', 'experience');
    }
  }
  return ratings;
}
