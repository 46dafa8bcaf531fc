import { asCounted, checkCorrection, correctionsOf, type ProcedureCorrection } from './correction';
import type { EntryCorrection } from './decision';
import type { DraftProcedure } from './entry';

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
    ['nothing', [], 'review/correction-empty /corrections'],
    [
      'a procedure that is not there',
      [{ position: 2, role: 'observed' }],
      'review/correction-unknown-procedure /corrections/0',
    ],
    [
      'a place that is no place',
      [{ position: -1, role: 'observed' }],
      'review/correction-unknown-procedure /corrections/0',
    ],
    [
      'a value of its own making',
      [{ position: 0, role: 'led' as never }],
      'review/correction-unknown-value /corrections/0',
    ],
    [
      'a supervision level of its own making',
      [{ position: 0, supervision: 'none' as never }],
      'review/correction-unknown-value /corrections/0',
    ],
    [
      'what was recorded already',
      [{ position: 0, role: 'performed' }],
      'review/correction-changes-nothing /corrections/0',
    ],
    ['no value at all', [{ position: 0 }], 'review/correction-changes-nothing /corrections/0'],
  ] satisfies [string, ProcedureCorrection[], string][])('never corrects %s', (_what, values, refusal) => {
    expect(codes(values)).toEqual([refusal]);
  });

  it('names a procedure once', () => {
    const twice: ProcedureCorrection[] = [
      { position: 0, role: 'observed' },
      { position: 0, role: 'assisted' },
    ];
    expect(codes(twice)).toEqual(['review/correction-repeated /corrections/1']);
  });
});

describe('what a correction keeps', () => {
  it('is each value that changes, beside the one that was recorded', () => {
    expect(
      correctionsOf(content, [
        { position: 1, role: 'observed', supervision: 'direct' },
        { position: 0, supervision: 'oversight' },
      ]),
    ).toEqual([
      { position: 1, role: { recorded: 'assisted', corrected: 'observed' } },
      { position: 0, supervision: { recorded: 'direct', corrected: 'oversight' } },
    ]);
  });

  it('says that nothing was recorded where nothing was', () => {
    const { role: _role, ...bare } = procedure;
    expect(correctionsOf({ procedures: [bare] }, [{ position: 0, role: 'observed' }])).toEqual([
      { position: 0, role: { recorded: null, corrected: 'observed' } },
    ]);
  });
});

describe('what counts of a corrected version', () => {
  const correction = (state: EntryCorrection['state']): EntryCorrection => ({
    number: 2,
    state,
    byId: 'supervisor',
    at: 1,
    values: [{ position: 0, role: { recorded: 'performed', corrected: 'assisted' } }],
    reason: 'I held the needle',
    answer: null,
    resolution: null,
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

  it('has the supervision level that was set right, and the role that was not', () => {
    const supervision = { recorded: 'direct', corrected: 'oversight' } as const;
    const made = { ...correction('open'), values: [{ position: 1, supervision }] };
    expect(rolesOf(2, made)).toEqual(['performed direct', 'assisted oversight']);
  });

  it('leaves the recorded content as it was', () => {
    asCounted(content, 2, correction('open'));
    expect(content.procedures[0]?.role).toBe('performed');
  });
});
