import type { RequirementFile, Rule } from '@countersign/domain/competency';
import { checkRequirementSet, ruleKinds, setOfFile } from '@countersign/domain/competency';
import {
  idFrom,
  moved,
  newCompetency,
  newRule,
  nextOf,
  withCompetency,
  without,
  withSourced,
} from './edited-set';

const catalogue = { items: [{ id: 'tpi' }], groups: [] };
const about = { items: ['tpi'] };
const set: RequirementFile = {
  ...{ id: 'own', title: 'Own', source: 'The committee', edition: 'July 2026', effectiveOn: '2026-07-01' },
  competencies: [
    {
      id: 'a',
      title: 'A',
      shortTitle: 'A',
      about,
      rules: [newRule('count', { about, others: [] })],
      highRisk: false,
    },
    {
      id: 'b',
      title: 'B',
      shortTitle: 'B',
      about,
      rules: [newRule('recency', { about, others: [] })],
      highRisk: true,
    },
  ],
};
const faults = (edited: RequirementFile) =>
  checkRequirementSet(setOfFile(edited, 1) as never, catalogue).map(({ code, field }) => `${code} ${field}`);

it('makes of every kind a rule that lacks nothing but the words of its writer', () => {
  const others = [{ id: 'b', title: 'B' }];
  const rules = ruleKinds.map((kind): Rule => newRule(kind, { about, others }));
  expect(rules.map(({ kind }) => kind)).toEqual([...ruleKinds]);
  expect(faults(withCompetency(set, 0, { rules }))).toEqual([
    'requirement/text-missing /competencies/0/rules/6/title',
    'requirement/text-missing /competencies/0/rules/7/rules/0/title',
    'requirement/text-missing /competencies/0/rules/8/specialties/0',
  ]);
});

it('adds, moves, changes and takes out, and leaves what was there as it was', () => {
  const before = JSON.stringify(set);
  const added = { ...set, competencies: [...set.competencies, newCompetency(set)] };
  expect(added.competencies.map(({ id }) => id)).toEqual(['a', 'b', 'competency-3']);
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b'], 0, 2)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(without(['a', 'b'], 0)).toEqual(['b']);
  expect(withCompetency(set, 1, { lapseMonths: 12 }).competencies[1]?.lapseMonths).toBe(12);
  const again = withCompetency(withCompetency(set, 1, { lapseMonths: 12 }), 1, {
    lapseMonths: undefined,
  } as never);
  expect(again).toEqual(set);
  expect(JSON.stringify(set)).toBe(before);
});

it('takes a published number with its source, once', () => {
  const taken = withSourced(set, 'cancer-sessions');
  expect(taken.competencies.at(-1)?.source?.edition).toBe('9 March 2021');
  expect(withSourced(taken, 'cancer-sessions')).toBe(taken);
  expect([withSourced(set, 'canada-blocks'), withSourced(set, undefined)]).toEqual([set, set]);
});

it('makes of an example a set that can be verified, and ids of titles', () => {
  expect(nextOf({ ...set, example: true }).example).toBe(false);
  expect([idFrom('Ultrasound course, 2nd', 'x'), idFrom('…', 'x')]).toEqual(['ultrasound-course-2nd', 'x']);
});
