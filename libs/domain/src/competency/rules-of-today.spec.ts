import { checkRequirementSet } from './check-requirement-set';
import { COUNTING_CONVENTIONS, rulesOfToday, type Rule } from './requirement-set';
import { assess } from './assess';
import catalogueIds from './testdata/catalogue-ids.json';
import { competency, fact, lumbar, requirementSet } from './testdata/build';

const perSession: Rule = { kind: 'count', filter: lumbar, per: 'session', need: 2 };
const perLevel: Rule = { kind: 'count', filter: lumbar, per: 'level', need: 2 };
const published = requirementSet([competency('a', { rules: [perSession, perLevel] })]);
const rows = ['x', 'y'].map((id) => fact(id, { entryId: 'entry' }));
const valuesOf = (set: typeof published) =>
  assess(set, rows, { asOf: '2026-12-31', baseSpecialty: null }).competencies[0]?.rules.map(
    ({ value }) => value,
  );

describe('Counting (i): a requirement set that was published when a session was one row', () => {
  it('asks for procedures in today’s words, and its numbers stay what they were', () => {
    const today = rulesOfToday(published);
    expect(today.competencies[0]?.rules).toEqual([{ ...perSession, per: 'procedure' }, perLevel]);
    expect(valuesOf(today)).toEqual([2, 2]);
    expect(published.competencies[0]?.rules).toEqual([perSession, perLevel]);
  });

  it('is read so once: a set of today is as it says', () => {
    const today = { ...published, conventions: COUNTING_CONVENTIONS } as const;
    expect(rulesOfToday(today)).toBe(today);
    expect(rulesOfToday(rulesOfToday(published))).toEqual(rulesOfToday(published));
    expect(valuesOf(today)).toEqual([1, 2]);
  });

  it('names conventions that exist, or none', () => {
    const problems = (conventions: unknown) =>
      checkRequirementSet({ ...published, conventions } as typeof published, catalogueIds);
    expect(problems(undefined)).toEqual([]);
    expect(problems(COUNTING_CONVENTIONS)).toEqual([]);
    expect(problems(3)).toMatchObject([{ code: 'requirement/choice-unknown', field: '/conventions' }]);
  });
});
