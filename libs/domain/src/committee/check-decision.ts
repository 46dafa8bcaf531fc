import { isCivilDate } from '../calendar';
import { ok, refused, type Result } from '../refusal';
import { milestoneCodes, type MilestoneCode, type MilestoneEvidence } from './milestones';

/** What a committee decides on the training as a whole. */
export const committeeOutcomes = ['continue', 'continue-with-plan', 'meet-sooner'] as const;
/** One of {@link committeeOutcomes}. */
export type CommitteeOutcome = (typeof committeeOutcomes)[number];

/** What the committee sets for one part. */
export interface DecidedMilestone {
  readonly code: MilestoneCode;
  /** 1 to 5 in halves; null where the committee cannot say yet. */
  readonly level: number | null;
  /** Why it is another one than suggested. */
  readonly reason: string | null;
}

/** A decision of a committee, as it is to be recorded. */
export interface CommitteeDecision {
  readonly milestones: readonly DecidedMilestone[];
  /** When the committee looks again; null where it did not say. */
  readonly lookAgainOn: string | null;
}

/**
 * Whether a decision may be recorded: every part is decided once, with a level of the scale or as not to be said yet; one
 * that differs from its suggestion gives a reason; the committee looks again on a later day of the calendar.
 *
 * Refusals with the place they are about: `committee/milestone-twice`, `committee/milestone-missing` (detail: code),
 * `committee/level-impossible`, `committee/reason-needed`, `committee/day-impossible`.
 */
export function checkDecision(
  { milestones, lookAgainOn }: CommitteeDecision,
  evidence: readonly Pick<MilestoneEvidence, 'code' | 'suggested'>[],
  today: string,
): Result<null> {
  const seen = new Set<MilestoneCode>();
  for (const [place, { code, level, reason }] of milestones.entries()) {
    const pointer = `/milestones/${place}`;
    if (seen.has(code)) return refused('committee/milestone-twice', `${pointer}/code`);
    seen.add(code);
    if (level !== null && !isLevel(level)) return refused('committee/level-impossible', `${pointer}/level`);
    const suggested = evidence.find((one) => one.code === code)?.suggested ?? null;
    const differs = suggested !== null && level !== suggested;
    if (differs && (reason ?? '').trim() === '')
      return refused('committee/reason-needed', `${pointer}/reason`);
  }
  const missing = milestoneCodes.find((code) => !seen.has(code));
  if (missing !== undefined) return refused('committee/milestone-missing', '/milestones', { code: missing });
  const isLater = lookAgainOn === null || (isCivilDate(lookAgainOn) && lookAgainOn > today);
  return isLater ? ok(null) : refused('committee/day-impossible', '/lookAgainOn');
}

/** 1 to 5 in halves. */
function isLevel(level: number): boolean {
  return level >= 1 && level <= 5 && Number.isInteger(level * 2);
}
