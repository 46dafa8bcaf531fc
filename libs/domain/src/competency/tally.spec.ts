import type { Fact, FactFilter } from './fact';
import type { CountRule, FactRule } from './requirement-set';
import { count, explained, fact, lumbar } from './testdata/build';

const asOf = '2026-12-31';

describe('a count', () => {
  const facts = [fact('a', { levels: 3 }), fact('b', { levels: 2 })];

  it('is 1 per session', () => {
    expect(explained(count(lumbar, { need: 3 }), facts, asOf)).toEqual({
      basis: { requirementSetId: 'set', version: 3, asOf, competencyId: 'x', ruleIndex: 0 },
      rule: count(lumbar, { need: 3 }),
      value: 2,
      need: 3,
      met: false,
      counted: ['a', 'b'],
      waiting: [],
      waitingValue: 0,
      notCounted: [],
    });
  });

  it('Counting (i): is 1 per session whatever rows of its entry pass, the first in order speaking for it', () => {
    const row = (id: string, change: Partial<Fact> = {}) => fact(id, { entryId: 'entry', ...change });
    const opened = explained(
      count({ ...lumbar, roles: ['performed'] }),
      [row('c'), row('b'), row('a', { role: 'assisted' }), fact('d')],
      asOf,
    );
    expect(opened).toMatchObject({ value: 2, met: true, counted: ['b', 'd'] });
    expect(opened.notCounted).toEqual([
      { id: 'a', reasons: ['role'] },
      { id: 'c', reasons: ['same-session'] },
    ]);
  });

  it('is every row per procedure', () => {
    const rows = ['a', 'b'].map((id) => fact(id, { entryId: 'entry' }));
    expect(explained(count(lumbar, { per: 'procedure' }), rows, asOf)).toMatchObject({
      value: 2,
      counted: ['a', 'b'],
      notCounted: [],
    });
  });

  it('that waits, waits once a session, in rows per procedure and in levels per level', () => {
    const waits = (id: string, entryId: string) =>
      fact(id, { entryId, status: 'submitted', help: null, levels: 3 });
    const all = [waits('a', 'one'), waits('b', 'one'), waits('c', 'two')];
    const waitingFor = (change: Partial<CountRule>) => {
      const { waiting, waitingValue } = explained(count(lumbar, change), all, asOf);
      return [waiting, waitingValue];
    };
    expect(waitingFor({ per: 'session' })).toEqual([['a', 'c'], 2]);
    expect(waitingFor({ per: 'procedure' })).toEqual([['a', 'b', 'c'], 3]);
    expect(waitingFor({ per: 'level' })).toEqual([['a', 'b', 'c'], 9]);
  });

  it('is the levels per level', () => {
    const opened = explained(count(lumbar, { per: 'level', need: 5 }), facts, asOf);
    expect(opened).toMatchObject({ value: 5, need: 5, met: true, counted: ['a', 'b'] });
    expect(explained(count(lumbar, { per: 'level', need: 6 }), facts, asOf).met).toBe(false);
  });

  it('of recency looks at its own window', () => {
    const recency: FactRule = { kind: 'recency', filter: lumbar, windowMonths: 6, need: 1 };
    const opened = explained(
      recency,
      [
        fact('old', { performedOn: '2026-06-29', levels: 2 }),
        fact('new', { performedOn: '2026-06-30', levels: 2 }),
      ],
      asOf,
    );
    expect(opened).toMatchObject({ value: 1, need: 1, met: true, counted: ['new'] });
    expect(opened.notCounted).toEqual([{ id: 'old', reasons: ['outside-window'] }]);
  });

  it('of recency counts sessions', () => {
    const rows = ['a', 'b'].map((id) => fact(id, { entryId: 'entry' }));
    const recency: FactRule = { kind: 'recency', filter: lumbar, windowMonths: 12, need: 2 };
    expect(explained(recency, rows, asOf)).toMatchObject({ value: 1, met: false, counted: ['a'] });
  });
});

describe('a distinct count', () => {
  const facts = [
    fact('a', { supervisorId: 'sup-b', siteId: 'main' }),
    fact('b', { supervisorId: 'sup-a', siteId: 'main' }),
    fact('c', { supervisorId: 'sup-b', siteId: 'main' }),
    fact('d', { supervisorId: 'sup-c', siteId: 'asc', role: 'observed' }),
    fact('e', { supervisorId: 'sup-d', siteId: 'asc', status: 'submitted' }),
  ];
  const filter: FactFilter = { ...lumbar, roles: ['performed'] };

  it('counts different supervisors, with every fact that passes as evidence', () => {
    expect(explained({ kind: 'distinct', filter, of: 'supervisor', need: 2 }, facts, asOf)).toMatchObject({
      value: 2,
      need: 2,
      met: true,
      counted: ['a', 'b', 'c'],
      waiting: ['e'],
      distinctValues: ['sup-a', 'sup-b'],
      notCounted: [
        { id: 'd', reasons: ['role'] },
        { id: 'e', reasons: ['not-approved'] },
      ],
    });
  });

  it('takes every fact of an entry, not one a session', () => {
    const rows = ['x', 'y'].map((id) => fact(id, { entryId: 'entry' }));
    const opened = explained({ kind: 'distinct', filter, of: 'supervisor', need: 1 }, rows, asOf);
    expect(opened).toMatchObject({ value: 1, counted: ['x', 'y'], notCounted: [] });
  });

  it('counts different sites', () => {
    expect(explained({ kind: 'distinct', filter, of: 'site', need: 2 }, facts, asOf)).toMatchObject({
      value: 1,
      met: false,
      distinctValues: ['main'],
    });
  });
});
