import { ok, refused, type Result } from '../refusal';
import type { Help, NextTime, RatingScope } from './entry';

/** A rating of one procedure line that was judged apart. */
export interface LineRating {
  /** Place of the procedure in the content, from 0. */
  readonly position: number;
  readonly help: Help;
  readonly nextTime?: NextTime;
}

/** What a supervisor says with an approval: one rating for all lines in one tap, or one for each line. */
export interface Approval {
  /** For all lines. */
  readonly help?: Help;
  /** For all lines, beside `help`. */
  readonly nextTime?: NextTime;
  /** In the place of `help`: each line of the entry once, experiences included. */
  readonly ratings?: readonly LineRating[];
  readonly keepDoing?: string;
  readonly nextTimeText?: string;
}

/** The rating of one line as it is kept. */
export interface Rating {
  readonly position: number;
  readonly help: Help;
  readonly nextTime: NextTime | null;
  readonly scope: RatingScope;
}

/** Help at or below which an approval needs a sentence about next time. */
export const NARRATIVE_AT_HELP = 2;

/**
 * An approval rates every line of the entry, in one tap or each apart, and at low help says what to do differently next
 * time: one text is enough if any line is that low. At higher help the text is welcome, not asked for.
 * Refusals, the first that applies: `review/rating-needed` for an entry or a line without rating, `review/rating-twice`
 * for both ways at once or a line named twice, `review/rating-unknown-procedure` for a line that is not there,
 * `review/rating-unknown` for a rating that is not 1 to 5, and `review/narrative-needed`.
 */
export function checkApproval(approval: Approval, lines: number): Result<null> {
  const { help, nextTime, ratings } = approval;
  const checked = ratings === undefined ? checkOne(help, nextTime) : checkEach(approval, ratings, lines);
  if (!checked.ok) return checked;
  const helps = ratings === undefined ? [help] : ratings.map((rating) => rating.help);
  const isLow = helps.some((given) => given !== undefined && given <= NARRATIVE_AT_HELP);
  const needsText = isLow && (approval.nextTimeText ?? '').trim() === '';
  return needsText ? refused('review/narrative-needed', '/nextTimeText') : ok(null);
}

/** The ratings of a checked approval, one for each line. */
export function ratingsOf({ help, nextTime, ratings }: Approval, lines: number): Rating[] {
  if (ratings !== undefined)
    return ratings.map((rating) => ({ ...rating, nextTime: rating.nextTime ?? null, scope: 'each' }));
  if (help === undefined) return [];
  return Array.from({ length: lines }, (_, position) => ({
    ...{ position, help },
    nextTime: nextTime ?? null,
    scope: 'all',
  }));
}

function checkOne(help: Help | undefined, nextTime: NextTime | undefined): Result<null> {
  if (help === undefined) return refused('review/rating-needed', '/help');
  return checkValues({ help, nextTime }, '');
}

function checkEach(
  { help, nextTime }: Approval,
  ratings: readonly LineRating[],
  lines: number,
): Result<null> {
  if (help !== undefined || nextTime !== undefined) return refused('review/rating-twice', '/ratings');
  const rated = new Set<number>();
  for (const [place, rating] of ratings.entries()) {
    const pointer = `/ratings/${place}`;
    const { position } = rating;
    if (!Number.isInteger(position) || position < 0 || position >= lines)
      return refused('review/rating-unknown-procedure', `${pointer}/position`);
    if (rated.has(position)) return refused('review/rating-twice', `${pointer}/position`);
    const checked = checkValues({ help: rating.help, nextTime: rating.nextTime }, pointer);
    if (!checked.ok) return checked;
    rated.add(position);
  }
  return rated.size === lines && lines > 0 ? ok(null) : refused('review/rating-needed', '/ratings');
}

function checkValues(
  { help, nextTime }: { readonly help: number; readonly nextTime: number | undefined },
  pointer: string,
): Result<null> {
  if (!isRating(help)) return refused('review/rating-unknown', `${pointer}/help`);
  if (nextTime !== undefined && !isRating(nextTime))
    return refused('review/rating-unknown', `${pointer}/nextTime`);
  return ok(null);
}

function isRating(value: number): boolean {
  return [1, 2, 3, 4, 5].includes(value);
}
