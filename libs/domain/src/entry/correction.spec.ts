import type { DraftProcedure, EntryCorrection, ProcedureCorrection } from './entry';
import { asCounted, checkCorrection } from './correction';

const procedure: DraftProcedure = {
  itemId: 'esi-tf-lumbar',
  levels: [],
  techniques: [],
  complications: [],
  role: 'performed',
  supervision: 'direct',
};
const content = { procedures: [procedure, { ...procedure, itemId: 'tpi', role: 'assisted' as const }] };

describe('a correction of role or supervision level', () => {
  const codes = (values: readonly ProcedureCorrection[]) =>
    checkCorrection(content, values).map(({ code, field }) => `${code} ${field}`);

  it('may set right either or both of any procedure', () => {
    expect(codes([{ position: 0, role: 'assisted' }])).toEqual([]);
    expect(codes([{ position: 1, supervision: 'oversight' }])).toEqual([]);
    expect(
      codes([
        { position: 1, role: 'observed', supervision: 'direct' },
        { position: 0, role: 'performed', supervision: 'oversight' },
      ]),
    ).toEqual([]);
  });

  it.each([
    ['nothing', [], 'review/correction-empty /values'],
    [
      'a procedure that is not there',
      [{ position: 2, role: 'observed' }],
      'review/correction-unknown-procedure /values/0',
    ],
    [
      'a place that is no place',
      [{ position: -1, role: 'observed' }],
      'review/correction-unknown-procedure /values/0',
    ],
    [
      'a value of its own making',
      [{ position: 0, role: 'led' as never }],
      'review/correction-unknown-value /values/0',
    ],
    [
      'a supervision level of its own making',
      [{ position: 0, supervision: 'none' as never }],
      'review/correction-unknown-value /values/0',
    ],
    [
      'what was recorded already',
      [{ position: 0, role: 'performed' }],
      'review/correction-changes-nothing /values/0',
    ],
    ['no value at all', [{ position: 0 }], 'review/correction-changes-nothing /values/0'],
  ] satisfies [string, ProcedureCorrection[], string][])('never corrects %s', (_what, values, refusal) => {
    expect(codes(values)).toEqual([refusal]);
  });

  it('names a procedure once', () => {
    const twice: ProcedureCorrection[] = [
      { position: 0, role: 'observed' },
      { position: 0, role: 'assisted' },
    ];
    expect(codes(twice)).toEqual(['review/correction-repeated /values/1']);
  });
});

describe('what counts of a corrected version', () => {
  const correction = (state: EntryCorrection['state']): EntryCorrection => ({
    number: 2,
    state,
    byId: 'supervisor',
    at: 1,
    values: [{ position: 0, role: 'assisted' }],
    reason: 'I held the needle',
  });
  const rolesOf = (...[number, made]: [number, EntryCorrection | null]) =>
    asCounted(content, number, made).procedures.map(({ role, supervision }) => `${role} ${supervision}`);

  it.each(['open', 'accepted', 'contested', 'upheld'] as const)(
    'is the supervisor’s value while it is %s',
    (state) => {
      expect(rolesOf(2, correction(state))).toEqual(['assisted direct', 'assisted direct']);
    },
  );

  it('is the fellow’s value again once the director reversed it', () => {
    expect(rolesOf(2, correction('reversed'))).toEqual(['performed direct', 'assisted direct']);
  });

  it('is the fellow’s value in another version, and without a correction', () => {
    expect(rolesOf(1, correction('open'))).toEqual(['performed direct', 'assisted direct']);
    expect(rolesOf(2, null)).toEqual(['performed direct', 'assisted direct']);
  });

  it('leaves the recorded content as it was', () => {
    asCounted(content, 2, correction('open'));
    expect(content.procedures[0]?.role).toBe('performed');
  });
});
