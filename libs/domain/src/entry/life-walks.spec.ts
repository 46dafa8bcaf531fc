import fc from 'fast-check';
import type { CorrectionState, Decision, EntryLife, LineCorrection } from './decision';
import type { EntryState } from './entry';
import { decide, startLife, type EntryAct } from './life';
import { casesToRun } from '../testing/cases';

type Code = string;
type Cell = EntryState | Code;

/**
 * The life of an entry, typed by hand from the rules and not from the code: a state is where the act leads, a code why
 * it may not. Columns: draft, submitted, returned, approved, amended, void.
 */
const x = 'entry/not-allowed-now';
const e = 'entry/not-editable';
const grid: Readonly<Record<string, readonly Cell[]>> = {
  submit: ['submitted', x, 'submitted', x, x, x],
  edit: ['draft', e, 'returned', 'entry/amend-instead', e, e],
  withdraw: [x, 'draft', x, x, 'approved', x],
  approve: [x, 'approved', x, x, 'approved', x],
  'correct-and-approve': [x, 'approved', x, x, 'approved', x],
  return: [x, 'returned', x, x, 'approved', x],
  amend: [x, x, x, 'amended', x, x],
  void: ['void', 'void', 'void', 'void', 'void', x],
  'accept-correction': [x, x, x, 'approved', x, x],
  'contest-correction': [x, x, x, 'approved', x, x],
  'resolve-correction': [x, x, x, 'approved', x, x],
};
const columns: readonly EntryState[] = ['draft', 'submitted', 'returned', 'approved', 'amended', 'void'];

const corrections: readonly LineCorrection[] = [
  { position: 0, role: { recorded: 'performed', corrected: 'assisted' } },
];
const acts: readonly EntryAct[] = [
  { kind: 'submit' },
  { kind: 'edit' },
  { kind: 'withdraw' },
  { kind: 'approve' },
  { kind: 'correct-and-approve', corrections, reason: 'why' },
  { kind: 'return' },
  { kind: 'undo' },
  { kind: 'amend' },
  { kind: 'accept-correction' },
  { kind: 'contest-correction', text: 'no' },
  { kind: 'resolve-correction', outcome: 'upheld', text: 'yes' },
  { kind: 'resolve-correction', outcome: 'reversed', text: 'no' },
  { kind: 'void' },
];
const people = ['fellow', 'supervisor', 'director'];
const pauses = [0, 4_000, 10_000, 10_001, 13 * 86_400_000, 14 * 86_400_000, 15 * 86_400_000];

/** What the diary writes down of a decision. */
type Noted = Pick<Decision, 'kind' | 'number' | 'byId' | 'at'>;

/** What the diary writes down of a correction. */
interface NotedCorrection extends Pick<Decision, 'number' | 'byId' | 'at'> {
  readonly state: CorrectionState;
  readonly texts: string[];
}

/** What an undo brings back. */
type Before = Pick<Diary, 'state' | 'approvedNumber' | 'decision' | 'correction'>;

/** A second account of an entry, kept as a diary instead of derived from the decisions on it. */
class Diary {
  state: EntryState = 'draft';
  number = 1;
  approvedNumber: number | null = null;
  decision: Noted | null = null;
  correction: NotedCorrection | null = null;
  /** What an undo would bring back; gone with the next act. */
  undoable: Before | null = null;
  now = 1_000;

  /** The refusal that the rules give, or null after the act is written down. */
  write(act: EntryAct, actorId: string): Code | null {
    if (act.kind === 'undo') return this.undo(actorId);
    const cell = grid[act.kind]?.[columns.indexOf(this.state)] ?? x;
    if (!columns.some((state) => state === cell)) return cell;
    const refusal = this.refusal(act, actorId);
    if (refusal !== null) return refusal;
    this.carryOut(act, actorId);
    this.state = cell as EntryState;
    return null;
  }

  private undo(actorId: string): Code | null {
    if (this.undoable === null || this.decision === null || this.decision.byId !== actorId)
      return 'entry/nothing-to-undo';
    if (this.now > this.decision.at + 10_000) return 'entry/undo-expired';
    Object.assign(this, this.undoable, { undoable: null });
    return null;
  }

  private refusal(act: EntryAct, actorId: string): Code | null {
    const inTime = this.correction !== null && this.now <= this.correction.at + 14 * 86_400_000;
    const isFellow = actorId === 'fellow';
    switch (act.kind) {
      case 'submit':
        return this.decision?.number === this.number ? 'entry/needs-new-version' : null;
      case 'approve':
      case 'correct-and-approve':
      case 'return':
        return isFellow ? 'entry/own-entry' : null;
      case 'amend': {
        const isOpen = this.correction?.state === 'open' && inTime;
        return isOpen || this.correction?.state === 'contested' ? 'entry/correction-pending' : null;
      }
      case 'accept-correction':
      case 'contest-correction':
        if (!isFellow) return 'access/not-allowed';
        if (this.correction?.state !== 'open') return 'entry/no-open-correction';
        return inTime ? null : 'entry/contest-expired';
      case 'resolve-correction':
        if (this.correction?.state !== 'contested') return 'entry/no-contested-correction';
        if (actorId === this.correction.byId) return 'entry/own-correction';
        return isFellow ? 'entry/own-entry' : null;
      default:
        return null;
    }
  }

