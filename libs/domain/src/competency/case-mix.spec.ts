import { shipped } from '../catalogue/testdata/shipped-catalogue';
import { assess } from './assess';
import { careCounts, careKinds, entriesBy, simulatedEntries } from './case-mix';
import { exampleRequirementSet } from './example-requirements';
import { fact } from './testdata/build';

const visit = (id: string, itemId: string, change: Parameters<typeof fact>[1] = {}) =>
  fact(id, { entryId: id, itemId, kind: 'experience', outcome: null, performedOn: '2026-11-01', ...change });
const counts = (facts: readonly ReturnType<typeof fact>[], set = exampleRequirementSet) => {
  const { competencies } = assess(set, facts, { asOf: '2026-11-23', baseSpecialty: null, signOffs: [] });
  return careCounts(set, facts, competencies);
};

it('counts each kind of care, with the aim where the requirements have one', () => {
  const found = counts([
    visit('a', 'exp-acute'),
    visit('b', 'exp-mdt'),
    visit('c', 'exp-continuity'),
    visit('d', 'exp-continuity', { status: 'submitted' }),
    visit('e', 'exp-continuity', { simulation: true }),
  ]);
  expect(found.map(({ kind }) => kind)).toEqual([...careKinds]);
  const of = (kind: string) => found.find((one) => one.kind === kind);
  expect(of('acute')).toEqual({ kind: 'acute', count: 1, aim: 20, competencyId: 'acute-pain-care' });
  expect(of('chronic')).toEqual({ kind: 'chronic', count: 1, aim: null, competencyId: null });
  expect(of('team')).toEqual({ kind: 'team', count: 1, aim: null, competencyId: null });
  expect(of('psychology')).toMatchObject({ count: 0, aim: 5 });
});

it('knows of no experience that the catalogue has not', () => {
  const ids = new Set(shipped.catalogue.items.map(({ id }) => id));
  const found = counts(
    [...ids].map((id, nth) => visit(`f${nth}`, id)),
    { ...exampleRequirementSet, competencies: [] },
  );
  expect(found.map(({ count }) => count)).toEqual([2, 4, 2, 4, 3, 1]);
});

it('counts entries once, what was not recorded too, and simulations apart', () => {
  const facts = [
    fact('a', { entryId: 'e', painCategory: 'acute' }),
    fact('b', { entryId: 'e', painCategory: 'acute' }),
    fact('c', { entryId: 'f', painCategory: null }),
    fact('d', { entryId: 'g', painCategory: 'acute', simulation: true }),
    fact('h', { entryId: 'h', painCategory: 'acute', status: 'submitted' }),
  ];
  expect([...entriesBy(facts, ({ painCategory }) => painCategory)]).toEqual([
    ['acute', 1],
    [null, 1],
  ]);
  expect(simulatedEntries(facts)).toBe(1);
});
