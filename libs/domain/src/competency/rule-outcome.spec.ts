import type { Fact, FactFilter } from './fact';
import type { CountRule, FactRule } from './requirement-set';
import { explained, fact, lumbar } from './testdata/build';

const asOf = '2026-12-31';

function count(filter: FactFilter, change: Partial<CountRule> = {}): CountRule {
  return { kind: 'count', filter, per: 'session', need: 2, ...change };
}

/** The reasons against one fact under a filter; null when it counts. */
function reasonsAgainst(one: Fact, filter: FactFilter) {
  const { counted, notCounted } = explained(count(filter), [one], asOf);
  expect(counted.length + notCounted.length).toBe(1);
  return notCounted[0]?.reasons ?? null;
}

describe('a fact counts', () => {
  it.each(['approved', 'amended'] as const)('when its entry is %s', (status) => {
    expect(reasonsAgainst(fact('a', { status }), lumbar)).toBeNull();
  });

  it.each(['draft', 'submitted', 'returned', 'void'] as const)('not when its entry is %s', (status) => {
    expect(reasonsAgainst(fact('a', { status }), lumbar)).toEqual(['not-approved']);
  });

  it('on the as-of date and not after it', () => {
    expect(reasonsAgainst(fact('a', { performedOn: asOf }), lumbar)).toBeNull();
    expect(reasonsAgainst(fact('a', { performedOn: '2027-01-01' }), lumbar)).toEqual(['after-as-of']);
  });

  it('from the first day of the window on', () => {
    const filter = { ...lumbar, windowMonths: 6 };
    expect(reasonsAgainst(fact('a', { performedOn: '2026-06-30' }), filter)).toBeNull();
    expect(reasonsAgainst(fact('a', { performedOn: '2026-06-29' }), filter)).toEqual(['outside-window']);
    expect(reasonsAgainst(fact('a', { performedOn: '2027-06-29' }), filter)).toEqual(['after-as-of']);
  });

  it('in simulation only where the rule asks for it', () => {
    const simulated = fact('a', { simulation: true });
    expect(reasonsAgainst(simulated, lumbar)).toEqual(['simulation']);
    expect(reasonsAgainst(simulated, { ...lumbar, simulation: 'exclude' })).toEqual(['simulation']);
    expect(reasonsAgainst(simulated, { ...lumbar, simulation: 'include' })).toBeNull();
    expect(reasonsAgainst(simulated, { ...lumbar, simulation: 'only' })).toBeNull();
    expect(reasonsAgainst(fact('b'), { ...lumbar, simulation: 'include' })).toBeNull();
    expect(reasonsAgainst(fact('b'), { ...lumbar, simulation: 'only' })).toEqual(['not-simulation']);
  });

  it('when it is one of the items or of the groups, and of the kind', () => {
    const caudal = fact('a', { itemId: 'esi-caudal' });
    expect(reasonsAgainst(caudal, lumbar)).toEqual(['other-procedure']);
    expect(reasonsAgainst(caudal, { groups: ['epidural'] })).toBeNull();
    expect(reasonsAgainst(caudal, { groups: ['facet'] })).toEqual(['other-procedure']);
    expect(reasonsAgainst(caudal, { ...lumbar, groups: ['epidural'] })).toBeNull();
    expect(reasonsAgainst(fact('b'), { ...lumbar, groups: ['facet'] })).toBeNull();
    expect(reasonsAgainst(caudal, { kind: 'procedure' })).toBeNull();
    expect(reasonsAgainst(caudal, { kind: 'experience' })).toEqual(['other-procedure']);
    expect(reasonsAgainst(fact('c', { kind: 'experience' }), { ...lumbar, kind: 'procedure' })).toEqual([
      'other-procedure',
    ]);
  });

  it('when its role, supervision, pain category and setting are asked for', () => {
    const filter: FactFilter = {
      ...lumbar,
      roles: ['performed', 'taught'],
      supervision: ['direct'],
      painCategories: ['cancer', 'chronic-non-cancer'],
      settings: ['clinic'],
    };
    expect(reasonsAgainst(fact('a'), filter)).toBeNull();
    expect(reasonsAgainst(fact('a', { role: 'assisted' }), filter)).toEqual(['role']);
    expect(reasonsAgainst(fact('a', { supervision: 'oversight' }), filter)).toEqual(['supervision']);
    expect(reasonsAgainst(fact('a', { painCategory: 'acute' }), filter)).toEqual(['pain-category']);
    expect(reasonsAgainst(fact('a', { painCategory: null }), filter)).toEqual(['pain-category']);
    expect(reasonsAgainst(fact('a', { setting: 'asc' }), filter)).toEqual(['setting']);
    expect(reasonsAgainst(fact('a', { setting: null }), filter)).toEqual(['setting']);
  });

  it('when its outcome, technique, diagnosis, age band, guidance and region are asked for', () => {
    const told: Partial<Fact> = {
      ...{ outcome: 'converted', techniques: ['alcohol', 'diagnostic'], guidance: 'ct', region: 'lumbar' },
      ...{ diagnosisGroup: 'visceral-pelvic', diagnosisId: 'chronic-pancreatitis', ageBand: '40-64' },
    };
    const cases: [FactFilter, Partial<Fact>, string][] = [
      [{ outcomes: ['success', 'converted'] }, { outcome: 'supervisor-took-over' }, 'outcome'],
      [{ outcomes: ['success', 'converted'] }, { outcome: null }, 'outcome'],
      [{ techniques: ['phenol', 'alcohol'] }, { techniques: ['diagnostic'] }, 'technique'],
      [{ techniques: ['phenol', 'alcohol'] }, { techniques: [] }, 'technique'],
      [{ diagnosisGroups: ['visceral-pelvic'] }, { diagnosisGroup: 'other' }, 'diagnosis'],
      [{ diagnosisGroups: ['visceral-pelvic'] }, { diagnosisGroup: null }, 'diagnosis'],
      [{ diagnoses: ['chronic-pancreatitis'] }, { diagnosisId: null }, 'diagnosis'],
      [{ ageBands: ['18-39', '40-64'] }, { ageBand: '1-17' }, 'age-band'],
      [{ ageBands: ['18-39', '40-64'] }, { ageBand: null }, 'age-band'],
      [{ guidance: ['ct', 'endoscopic'] }, { guidance: 'fluoroscopy' }, 'guidance'],
      [{ guidance: ['ct', 'endoscopic'] }, { guidance: null }, 'guidance'],
      [{ regions: ['lumbar'] }, { region: 'sacral' }, 'region'],
      [{ regions: ['lumbar'] }, { region: null }, 'region'],
    ];
    for (const [filter, other, reason] of cases) {
      expect(reasonsAgainst(fact('a', told), { ...lumbar, ...filter })).toBeNull();
      expect(reasonsAgainst(fact('a', { ...told, ...other }), { ...lumbar, ...filter })).toEqual([reason]);
    }
  });

  it('when it was not aborted, unless the rule asks for outcomes; an experience has none', () => {
    const ended = (outcome: Fact['outcome']) => fact('a', { outcome });
    expect(reasonsAgainst(ended('aborted'), lumbar)).toEqual(['outcome']);
    for (const outcome of ['success', 'converted', 'supervisor-took-over', null] as const)
      expect(reasonsAgainst(ended(outcome), lumbar)).toBeNull();
    expect(reasonsAgainst(ended('aborted'), { ...lumbar, outcomes: ['aborted'] })).toBeNull();
  });

  it('when it is rated at the help asked for or better', () => {
    const filter: FactFilter = { ...lumbar, minHelp: 3 };
    expect(reasonsAgainst(fact('a', { help: 3 }), filter)).toBeNull();
    expect(reasonsAgainst(fact('a', { help: 5 }), filter)).toBeNull();
    expect(reasonsAgainst(fact('a', { help: 2 }), filter)).toEqual(['help-below']);
    expect(reasonsAgainst(fact('a', { help: null }), filter)).toEqual(['not-rated']);
    expect(reasonsAgainst(fact('a', { help: null }), lumbar)).toBeNull();
  });
});