  private carryOut(act: EntryAct, byId: string): void {
    const { state, approvedNumber, decision, correction } = this;
    const before = { state, approvedNumber, decision, correction };
    this.undoable = null;
    if (act.kind === 'edit' && this.decision?.number === this.number) this.number += 1;
    if (act.kind === 'amend') this.number += 1;
    if (act.kind === 'void') this.approvedNumber = null;
    if (act.kind === 'approve' || act.kind === 'correct-and-approve' || act.kind === 'return') {
      const kind = act.kind === 'return' ? 'returned' : 'approved';
      this.decision = { kind, number: this.number, byId, at: this.now };
      this.undoable = before;
      if (kind === 'approved') this.approvedNumber = this.number;
    }
    if (act.kind === 'correct-and-approve') {
      const { number, now: at } = this;
      this.correction = { number, state: 'open', byId, at, texts: [act.reason] };
    }
    this.answer(act);
  }

  private answer(act: EntryAct): void {
    if (this.correction === null) return;
    const { texts } = this.correction;
    if (act.kind === 'accept-correction') this.correction = { ...this.correction, state: 'accepted' };
    if (act.kind === 'contest-correction')
      this.correction = { ...this.correction, state: 'contested', texts: [...texts, act.text] };
    if (act.kind === 'resolve-correction')
      this.correction = { ...this.correction, state: act.outcome, texts: [...texts, act.text] };
  }

  life(): ReturnType<typeof noted> {
    const { state, number, approvedNumber, decision, correction } = this;
    return { state, number, approvedNumber, decision, correction };
  }
}

/** A life in the words of the diary. */
function noted({ state, number, approvedNumber, decision, correction: made }: EntryLife) {
  const texts = made ? [made.reason, made.answer, made.resolution].filter((text) => text !== null) : [];
  return {
    ...{ state, number, approvedNumber },
    decision: decision && {
      ...{ kind: decision.kind, number: decision.number, byId: decision.byId, at: decision.at },
    },
    correction: made && {
      ...{ number: made.number, state: made.state, byId: made.byId, at: made.at },
      texts,
    },
  };
}

const steps = acts.length * people.length * pauses.length;
/** Void ends a life: kept rare, so that most walks are long. */
const step = fc.oneof(
  { weight: 60, arbitrary: fc.nat({ max: steps - people.length * pauses.length - 1 }) },
  { weight: 1, arbitrary: fc.nat({ max: steps - 1 }) },
);

describe('the life of an entry', () => {
  it('follows the hand-typed table on ten thousand walks of fifty acts, refusals included', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 50, maxLength: 50 }), (walk) => {
        const diary = new Diary();
        let life = startLife({ fellowId: 'fellow', supervisorId: 'supervisor' });
        for (const chosen of walk) {
          const act = acts[Math.floor(chosen / (people.length * pauses.length))]!;
          const actorId = people[chosen % people.length]!;
          diary.now += pauses[Math.floor(chosen / people.length) % pauses.length]!;
          const from = diary.state;
          const expected = diary.write(act, actorId);
          const actual = decide(life, act, { actorId, now: diary.now });
          seen.add(`${from} ${act.kind} ${expected ?? 'ok'}`);
          if ((actual.ok ? null : actual.code) !== expected) {
            throw new Error(
              `${from} ${act.kind} by ${actorId}: ${JSON.stringify(actual)}, not ${expected ?? 'ok'}`,
            );
          }
          if (actual.ok) life = actual.value.life;
          const counts = life.state === 'approved' || life.state === 'amended';
          if ((life.approvedNumber !== null) !== counts) throw new Error(`${life.state} counts wrongly`);
        }
        expect(noted(life)).toEqual(diary.life());
      }),
      { numRuns: casesToRun(10_000, 500) },
    );
    for (const state of columns) {
      for (const act of acts)
        expect([...seen].some((line) => line.startsWith(`${state} ${act.kind} `))).toBe(true);
    }
    expect(seen).toContain('approved undo ok');
    expect(seen).toContain('returned undo entry/undo-expired');
    expect(seen).toContain('approved amend entry/correction-pending');
    expect(seen).toContain('approved resolve-correction ok');
    expect(seen).toContain('approved resolve-correction entry/own-correction');
  }, 60_000);
});
