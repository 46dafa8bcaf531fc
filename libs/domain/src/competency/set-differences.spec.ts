import { mappingById, setDifferences } from './set-differences';
import { competency, count, lumbar, oneSession, requirementSet } from './testdata/build';

const two = count(lumbar);
const site = { kind: 'distinct', filter: lumbar, of: 'site', need: 2 } as const;
const compared = (before: Parameters<typeof setDifferences>[0], after: ReturnType<typeof requirementSet>) =>
  setDifferences(before, after, mappingById(before, after)).map(
    ({ difference, before: old, after: now, rules }) => [
      old?.id ?? null,
      now?.id ?? null,
      difference,
      ...rules.map((rule) => rule.difference),
    ],
  );

describe('what a new version says otherwise', () => {
  it('is nothing where nothing changed, whatever the order of the keys', () => {
    const { id, title, ...rest } = competency('a', { rules: [two, site] });
    const turned = {
      ...rest,
      title,
      id,
      rules: [two, { need: 2, of: 'site', filter: lumbar, kind: 'distinct' }],
    };
    const before = requirementSet([competency('a', { rules: [two, site] })]);
    expect(compared(before, requirementSet([turned as never]))).toEqual([['a', 'a', 'same', 'same', 'same']]);
  });

  it('is told rule by rule: each beside its equal, else beside one of its kind', () => {
    const before = requirementSet([competency('a', { rules: [oneSession, site] })]);
    const after = requirementSet([competency('a', { rules: [{ ...two, need: 9 }, two, site] })]);
    expect(compared(before, after)).toEqual([['a', 'a', 'changed', 'changed', 'added', 'same']]);
    expect(compared(after, before)).toEqual([['a', 'a', 'changed', 'changed', 'same', 'removed']]);
  });

  it('has new competencies, and last those that nothing continues', () => {
    const before = requirementSet([competency('gone'), competency('a')]);
    const after = requirementSet([competency('new'), competency('a', { highRisk: true })]);
    expect(compared(before, after)).toEqual([
      [null, 'new', 'added', 'added'],
      ['a', 'a', 'changed', 'same'],
      ['gone', null, 'removed', 'removed'],
    ]);
  });

  it('follows a mapping: a competency of another id is the old one', () => {
    const before = requirementSet([competency('old')]);
    const after = requirementSet([{ ...competency('old'), id: 'new' }]);
    const [only, ...others] = setDifferences(before, after, [{ from: 'old', to: 'new' }]);
    expect([only?.before?.id, only?.difference, others]).toEqual(['old', 'changed', []]);
  });

  it('is everything where there was no version before', () => {
    expect(compared(null, requirementSet([competency('a')]))).toEqual([[null, 'a', 'added', 'added']]);
  });
});
