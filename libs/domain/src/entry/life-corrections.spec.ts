import { CONTEST_DAYS, decide } from './life';
import {
  after,
  approved,
  code,
  contestAct,
  correct,
  corrected,
  corrections,
  director,
  fellow,
  later,
  lived,
  opened,
  said,
  submit,
  supervisor,
} from './testdata/lives';

const day = 86_400_000;

describe('a correction', () => {
  const deadline = CONTEST_DAYS * day;
  const contested = lived(submit, correct, [contestAct, fellow]);

  it('is open when the supervisor corrects and approves', () => {
    const decision = { ...said, corrections, reasonText: 'I held the needle' };
    expect(corrected).toEqual({
      ...approved,
      ...{ decision, decisions: [decision], correction: { ...opened, state: 'open' } },
    });
  });

  it('is accepted or contested by the fellow until the fourteenth day', () => {
    const at = later(fellow, deadline);
    const answer = { ...said, slot: 'answer', kind: 'accepted', byId: 'fellow', at: at.now };
    expect(decide(corrected, { kind: 'accept-correction' }, at)).toEqual({
      ok: true,
      value: {
        life: {
          ...corrected,
          ...{ decisions: [...corrected.decisions, answer], correction: { ...opened, state: 'accepted' } },
        },
        ...{ made: answer, takenBack: null },
      },
    });
    expect(after(corrected, contestAct, at)).toMatchObject({
      state: 'approved',
      correction: { ...opened, state: 'contested', answer: 'I placed both needles' },
    });
    expect(CONTEST_DAYS).toBe(14);
  });

  it('is final after that', () => {
    const at = later(fellow, deadline + 1);
    expect(code(corrected, { kind: 'accept-correction' }, at)).toBe('entry/contest-expired');
    expect(code(corrected, contestAct, at)).toBe('entry/contest-expired');
  });

  it('is answered by nobody but the fellow, once', () => {
    expect(code(corrected, { kind: 'accept-correction' }, supervisor)).toBe('access/not-allowed');
    expect(code(contested, { kind: 'accept-correction' }, fellow)).toBe('entry/no-open-correction');
    expect(code(approved, contestAct, fellow)).toBe('entry/no-open-correction');
  });

  it.each(['upheld', 'reversed'] as const)('that was contested is %s by somebody else', (outcome) => {
    const act = { kind: 'resolve-correction', outcome, text: 'seen on the images' } as const;
    const correction = { ...contested.correction, state: outcome, resolution: 'seen on the images' };
    expect(after(contested, act, director)).toMatchObject({
      state: 'approved',
      approvedNumber: 1,
      correction,
    });
    expect(code(contested, act, fellow)).toBe('entry/own-entry');
    expect(code(contested, act, supervisor)).toBe('entry/own-correction');
    expect(code(corrected, act, director)).toBe('entry/no-contested-correction');
    expect(code(approved, act, director)).toBe('entry/no-contested-correction');
  });

  it('holds up an amendment while it is open or contested', () => {
    expect(code(corrected, { kind: 'amend' }, fellow)).toBe('entry/correction-pending');
    expect(code(corrected, { kind: 'amend' }, later(fellow, deadline))).toBe('entry/correction-pending');
    expect(code(contested, { kind: 'amend' }, later(fellow, 10 * deadline))).toBe('entry/correction-pending');
  });

  it('holds nothing up once it is answered, resolved or out of time', () => {
    const accepted = lived(submit, correct, [{ kind: 'accept-correction' }, fellow]);
    expect(code(accepted, { kind: 'amend' }, fellow)).toBe('ok');
    const upheld = decide(
      contested,
      { kind: 'resolve-correction', outcome: 'upheld', text: 'as the record says' },
      director,
    );
    expect(upheld.ok && code(upheld.value.life, { kind: 'amend' }, fellow)).toBe('ok');
    expect(code(corrected, { kind: 'amend' }, later(fellow, deadline + 1))).toBe('ok');
  });
});
