import { shipped } from '../catalogue/testdata/shipped-catalogue';
import { recordedChoices } from './check-details';
import { checkProcedure } from './check-procedure';
import type { DraftProcedure } from './entry';

const facts = {
  ...{ catalogue: shipped, stage: 'submitted' as const, pointer: '/procedures/0' },
  ...{ performedOn: '2026-11-02', simulation: false },
};
const done = {
  ...{ techniques: [], complications: ['none'] },
  ...{ role: 'performed', supervision: 'direct', outcome: 'success' },
} as const satisfies Partial<DraftProcedure>;
const trial: DraftProcedure = {
  ...done,
  itemId: 'scs-trial',
  levels: [
    { level: 'T8', side: 'midline' },
    { level: 'T8', side: 'midline' },
  ],
};
const epidural: DraftProcedure = {
  ...done,
  itemId: 'esi-tf-lumbar',
  levels: [{ level: 'L5', side: 'left' }],
};

function problems(procedure: DraftProcedure, neededDetails: readonly string[] = []) {
  return checkProcedure(procedure, { ...facts, neededDetails }).map(
    ({ code, field }) => `${code} ${field ?? ''}`,
  );
}

it('a detail is never needed', () => {
  expect(problems(epidural)).toEqual([]);
});

it('a detail that the program needs is asked for where the item has it, before the entry is sent', () => {
  expect(problems(epidural, ['steroid', 'leads'])).toEqual(['entry/detail-needed /procedures/0/details']);
  expect(problems({ ...epidural, details: [{ id: 'steroid', value: 'particulate' }] }, ['steroid'])).toEqual(
    [],
  );
  expect(checkProcedure(epidural, { ...facts, stage: 'draft', neededDetails: ['steroid'] })).toEqual([]);
});

it('details are those of the item, each once, each with what it may be', () => {
  const details = [
    { id: 'steroid', value: 'gold' },
    { id: 'steroid', value: 'particulate' },
    { id: 'leads', amount: 2 },
    { id: 'contrast', amount: 3 },
  ];
  expect(problems({ ...epidural, details })).toEqual([
    'entry/detail-unknown-value /procedures/0/details/0',
    'entry/repeated /procedures/0/details/1',
    'entry/detail-not-of-item /procedures/0/details/2',
    'entry/detail-unknown-value /procedures/0/details/3',
  ]);
});

it('a number is in its range', () => {
  const filled = (amount: number) => ({
    ...done,
    ...{ itemId: 'it-pump-refill', levels: [], details: [{ id: 'refill-volume', amount }] },
  });
  expect(problems(filled(18.5))).toEqual([]);
  expect(problems(filled(41))).toEqual(['entry/detail-out-of-range /procedures/0/details/0']);
  expect(checkProcedure(filled(0), facts)).toMatchObject([
    { detail: { name: 'Volume filled', min: 1, max: 40, unit: 'mL' } },
  ]);
});

it('a detail of each disc names a disc that was treated', () => {
  const discs = (...levels: (string | undefined)[]): DraftProcedure => ({
    ...done,
    itemId: 'discography',
    levels: [{ level: 'L4-5' }, { level: 'L5-S1' }],
    details: levels.map((level) => ({
      ...{ id: 'concordance', value: 'concordant' },
      ...(level === undefined ? {} : { level }),
    })),
  });
  expect(problems(discs('L4-5', 'L5-S1'))).toEqual([]);
  expect(problems(discs('L3-4'))).toEqual(['entry/detail-not-of-level /procedures/0/details/0']);
  expect(problems(discs(undefined))).toEqual(['entry/detail-not-of-level /procedures/0/details/0']);
});

it('two leads stand at one level, and never more tips than leads', () => {
  expect(problems(trial)).toEqual([]);
  expect(problems({ ...trial, details: [{ id: 'leads', amount: 2 }] })).toEqual([]);
  expect(problems({ ...trial, details: [{ id: 'leads', amount: 1 }] })).toEqual([
    'entry/fewer-leads /procedures/0/details/0',
  ]);
});

it('techniques of which one can be true are named where they contradict', () => {
  const celiac: DraftProcedure = {
    ...{ ...done, itemId: 'celiac', levels: [{ level: 'L1', side: 'bilateral' }] },
    techniques: ['diagnostic', 'alcohol', 'retrocrural'],
  };
  expect(checkProcedure(celiac, facts)).toMatchObject([
    {
      code: 'entry/techniques-contradict',
      field: '/procedures/0/techniques/1',
      detail: { one: 'Diagnostic', other: 'Alcohol' },
    },
  ]);
});

it('the choices that rules filter on are those of details with choices', () => {
  const item = shipped.item('scs-implant');
  if (!item) throw new Error('no item');
  const details = [
    { id: 'leads', amount: 2 },
    { id: 'entry', value: 'T12-L1' },
    { id: 'lead-role', value: 'performed' },
    { id: 'generator-role', value: 'observed' },
  ];
  expect(recordedChoices({ ...trial, itemId: 'scs-implant', details }, item)).toEqual([
    'lead-role=performed',
    'generator-role=observed',
  ]);
});

it('a bone that is no vertebra is named with its side, without a level of the spine', () => {
  const ablation: DraftProcedure = {
    ...{ ...done, itemId: 'tumor-ablation', side: 'left', levels: [{ level: 'ilium' }] },
  };
  expect(problems(ablation)).toEqual([]);
  expect(problems({ ...ablation, levels: [{ level: 'L4' }] })).toContain(
    'entry/side-on-level /procedures/0/side',
  );
});

it('a meeting has no supervision level', () => {
  const meeting: DraftProcedure = {
    ...{ itemId: 'exp-mdt', levels: [], techniques: ['case-presented'], complications: [] },
    role: 'performed-part',
  };
  expect(problems(meeting)).toEqual([]);
  expect(problems({ ...meeting, itemId: 'exp-neuro-exam', techniques: [] })).toEqual([
    'entry/required /procedures/0/supervision',
  ]);
});
