import { ratingsOpen, type RatingState } from './blind-rating';
import { isFinal } from './life';

/** A rating that a supervisor gave with an approval, with the version that it is about. */
export interface GivenRating extends Pick<RatingState, 'selfRated' | 'submittedAt'> {
  readonly fellowId: string;
  /** The supervisor. */
  readonly byId: string;
  /** When it was given, UTC instant, ms. */
  readonly at: number;
  /** False once it was taken back. */
  readonly stands: boolean;
}

/** Somebody who looks at an entry, or at numbers made of it. */
export interface RatingReader {
  readonly id: string;
  /** UTC instant, ms. */
  readonly now: number;
  /** Whether the reader's role reaches the ratings of this fellow. */
  readonly mayRead: boolean;
  /** Whether the entry waits for this reader's decision. */
  readonly isAsked: boolean;
}

/** What a reader gets of a rating now. */
export interface RatingSight {
  /** It is part of the numbers that the reader reads. */
  readonly counts: boolean;
  /** The reader sees it with its entry. */
  readonly shown: boolean;
}

/**
 * The one place that decides who gets what of a rating. It counts once it can no longer be taken back; to its own fellow
 * not before it is open ({@link ratingsOpen}), or the numbers would tell it. What counts is shown to whoever may read
 * ratings, and to its supervisor from the first moment. Whoever is asked to decide again is shown none, not even an own
 * one: a rating given before would steer the next.
 */
export function ratingSight(given: GivenRating, reader: RatingReader): RatingSight {
  const { selfRated, submittedAt, at } = given;
  const isOpen =
    given.fellowId !== reader.id || ratingsOpen({ selfRated, submittedAt, ratedAt: at }, reader.now).toFellow;
  const counts = given.stands && isFinal(given, reader.now) && isOpen;
  const isOwn = given.byId === reader.id;
  return { counts, shown: reader.mayRead && !reader.isAsked && (counts || isOwn) };
}
