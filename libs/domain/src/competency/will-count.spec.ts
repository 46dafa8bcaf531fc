import { shipped } from '../catalogue/testdata/shipped-catalogue';
import type { DraftContent, DraftProcedure } from '../entry/entry';
import { exampleRequirementSet } from './example-requirements';
import type { Rule } from './requirement-set';
import { willCount } from './will-count';

const asOf = '2026-12-31';
const cervical: DraftProcedure = {
  itemId: 'esi-il-cervical',
  levels: [{ level: 'C7-T1' }],
  techniques: [],
  role: 'performed',
  complications: [],
};
const content = (change: Partial<DraftContent>): DraftContent => ({
  ...{ performedOn: '2026-12-01', simulation: false, procedures: [cervical] },
  ...change,
});
const found = (change: Partial<DraftContent>, competencies = exampleRequirementSet.competencies) =>
  willCount(
    competencies,
    { content: content(change), catalogue: shipped },
    { asOf, baseSpecialty: null },
  ).map(({ competencyId, adds, against, open }) => [
    competencyId,
    adds,
    against.map(({ reason }) => reason),
    open,
  ]);
const row = (change: Partial<DraftProcedure>) => found({ procedures: [{ ...cervical, ...change }] });

describe('Counting (k): “Will count” asks what the dashboard asks, and names', () => {
  it('the competency to which the entry will add', () => {
    expect(row({})).toEqual([['cervical-epidural', 1, [], []]]);
  });

  it('why it will not count: the role, that it was aborted, the window of the rule', () => {
    expect(row({ role: 'observed' })).toEqual([['cervical-epidural', 0, ['role'], []]]);
    expect(row({ outcome: 'aborted' })).toEqual([['cervical-epidural', 0, ['outcome'], []]]);
    expect(row({ role: 'assisted', outcome: 'aborted' })).toEqual([
      ['cervical-epidural', 0, ['role', 'outcome'], []],
    ]);
    expect(found({ performedOn: '2025-12-30' })).toEqual([['cervical-epidural', 0, ['outside-window'], []]]);
  });

  it('what has to be said first, where nothing said rules it out', () => {
    expect(
      found({ procedures: [{ itemId: 'esi-il-cervical', levels: [], techniques: [], complications: [] }] }),
    ).toEqual([['cervical-epidural', 0, [], ['role']]]);
    const celiac: DraftProcedure = { ...cervical, itemId: 'celiac', levels: [] };
    const neurolysis = (change: Partial<DraftContent>) =>
      found({ procedures: [celiac], ...change }).filter(([id]) => id === 'cancer-neurolysis');
    expect(neurolysis({})).toEqual([['cancer-neurolysis', 0, [], ['pain-category', 'technique']]]);
    const diagnostic = { procedures: [{ ...celiac, techniques: ['diagnostic'] }] };
    expect(neurolysis(diagnostic)).toEqual([['cancer-neurolysis', 0, ['technique'], []]]);
    const alcohol = { procedures: [{ ...celiac, techniques: ['alcohol'] }], painCategory: 'cancer' } as const;
    expect(neurolysis(alcohol)).toEqual([['cancer-neurolysis', 1, [], []]]);
  });

  it('an entry once per session, and each row or level where the rule counts these', () => {
    const rows = [cervical, { ...cervical, levels: [{ level: 'C6-7' }] }];
    const rule = (per: 'session' | 'procedure' | 'level'): Rule => ({
      ...{ kind: 'count', filter: { items: ['esi-il-cervical'] }, per, need: 9 },
    });
    const adds = (per: 'session' | 'procedure' | 'level') =>
      found({ procedures: rows }, [
        { id: 'x', title: 'x', shortTitle: 'x', about: {}, rules: [rule(per)], highRisk: false },
      ]).map(([, added]) => added);
    expect([adds('session'), adds('procedure'), adds('level')]).toEqual([[1], [2], [2]]);
  });

  it('a row that counts before one that does not', () => {
    const rows = [
      { ...cervical, role: 'observed' as const },
      { ...cervical, levels: [{ level: 'C6-7' }] },
    ];
    expect(found({ procedures: rows })).toEqual([['cervical-epidural', 1, [], []]]);
  });

  it('simulation where a rule asks for it, beside the count that leaves it out', () => {
    const simulated = { ...cervical, itemId: 'esi-tf-cervical', levels: [{ level: 'C6' }] };
    expect(found({ procedures: [simulated], simulation: true })).toEqual([
      ['cervical-transforaminal', 0, ['simulation'], []],
      ['cervical-transforaminal', 1, [], []],
    ]);
    expect(found({ procedures: [simulated] })).toEqual([['cervical-transforaminal', 1, [], []]]);
  });

  it('nothing where no competency is about it', () => {
    expect(row({ itemId: 'acupuncture', levels: [] })).toEqual([]);
    expect(row({ itemId: 'not-of-the-catalogue' })).toEqual([]);
  });
});
