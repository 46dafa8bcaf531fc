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

/** An approval at low help says what to do differently next time; at higher help the text is welcome, not asked for. */
export function checkApproval(approval: Approval): Result<null> {
  const needsText = approval.help <= NARRATIVE_AT_HELP && (approval.nextTimeText ?? '').trim() === '';
  return needsText ? refused('review/narrative-needed', '/nextTimeText') : ok(null);
}
