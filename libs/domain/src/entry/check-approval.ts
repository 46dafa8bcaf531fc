import { ok, refused, type Result } from '../refusal';
import type { Help, NextTime } from './entry';

/** What a supervisor says with an approval. */
export interface Approval {
  readonly help: Help;
  readonly nextTime?: NextTime;
  readonly keepDoing?: string;
  readonly nextTimeText?: string;
}

/** Help at or below which an approval needs a sentence about next time. */
export const NARRATIVE_AT_HELP = 2;

/**
 * An approval at low help says what to do differently next time; at higher help the text is welcome, not asked for.
 * Refusals: `review/narrative-needed`, and `review/rating-unknown` for a rating that is not 1 to 5.
 */
export function checkApproval(approval: Approval): Result<null> {
  if (!isRating(approval.help)) return refused('review/rating-unknown', '/help');
  if (approval.nextTime !== undefined && !isRating(approval.nextTime))
    return refused('review/rating-unknown', '/nextTime');
  const needsText = approval.help <= NARRATIVE_AT_HELP && (approval.nextTimeText ?? '').trim() === '';
  return needsText ? refused('review/narrative-needed', '/nextTimeText') : ok(null);
}

function isRating(value: number): boolean {
  return [1, 2, 3, 4, 5].includes(value);
}
