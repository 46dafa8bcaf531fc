import { lifeOf } from './decision';
import type { EntryState } from './entry';
import { decide, startLife, UNDO_MS } from './life';
import {
  after,
  amend,
  amended,
  approve,
  approved,
  code,
  contestAct,
  correct,
  corrected,
  director,
  fellow,
  giveBack,
  later,
  lived,
  returned,
  said,
  start,
  submit,
  submitted,
  supervisor,
} from './testdata/lives';

describe('a new entry', () => {
  it('starts as a draft with its first version and nothing decided', () => {
    expect(startLife({ fellowId: 'fellow', supervisorId: null })).toEqual({
      state: 'draft',
      fellowId: 'fellow',
      supervisorId: null,
      number: 1,
      decisions: [],
      approvedNumber: null,
      decision: null,
      correction: null,
    });
  });

  it('keeps its number while it is edited, submitted and withdrawn', () => {
    const life = lived([{ kind: 'edit' }, fellow], submit, [{ kind: 'withdraw' }, fellow], submit);
    expect(life).toEqual({
      ...startLife({ fellowId: 'fellow', supervisorId: 'supervisor' }),
      state: 'submitted',
    });
  });
});

describe('a decision', () => {
  it('approves the version', () => {
    expect(approved).toEqual({
      ...submitted,
      ...{ state: 'approved', approvedNumber: 1, decision: said, decisions: [said] },
    });
    expect(decide(submitted, ...approve)).toEqual({
      ok: true,
      value: { life: approved, made: said, takenBack: null },
    });
  });

  it('says for whom it was taken', () => {
    const standIn = { actorId: 'stand-in', now: start, onBehalfOfId: 'supervisor' };
    const made = { ...said, byId: 'stand-in', onBehalfOfId: 'supervisor' };
    expect(decide(submitted, { kind: 'approve' }, standIn)).toMatchObject({ value: { made } });
  });

  it('returns the version without approving it', () => {
    const decision = { ...said, kind: 'returned' };
    expect(returned).toEqual({ ...submitted, state: 'returned', decision, decisions: [decision] });
  });

  it.each([approve, correct, giveBack])('to $kind is never taken on one’s own entry', (act) => {
    expect(decide(submitted, act, fellow)).toEqual({ ok: false, code: 'entry/own-entry' });
  });

  it('needs a new version after a return', () => {
    expect(code(returned, { kind: 'submit' }, fellow)).toBe('entry/needs-new-version');
    const edited = lived(submit, giveBack, [{ kind: 'edit' }, fellow]);
    expect([edited.state, edited.number]).toEqual(['returned', 2]);
    const editedAgain = lived(
      submit,
      giveBack,
      [{ kind: 'edit' }, fellow],
      [{ kind: 'edit' }, fellow],
      submit,
    );
    expect([editedAgain.state, editedAgain.number]).toEqual(['submitted', 2]);
  });
});

describe('an amendment', () => {
  it('starts a new version while the approved one keeps counting', () => {
    expect(amended).toEqual({ ...approved, state: 'amended', number: 2 });
  });

  it('counts once it is approved', () => {
    const life = lived(submit, approve, amend, [{ kind: 'approve' }, later(supervisor, 5)]);
    expect(life).toMatchObject({ state: 'approved', number: 2, approvedNumber: 2 });
    expect(life.decisions.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
      'approved 1',
      'approved 2',
    ]);
  });

  it('that is returned or withdrawn leaves the approved version standing, and the next one gets a new number', () => {
    const back = lived(submit, approve, amend, giveBack);
    expect(back).toMatchObject({
      state: 'approved',
      number: 2,
      approvedNumber: 1,
      decision: { kind: 'returned' },
    });
    const dropped = lived(submit, approve, amend, [{ kind: 'withdraw' }, fellow]);
    expect(dropped).toEqual({ ...approved, number: 2 });
    expect(lived(submit, approve, amend, [{ kind: 'withdraw' }, fellow], amend).number).toBe(3);
  });

  it('is what an approved entry needs instead of an edit', () => {
    const refusal = { ok: false, code: 'entry/amend-instead', detail: { state: 'approved', act: 'edit' } };
    expect(decide(approved, { kind: 'edit' }, fellow)).toEqual(refusal);
  });
});

describe('an act that the state does not allow', () => {
  it.each([
    ['submitted', submitted],
    ['amended', amended],
    ['void', { ...approved, state: 'void' as const }],
  ])('is refused in plain words when a %s entry is edited', (state, life) => {
    const detail = { state, act: 'edit' };
    expect(decide(life, { kind: 'edit' }, fellow)).toEqual({ ok: false, code: 'entry/not-editable', detail });
  });

  it('is refused with the state and the act', () => {
    expect(decide(approved, { kind: 'submit' }, fellow)).toEqual({
      ok: false,
      code: 'entry/not-allowed-now',
      detail: { state: 'approved', act: 'submit' },
    });
  });
});

