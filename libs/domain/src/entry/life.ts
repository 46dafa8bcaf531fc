import { DomainError, ok, refused, type RefusalCode, type Refused, type Result } from '../refusal';
import {
  decisionSlots,
  lifeOf,
  type Decision,
  type DecisionKind,
  type EntryCorrection,
  type EntryLife,
  type LineCorrection,
} from './decision';
import type { EntryState } from './entry';

/** Time within which the one who decided may take the decision back, ms. */
export const UNDO_MS = 10_000;

/**
 * Whether a decision made at that instant can no longer be taken back. Until then it opens nothing that was hidden. A clock
 * that was set back does not lengthen the time: how much has passed is unknown then, and the decision is final.
 */
export function isFinal(decision: { readonly at: number }, now: number): boolean {
  return Math.abs(now - decision.at) > UNDO_MS;
}

/** Days within which the fellow may accept or contest a correction; afterwards the supervisor's values stand. */
export const CONTEST_DAYS = 14;

const DAY_MS = 86_400_000;

/** The last instant at which the fellow may answer a correction, UTC ms. */
export function answerableUntil(correction: { readonly at: number }): number {
  return correction.at + CONTEST_DAYS * DAY_MS;
}

/**
 * What somebody wants to do with an entry. Ratings and the reasons of a return belong to the decision alone; the values
 * and texts of a correction are given here, because they say what counts.
 */
export type EntryAct =
  | { readonly kind: PlainActKind }
  | {
      readonly kind: 'correct-and-approve';
      readonly corrections: readonly LineCorrection[];
      readonly reason: string;
    }
  | { readonly kind: 'contest-correction'; readonly text: string }
  | { readonly kind: 'resolve-correction'; readonly outcome: 'upheld' | 'reversed'; readonly text: string };

/** The acts that carry nothing but their kind. */
export type PlainActKind = Exclude<
  EntryActKind,
  'correct-and-approve' | 'contest-correction' | 'resolve-correction'
>;

/** Every kind of act on an entry. */
export type EntryActKind =
  | 'submit'
  | 'edit'
  | 'withdraw'
  | 'approve'
  | 'correct-and-approve'
  | 'return'
  | 'undo'
  | 'amend'
  | 'void'
  | 'accept-correction'
  | 'contest-correction'
  | 'resolve-correction';

/** Who acts, and when (UTC instant, ms). */
export interface DecideContext {
  readonly actorId: string;
  readonly now: number;
  /** The supervisor for whom the actor stands in. */
  readonly onBehalfOfId?: string | null;
}

/** What an act leads to, and what is to be written for it besides the columns of the entry. */
export interface EntryStep {
  readonly life: EntryLife;
  /** The decision that is made. */
  readonly made: Decision | null;
  /** The decision that is taken back. */
  readonly takenBack: Decision | null;
}

/**
 * From where an act may start and where it leads; what is absent is not allowed. `undo` has no row: it leads to wherever
 * the decision was taken. Nothing leads out of `void`.
 */
const transitions: Readonly<
  Record<Exclude<EntryActKind, 'undo'>, Readonly<Partial<Record<EntryState, EntryState>>>>
> = {
  submit: { draft: 'submitted', returned: 'submitted' },
  edit: { draft: 'draft', returned: 'returned' },
  withdraw: { submitted: 'draft', amended: 'approved' },
  approve: { submitted: 'approved', amended: 'approved' },
  'correct-and-approve': { submitted: 'approved', amended: 'approved' },
  return: { submitted: 'returned', amended: 'approved' },
  amend: { approved: 'amended' },
  void: { draft: 'void', submitted: 'void', returned: 'void', approved: 'void', amended: 'void' },
  'accept-correction': { approved: 'approved' },
  'contest-correction': { approved: 'approved' },
  'resolve-correction': { approved: 'approved' },
};

/** Plainer words than `entry/not-allowed-now` where the fellow can be told what to do instead. */
const editRefusals: Readonly<Partial<Record<EntryState, RefusalCode>>> = {
  submitted: 'entry/not-editable',
  approved: 'entry/amend-instead',
  amended: 'entry/not-editable',
  void: 'entry/not-editable',
};

/**
 * The life of a new entry: a draft with its first version.
 */
export function startLife(people: {
  readonly fellowId: string;
  readonly supervisorId: string | null;
}): EntryLife {
  return lifeOf({ ...people, state: 'draft', number: 1 }, []);
}

/**
 * Whether an act is possible now, and what follows. Who may act at all is a different question, answered by `can` in
 * access/; here only the fellow's own part is guarded: nobody decides on their own entry, only the fellow answers a
 * correction, and nobody decides on a contest of their own correction. Whether the values of a correction fit the
 * content is a question for `checkCorrection`.
 *
 * Refusals: `entry/not-allowed-now`, `entry/not-editable` and `entry/amend-instead` for the state (detail: state, act);
 * `entry/needs-new-version`, `entry/own-entry`, `entry/undo-expired`, `entry/nothing-to-undo`,
 * `entry/correction-pending`, `entry/no-open-correction`, `entry/contest-expired`, `entry/no-contested-correction`,
 * `entry/own-correction` and `access/not-allowed` for the rule of the act.
 * Throws `entry/impossible-time` where `now` is not a whole number of milliseconds: no time limit would hold.
 */
