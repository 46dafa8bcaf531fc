import { answerableUntil, CONTEST_DAYS, type CorrectionState } from '@countersign/domain/entry';
import type { DecisionView, EntryView } from '../entries/views';
import { counted } from './count';
import { decisionLines, type SaidLine } from './decision';
import { personInWords } from './person';

const DAY_MS = 86_400_000;

/** The newest correction of an entry with everything that was said to it. */
export interface CorrectionSaid {
  /** Who corrected. */
  readonly by: string;
  /** UTC instant, ms. */
  readonly at: number;
  /** Both values of each procedure, and why. */
  readonly lines: readonly SaidLine[];
  readonly state: CorrectionState;
  /** The fellow’s answer. */
  readonly answer?: DecisionView;
  /** What the director decided on the contest. */
  readonly resolution?: DecisionView;
}

/** The newest correction that stands; undefined where nothing was corrected. */
export function correctionOf({ versions }: EntryView): CorrectionSaid | undefined {
  const standing = (decisions: readonly DecisionView[]) => decisions.filter(({ undone }) => !undone);
  const version = versions.findLast(({ decisions }) => standing(decisions).some((one) => one.corrections));
  const decisions = standing(version?.decisions ?? []);
  const approval = decisions.find(({ corrections }) => corrections);
  if (!version || !approval) return undefined;
  const { ratings: _ratings, keepDoing: _keep, nextTimeText: _next, ...corrected } = approval;
  const answer = decisions.find(({ kind }) => kind === 'accepted' || kind === 'contested');
  const resolution = decisions.find(({ kind }) => kind === 'upheld' || kind === 'reversed');
  return {
    by: personInWords(approval.by),
    at: approval.at,
    lines: decisionLines(corrected, version.itemNames),
    state: ((resolution ?? answer)?.kind ?? 'open') as CorrectionState,
    ...(answer === undefined ? {} : { answer }),
    ...(resolution === undefined ? {} : { resolution }),
  };
}

/** How long a fellow may answer a correction, before the day on which that ends. */
export const contestDays = counted(CONTEST_DAYS, 'day', 'days');

/** `12 days left`, `less than a day left`: until the end of what may be answered, UTC instants in ms. */
export function daysLeftText(until: number, now: number): string {
  const days = Math.floor((until - now) / DAY_MS);
  return days < 1 ? 'less than a day left' : `${counted(days, 'day', 'days')} left`;
}

/**
 * How a correction was settled, in a sentence; undefined while it may be answered or the director has not decided.
 * `dayOf` writes an instant as a day.
 */
export function settledInWords(
  { at, state, answer, resolution }: CorrectionSaid,
  now: number,
  dayOf: (at: number) => string,
): string | undefined {
  if (resolution !== undefined)
    return `${personInWords(resolution.by)} ${resolution.kind === 'upheld' ? 'upheld' : 'reversed'} it on ${dayOf(resolution.at)}.`;
  if (state === 'accepted' && answer !== undefined)
    return `${personInWords(answer.by)} accepted it on ${dayOf(answer.at)}.`;
  const until = answerableUntil({ at });
  return state === 'open' && now > until
    ? `Nobody answered it within ${contestDays}: it stands since ${dayOf(until)}.`
    : undefined;
}

/** Where a correction stands, in a sentence for the supervisor who made it. `dayOf` writes an instant as a day. */
export function standingInWords(
  correction: CorrectionSaid,
  now: number,
  dayOf: (at: number) => string,
): string {
  const { at, answer } = correction;
  const settled = settledInWords(correction, now, dayOf);
  if (settled !== undefined) return settled;
  if (answer === undefined)
    return `Not answered yet; the fellow may until ${dayOf(answerableUntil({ at }))}.`;
  const why = answer.reasonText === undefined ? '.' : `: ${answer.reasonText}`;
  return `${personInWords(answer.by)} contests it, the director decides${why}`;
}