describe('a void entry', () => {
  it.each([
    ['draft', lived()],
    ['submitted', submitted],
    ['returned', returned],
    ['approved', approved],
    ['amended', amended],
  ] as const)('comes from a %s one and no version of it counts any more', (_state, life) => {
    expect(after(life, { kind: 'void' }, director)).toEqual({ ...life, state: 'void', approvedNumber: null });
  });

  it('is the end', () => {
    const dead = { ...corrected, state: 'void' as EntryState };
    expect(code(dead, { kind: 'void' }, director)).toBe('entry/not-allowed-now');
    expect(code(dead, { kind: 'undo' }, supervisor)).toBe('entry/nothing-to-undo');
    expect(code(dead, { kind: 'accept-correction' }, fellow)).toBe('entry/not-allowed-now');
  });
});

describe('an undo', () => {
  it('restores an approval, a return and a correction within ten seconds, the last one included', () => {
    const at = later(supervisor, UNDO_MS);
    for (const life of [approved, returned, corrected]) {
      const takenBack = { ...life.decision, undoneAt: at.now };
      const value = { life: submitted, made: null, takenBack };
      expect(decide(life, { kind: 'undo' }, at)).toEqual({ ok: true, value });
    }
    expect(UNDO_MS).toBe(10_000);
  });

  it('brings an amendment back with the version that counted', () => {
    for (const act of [approve, giveBack, correct] as const) {
      expect(after(lived(submit, approve, amend, act), { kind: 'undo' }, supervisor)).toEqual(amended);
    }
  });

  it('keeps an older correction', () => {
    const life = lived(submit, correct, [{ kind: 'accept-correction' }, fellow], amend, approve);
    expect(after(life, { kind: 'undo' }, supervisor)).toMatchObject({
      state: 'amended',
      correction: { number: 1, state: 'accepted' },
    });
  });

  it('brings an older correction back that a newer one had replaced', () => {
    const before = lived(submit, correct, [{ kind: 'accept-correction' }, fellow], amend);
    const again = lived(submit, correct, [{ kind: 'accept-correction' }, fellow], amend, correct);
    expect(again.correction).toMatchObject({ number: 2, state: 'open' });
    expect(after(again, { kind: 'undo' }, supervisor)).toEqual(before);
  });

  it('is too late after ten seconds', () => {
    expect(decide(approved, { kind: 'undo' }, later(supervisor, UNDO_MS + 1))).toEqual({
      ok: false,
      code: 'entry/undo-expired',
    });
  });

  it('has no more time because the clock was set back', () => {
    const hour = 3_600_000;
    expect(decide(approved, { kind: 'undo' }, later(supervisor, -hour))).toMatchObject({
      code: 'entry/undo-expired',
    });
    expect(decide(approved, { kind: 'undo' }, later(supervisor, -50))).toMatchObject({ ok: true });
  });

  it('takes back only one’s own newest decision to which nothing has happened since', () => {
    const nothing = 'entry/nothing-to-undo';
    expect(code(submitted, { kind: 'undo' }, supervisor)).toBe(nothing);
    expect(code(approved, { kind: 'undo' }, director)).toBe(nothing);
    expect(code(amended, { kind: 'undo' }, supervisor)).toBe(nothing);
    const dropped = lived(submit, approve, amend, [{ kind: 'withdraw' }, fellow]);
    expect(code(dropped, { kind: 'undo' }, supervisor)).toBe(nothing);
    const edited = lived(submit, giveBack, [{ kind: 'edit' }, fellow]);
    expect(code(edited, { kind: 'undo' }, supervisor)).toBe(nothing);
    for (const answer of [{ kind: 'accept-correction' }, contestAct] as const) {
      expect(code(lived(submit, correct, [answer, fellow]), { kind: 'undo' }, supervisor)).toBe(nothing);
    }
  });
});

describe('an act without a possible time', () => {
  it.each([NaN, Infinity, 0.5])('at %p is an error, never a way around a limit', (now) => {
    expect(() => decide(approved, { kind: 'undo' }, { actorId: 'supervisor', now })).toThrow(
      expect.objectContaining({ code: 'entry/impossible-time' }),
    );
  });
});

describe('the life of a stored entry', () => {
  it('is the same whatever order its decisions come in, and leaves out what was taken back', () => {
    const life = lived(submit, correct, [contestAct, fellow]);
    const undone = { ...said, kind: 'returned' as const, undoneAt: start };
    expect(lifeOf(life, [undone, ...life.decisions])).toEqual(life);
    const reversed = lifeOf(life, life.decisions.toReversed());
    expect({ ...reversed, decisions: life.decisions }).toEqual(life);
  });
});