describe('an opened number', () => {
  it('gives every reason that applies', () => {
    const filter: FactFilter = {
      ...lumbar,
      roles: ['performed'],
      supervision: ['oversight'],
      painCategories: ['cancer'],
      settings: ['asc'],
      windowMonths: 1,
      minHelp: 5,
    };
    const against = { itemId: 'mbb-lumbar', role: 'observed', status: 'void', simulation: true } as const;
    expect(reasonsAgainst(fact('a', against), filter)).toEqual([
      'other-procedure',
      'not-approved',
      'outside-window',
      'simulation',
      'role',
      'supervision',
      'pain-category',
      'setting',
      'help-below',
    ]);
  });

  it('lists what waits beside it: submitted, and nothing else against it', () => {
    const submitted = { status: 'submitted', help: null } as const;
    const opened = explained(
      count({ ...lumbar, roles: ['performed'], minHelp: 3 }),
      [
        fact('counts'),
        fact('waits', submitted),
        fact('assisted', { ...submitted, role: 'assisted' }),
        fact('later', { ...submitted, performedOn: '2027-01-01' }),
        fact('caudal', { ...submitted, itemId: 'esi-caudal' }),
        fact('simulated', { ...submitted, simulation: true }),
        fact('rated-low', { status: 'submitted', help: 2 }),
        fact('returned', { status: 'returned' }),
        fact('unrated', { help: null }),
      ],
      asOf,
    );
    expect(opened.waiting).toEqual(['waits']);
    expect(opened.counted).toEqual(['counts']);
    expect(opened.notCounted.find(({ id }) => id === 'waits')?.reasons).toEqual([
      'not-approved',
      'not-rated',
    ]);
  });

  it('is in order of date, then id, whatever order the facts came in', () => {
    const facts = [
      fact('c', { performedOn: '2026-05-01' }),
      fact('b', { performedOn: '2026-05-02', itemId: 'esi-caudal' }),
      fact('a', { performedOn: '2026-05-02' }),
      fact('d', { performedOn: '2026-04-30', itemId: 'esi-caudal' }),
    ];
    const byGroup = count({ groups: ['epidural'] });
    expect(explained(byGroup, facts, asOf).counted).toEqual(['d', 'c', 'a', 'b']);
    expect(explained(count({ groups: ['facet'] }), facts, asOf).notCounted.map(({ id }) => id)).toEqual([
      ...['d', 'c', 'a', 'b'],
    ]);
  });
});

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

  it('is 1 per session whatever rows of its entry pass, the first in order speaking for it', () => {
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