export function decide(life: EntryLife, act: EntryAct, context: DecideContext): Result<EntryStep> {
  if (!Number.isSafeInteger(context.now))
    throw new DomainError('entry/impossible-time', 'now must be a UTC instant in whole milliseconds', 'now');
  if (act.kind === 'undo') return undo(life, context);
  const state = transitions[act.kind][life.state];
  if (state === undefined) {
    const code = act.kind === 'edit' ? editRefusals[life.state] : undefined;
    return refused(code ?? 'entry/not-allowed-now', undefined, { state: life.state, act: act.kind });
  }
  const change = changeBy(act, life, context);
  if (!change.ok) return change;
  const { number = life.number, made = null } = change.value;
  const decisions = made === null ? life.decisions : [...life.decisions, made];
  return ok({ life: lifeOf({ ...life, state, number }, decisions), made, takenBack: null });
}

/** What an act changes besides the state. */
type Change = Result<{ readonly number?: number; readonly made?: Decision }>;

function changeBy(act: EntryAct, life: EntryLife, context: DecideContext): Change {
  const said = (kind: DecisionKind, words: Words = {}) => ok({ made: decision(kind, life, context, words) });
  switch (act.kind) {
    case 'submit':
      return life.decision?.number === life.number ? refused('entry/needs-new-version') : ok({});
    case 'edit':
      return ok({ number: life.decision?.number === life.number ? life.number + 1 : life.number });
    case 'approve':
      return ifNotOwn(life, context) ?? said('approved');
    case 'correct-and-approve':
      return (
        ifNotOwn(life, context) ?? said('approved', { corrections: act.corrections, reasonText: act.reason })
      );
    case 'return':
      return ifNotOwn(life, context) ?? said('returned');
    case 'amend':
      return isPending(life.correction, context.now)
        ? refused('entry/correction-pending')
        : ok({ number: life.number + 1 });
    case 'accept-correction':
      return ifNotAnswerable(life, context) ?? said('accepted');
    case 'contest-correction':
      return ifNotAnswerable(life, context) ?? said('contested', { reasonText: act.text });
    case 'resolve-correction':
      return ifNotResolvable(life, context) ?? said(act.outcome, { reasonText: act.text });
    default:
      return ok({});
  }
}

type Words = Partial<Pick<Decision, 'corrections' | 'reasonText'>>;

/** A decision on the newest version, except that a correction is answered on the version that it corrected. */
function decision(kind: DecisionKind, life: EntryLife, context: DecideContext, words: Words): Decision {
  const slot = decisionSlots[kind];
  const number = slot === 'decision' ? life.number : (life.correction?.number ?? life.number);
  return {
    ...{ number, slot, kind },
    byId: context.actorId,
    onBehalfOfId: context.onBehalfOfId ?? null,
    at: context.now,
    corrections: words.corrections ?? [],
    reasonText: words.reasonText ?? null,
    undoneAt: null,
  };
}

function ifNotOwn(life: EntryLife, context: DecideContext): Refused | null {
  return context.actorId === life.fellowId ? refused('entry/own-entry') : null;
}

function isAnswerable(correction: EntryCorrection, now: number): boolean {
  return now <= answerableUntil(correction);
}

/** A correction that nobody answered in time holds nothing up: otherwise the entry could never be amended again. */
function isPending(correction: EntryCorrection | null, now: number): boolean {
  if (correction === null) return false;
  return correction.state === 'contested' || (correction.state === 'open' && isAnswerable(correction, now));
}

function ifNotAnswerable({ correction, fellowId }: EntryLife, context: DecideContext): Refused | null {
  if (context.actorId !== fellowId) return refused('access/not-allowed');
  if (correction?.state !== 'open') return refused('entry/no-open-correction');
  return isAnswerable(correction, context.now) ? null : refused('entry/contest-expired');
}

function ifNotResolvable(life: EntryLife, context: DecideContext): Refused | null {
  const { correction } = life;
  if (correction?.state !== 'contested') return refused('entry/no-contested-correction');
  if (correction.byId === context.actorId) return refused('entry/own-correction');
  return ifNotOwn(life, context);
}

/** Where the entry stood when the decision was made: what counted already waited as an amendment. */
function stateBefore(made: Decision, life: EntryLife): 'submitted' | 'amended' {
  const counted = life.decisions.some(({ kind, number }) => kind === 'approved' && number < made.number);
  return counted ? 'amended' : 'submitted';
}

/** Whether nothing has happened to the entry since the decision. */
function isUntouchedSince(made: Decision, life: EntryLife): boolean {
  const led = transitions[made.kind === 'approved' ? 'approve' : 'return'][stateBefore(made, life)];
  const answered = life.correction?.number === made.number && life.correction.state !== 'open';
  return led === life.state && made.number === life.number && !answered;
}

function undo(life: EntryLife, context: DecideContext): Result<EntryStep> {
  const made = life.decision;
  if (made === null || made.byId !== context.actorId || !isUntouchedSince(made, life)) {
    return refused('entry/nothing-to-undo');
  }
  if (isFinal(made, context.now)) return refused('entry/undo-expired');
  const state = stateBefore(made, life);
  const standing = life.decisions.filter((one) => one !== made);
  return ok({
    life: lifeOf({ ...life, state }, standing),
    made: null,
    takenBack: { ...made, undoneAt: context.now },
  });
}
