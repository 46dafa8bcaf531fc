import { DomainError, ok, refused, type RefusalCode, type Result } from '../refusal';
import type { EntryCorrection, EntryDecision, EntryLife, EntryState, ProcedureCorrection } from './entry';

/** Time within which the one who decided may take the decision back, ms. */
export const UNDO_MS = 10_000;

/** Whether a decision made at that instant can no longer be taken back. Until then it opens nothing that was hidden. */
export function isFinal(decision: { readonly at: number }, now: number): boolean {
  return now - decision.at > UNDO_MS;
}

/** Days within which the fellow may accept or contest a correction; afterwards the supervisor's values stand. */
export const CONTEST_DAYS = 14;

const DAY_MS = 86_400_000;

/**
 * What somebody wants to do with an entry. Ratings and the reasons of a return are kept with the decision; a correction
 * keeps its values and texts, because they say what counts.
 */
export type EntryAct =
  | { readonly kind: PlainActKind }
  | {
      readonly kind: 'correct-and-approve';
      readonly values: readonly ProcedureCorrection[];
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
  return {
    state: 'draft',
    fellowId: people.fellowId,
    supervisorId: people.supervisorId,
    number: 1,
    approvedNumber: null,
    decision: null,
    correction: null,
  };
}

/**
 * Whether an act is possible now, and the life that follows. Who may act at all is a different question, answered by
 * `can` in access/; here only the fellow's own part is guarded: nobody decides on their own entry, and only the fellow
 * answers a correction, and nobody decides on a contest of their own correction. Whether the values of a correction
 * fit the content is a question for `checkCorrection`.
 *
 * Refusals: `entry/not-allowed-now`, `entry/not-editable` and `entry/amend-instead` for the state (detail: state, act);
 * `entry/needs-new-version`, `entry/own-entry`, `entry/undo-expired`, `entry/nothing-to-undo`,
 * `entry/correction-pending`, `entry/no-open-correction`, `entry/contest-expired`, `entry/no-contested-correction`,
 * `entry/own-correction` and `access/not-allowed` for the rule of the act.
 * Throws `entry/impossible-time` where `now` is not a whole number of milliseconds: no time limit would hold.
 */
export function decide(life: EntryLife, act: EntryAct, context: DecideContext): Result<EntryLife> {
  if (!Number.isSafeInteger(context.now))
    throw new DomainError('entry/impossible-time', 'now must be a UTC instant in whole milliseconds', 'now');
  if (act.kind === 'undo') return undo(life, context);
  const state = transitions[act.kind][life.state];
  if (state === undefined) {
    const code = act.kind === 'edit' ? editRefusals[life.state] : undefined;
    return refused(code ?? 'entry/not-allowed-now', undefined, { state: life.state, act: act.kind });
  }
  const change = changeBy(act, life, context);
  return change.ok ? ok({ ...life, state, ...change.value }) : change;
}

/** What an act changes besides the state. */
type Change = Result<Partial<EntryLife>>;

function changeBy(act: EntryAct, life: EntryLife, context: DecideContext): Change {
  switch (act.kind) {
    case 'submit':
      return life.decision?.number === life.number ? refused('entry/needs-new-version') : ok({});
    case 'edit':
      return ok({ number: life.decision?.number === life.number ? life.number + 1 : life.number });
    case 'approve':
      return ifNotOwn(life, context, approved(life, context));
    case 'correct-and-approve':
      return ifNotOwn(life, context, {
        ...approved(life, context),
        correction: {
          number: life.number,
          state: 'open',
          byId: context.actorId,
          at: context.now,
          values: act.values,
          reason: act.reason,
        },
      });
    case 'return':
      return ifNotOwn(life, context, { decision: decision('returned', life, context) });
    case 'amend':
      return isPending(life.correction, context.now)
        ? refused('entry/correction-pending')
        : ok({ number: life.number + 1 });
    case 'void':
      return ok({ approvedNumber: null });
    case 'accept-correction':
      return answer({ state: 'accepted' }, life, context);
    case 'contest-correction':
      return answer({ state: 'contested', contest: act.text }, life, context);
    case 'resolve-correction':
      return resolve({ state: act.outcome, resolution: act.text }, life, context);
    default:
      return ok({});
  }
}

function ifNotOwn(life: EntryLife, context: DecideContext, change: Partial<EntryLife>): Change {
  return context.actorId === life.fellowId ? refused('entry/own-entry') : ok(change);
}

function decision(kind: EntryDecision['kind'], life: EntryLife, context: DecideContext): EntryDecision {
  const { state, approvedNumber, correction } = life;
  const before = { state, approvedNumber, correction };
  return { kind, number: life.number, byId: context.actorId, at: context.now, before };
}

function approved(life: EntryLife, context: DecideContext): Partial<EntryLife> {
  return { approvedNumber: life.number, decision: decision('approved', life, context) };
}

function isAnswerable(correction: EntryCorrection, now: number): boolean {
  return now - correction.at <= CONTEST_DAYS * DAY_MS;
}

/** A correction that nobody answered in time holds nothing up: otherwise the entry could never be amended again. */
function isPending(correction: EntryCorrection | null, now: number): boolean {
  if (correction === null) return false;
  return correction.state === 'contested' || (correction.state === 'open' && isAnswerable(correction, now));
}

/** What an answer adds to a correction. */
type CorrectionAnswer = Pick<EntryCorrection, 'state' | 'contest' | 'resolution'>;

function answer(said: CorrectionAnswer, life: EntryLife, context: DecideContext): Change {
  const { correction } = life;
  if (context.actorId !== life.fellowId) return refused('access/not-allowed');
  if (correction?.state !== 'open') return refused('entry/no-open-correction');
  if (!isAnswerable(correction, context.now)) return refused('entry/contest-expired');
  return ok({ correction: { ...correction, ...said } });
}

function resolve(said: CorrectionAnswer, life: EntryLife, context: DecideContext): Change {
  const { correction } = life;
  if (correction?.state !== 'contested') return refused('entry/no-contested-correction');
  if (correction.byId === context.actorId) return refused('entry/own-correction');
  return ifNotOwn(life, context, { correction: { ...correction, ...said } });
}

/** Whether nothing has happened to the entry since the decision. */
function isUntouchedSince(made: EntryDecision, life: EntryLife): boolean {
  const led = transitions[made.kind === 'approved' ? 'approve' : 'return'][made.before.state];
  const answered = life.correction?.number === made.number && life.correction.state !== 'open';
  return led === life.state && made.number === life.number && !answered;
}

function undo(life: EntryLife, context: DecideContext): Result<EntryLife> {
  const made = life.decision;
  if (made === null || made.byId !== context.actorId || !isUntouchedSince(made, life)) {
    return refused('entry/nothing-to-undo');
  }
  if (isFinal(made, context.now)) return refused('entry/undo-expired');
  return ok({ ...life, ...made.before, decision: null });
}
