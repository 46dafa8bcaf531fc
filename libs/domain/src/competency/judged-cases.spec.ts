import type { Fact } from './fact';
import { shipped } from '../catalogue/testdata/shipped-catalogue';
import { hasChart, judgedCases, WELL_AT_HELP } from './judged-cases';
import { fact } from './testdata/build';

const about = { items: ['esi-tf-lumbar'], groups: ['facet'] };
const judged = fact;
const of = (...facts: Fact[]) => judgedCases(about, facts);

describe('A judged case', () => {
  it('went well from help 4 on, unless the supervisor took over', () => {
    expect(WELL_AT_HELP).toBe(4);
    expect(of(judged('a', { help: 5 }))).toEqual([0]);
    expect(of(judged('a', { help: 4 }))).toEqual([0]);
    expect(of(judged('a', { help: 3 }))).toEqual([1]);
    expect(of(judged('a', { help: 5, outcome: 'supervisor-took-over' }))).toEqual([1]);
    expect(of(judged('a', { help: 5, outcome: null }))).toEqual([0]);
  });

  it('is approved, rated, in a patient, and done by the fellow in whole or part', () => {
    expect(of(judged('a', { status: 'amended' }))).toEqual([0]);
    expect(of(judged('a', { role: 'performed-part' }))).toEqual([0]);
    for (const status of ['submitted', 'returned', 'draft', 'void'] as const)
      expect(of(judged('a', { status }))).toEqual([]);
    for (const role of ['observed', 'assisted', 'taught'] as const)
      expect(of(judged('a', { role }))).toEqual([]);
    expect(of(judged('a', { help: null }))).toEqual([]);
    expect(of(judged('a', { simulation: true }))).toEqual([]);
  });

  it('that was aborted is a failure at help 3 or less, and else not judged at all', () => {
    const aborted = (help: Fact['help']) => of(judged('a', { outcome: 'aborted', help }));
    expect([1, 2, 3].map((help) => aborted(help as 1 | 2 | 3))).toEqual([[1], [1], [1]]);
    expect([aborted(4), aborted(5), aborted(null)]).toEqual([[], [], []]);
    const line = (id: string, change: Partial<Fact>) =>
      judged(id, { entryId: 'e', scope: 'all', help: 5, ...change });
    expect(of(line('a', { outcome: 'aborted' }), line('b', {}))).toEqual([0]);
  });

  it('is a procedure: a consultation or another experience has no procedural chart', () => {
    const visit = { itemId: 'exp-cancer', group: 'facet', kind: 'experience', outcome: null } as const;
    expect(of(judged('a', { ...visit, help: 2 }), judged('b', { ...visit, help: 5 }))).toEqual([]);
  });

  it('is about the items or groups of the competency', () => {
    expect(of(judged('a', { itemId: 'mbb-lumbar', group: 'facet' }))).toEqual([0]);
    expect(of(judged('a', { itemId: 'stellate', group: 'sympathetic' }))).toEqual([]);
    expect(judgedCases({ items: [] }, [judged('a')])).toEqual([]);
    expect(() => judgedCases({}, [judged('a')])).toThrow(
      expect.objectContaining({ name: 'DomainError', code: 'requirement/about-empty', field: '/about' }),
    );
  });

  it('is one for all lines of an item that were rated in one tap, and failed if the supervisor took over in one', () => {
    const line = (id: string, change: Partial<Fact> = {}) =>
      judged(id, { entryId: 'e', scope: 'all', ...change });
    expect(of(line('a'), line('b'))).toEqual([0]);
    expect(of(line('a'), line('b', { outcome: 'supervisor-took-over' }), line('c'))).toEqual([1]);
    expect(of(line('a'), line('b', { itemId: 'mbb-lumbar', group: 'facet' }))).toEqual([0, 0]);
    expect(of(line('a'), line('b', { entryId: 'other' }))).toEqual([0, 0]);
    expect(of(line('a', { scope: 'each' }), line('b', { scope: 'each', help: 3 }))).toEqual([0, 1]);
  });

  it('stands in the order of dates, then ids, whatever order the facts come in', () => {
    const facts = [
      judged('c', { performedOn: '2026-03-01', help: 5 }),
      judged('b', { performedOn: '2026-02-01', help: 1 }),
      judged('a', { performedOn: '2026-02-01', help: 5 }),
      judged('d', { performedOn: '2026-01-01', help: 2 }),
    ];
    expect(judgedCases(about, facts)).toEqual([1, 0, 1, 0]);
    expect(judgedCases(about, facts.toReversed())).toEqual([1, 0, 1, 0]);
  });
});

describe('A competency', () => {
  it('has a chart unless all that it is about are experiences', () => {
    const has = (chartOf: Parameters<typeof hasChart>[0]) => hasChart(chartOf, shipped.catalogue);
    expect(has({ items: ['exp-cancer', 'exp-palliative'] })).toBe(false);
    expect(has({ groups: ['exp-medication'] })).toBe(false);
    expect(has({ items: ['exp-cancer', 'celiac'] })).toBe(true);
    expect(has({ groups: ['rfa'] })).toBe(true);
    expect(has({ items: ['unknown'] })).toBe(true);
  });
});
