import type { ProcedureRole } from '../catalogue';
import type { EntryState, SupervisionLevel } from './entry';

/**
 * Everything that can be said about a version, with the slot that it takes: the supervisor's decision, the fellow's
 * answer to a correction, the director's resolution of a contest. A version has one live decision in each slot at most.
 */
export const decisionSlots = {
  approved: 'decision',
  returned: 'decision',
  accepted: 'answer',
  contested: 'answer',
  upheld: 'resolution',
  reversed: 'resolution',
} as const;
/** One of {@link decisionSlots}. */
export type DecisionKind = keyof typeof decisionSlots;
/** All of them. */
export const decisionKinds = Object.keys(decisionSlots) as readonly DecisionKind[];
/** Where a {@link DecisionKind} stands. */
export type DecisionSlot = (typeof decisionSlots)[DecisionKind];

/** A value that was set right, beside what the fellow had recorded; null where nothing had been. */
export interface CorrectedValue<Value> {
  readonly recorded: Value | null;
  readonly corrected: Value;
}

/** What a supervisor set right in one procedure. */
export interface LineCorrection {
  /** Place of the procedure in the content, from 0. */
  readonly position: number;
  readonly role?: CorrectedValue<ProcedureRole>;
  readonly supervision?: CorrectedValue<SupervisionLevel>;
}

/** What somebody said about one version; it is the only record of it. */
export interface Decision {
  /** The version, from 1. */
  readonly number: number;
  readonly slot: DecisionSlot;
  readonly kind: DecisionKind;
  readonly byId: string;
  /** The supervisor for whom `byId` stood in; null for everybody's own act. */
  readonly onBehalfOfId: string | null;
  /** UTC instant, ms. */
  readonly at: number;
  /** What an approval set right; empty for anything else. */
  readonly corrections: readonly LineCorrection[];
  /** Why: of a return, a correction, a contest or a resolution. */
  readonly reasonText: string | null;
  /** When it was taken back, UTC instant, ms; null while it stands. */
  readonly undoneAt: number | null;
}

/** How far a correction has come; only `contested` waits for the director. */
export type CorrectionState =
  'open' | Extract<DecisionKind, 'accepted' | 'contested' | 'upheld' | 'reversed'>;

/**
 * A correction with what was answered: the supervisor's values count from the approval on, unless the director reverses
 * them. Both values and all three texts stay.
 */
export interface EntryCorrection {
  /** The version that was corrected. */
  readonly number: number;
  readonly state: CorrectionState;
  readonly byId: string;
  readonly at: number;
  readonly values: readonly LineCorrection[];
  /** Why the supervisor corrected. */
  readonly reason: string | null;
  /** What the fellow says to it; null while nothing. */
  readonly answer: string | null;
  /** What the director says with the resolution; null while nothing. */
  readonly resolution: string | null;
}

/** What an entry says of its life itself. */
export interface EntryPlace {
  readonly state: EntryState;
  readonly fellowId: string;
  /** Absent only while a draft names none. */
  readonly supervisorId: string | null;
  /** Number of the newest version, from 1. */
  readonly number: number;
}

/**
 * Where an entry is in its life, apart from its content.
 * A version number counts the contents that a supervisor has been or may be asked to decide on: editing a draft keeps
 * the number, editing after a decision starts the next one. Every version stays readable.
 */
export interface EntryLife extends EntryPlace {
  /** What stands of everything that was said. */
  readonly decisions: readonly Decision[];
  /** Number of the version that counts, or null while none was approved. */
  readonly approvedNumber: number | null;
  /** The newest approval or return, also the one that an undo would take back. */
  readonly decision: Decision | null;
  /** The newest change of role or supervision level, with what became of it. */
  readonly correction: EntryCorrection | null;
}

/**
 * The life of an entry, from what it says itself and from the decisions on it, in any order. What was taken back is left
 * out, so that an undo brings back whatever stood before.
 */
export function lifeOf(entry: EntryPlace, decisions: readonly Decision[]): EntryLife {
  const { state, fellowId, supervisorId, number } = entry;
  const live = decisions.filter(({ undoneAt }) => undoneAt === null);
  const approvals = live.filter(({ kind }) => kind === 'approved');
  return {
    ...{ state, fellowId, supervisorId, number },
    decisions: live,
    approvedNumber: state === 'void' ? null : (newest(approvals)?.number ?? null),
    decision: newest(live.filter(({ slot }) => slot === 'decision')),
    correction: correctionIn(live, newest(approvals.filter(({ corrections }) => corrections.length > 0))),
  };
}

/** Decisions are made on the newest version alone, so that the higher number is the newer one. */
function newest(decisions: readonly Decision[]): Decision | null {
  return decisions.reduce<Decision | null>(
    (latest, one) => (latest === null || one.number > latest.number ? one : latest),
    null,
  );
}

function correctionIn(live: readonly Decision[], approval: Decision | null): EntryCorrection | null {
  if (approval === null) return null;
  const { number, byId, at, corrections: values, reasonText: reason } = approval;
  const said = (wanted: DecisionSlot) => live.find((one) => one.number === number && one.slot === wanted);
  const answer = said('answer');
  const resolution = said('resolution');
  return {
    ...{ number, byId, at, values, reason },
    state: stateAfter((resolution ?? answer)?.kind),
    answer: answer?.reasonText ?? null,
    resolution: resolution?.reasonText ?? null,
  };
}

function stateAfter(kind: DecisionKind | undefined): CorrectionState {
  return kind === undefined || kind === 'approved' || kind === 'returned' ? 'open' : kind;
}
