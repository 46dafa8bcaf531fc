import type { Fact, FactFilter } from './fact';
import { explainRule } from './explain-rule';
import type { CountRule, FactRule } from './requirement-set';
import { fact, lumbar } from './testdata/build';

const asOf = '2026-12-31';

function count(filter: FactFilter, change: Partial<CountRule> = {}): CountRule {
  return { kind: 'count', filter, per: 'session', need: 2, ...change };
}

/** The reasons against one fact under a filter; null when it counts. */
function reasonsAgainst(one: Fact, filter: FactFilter) {
  const { counted, notCounted } = explainRule(count(filter), [one], asOf);
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
    const opened = explainRule(
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
    expect(explainRule(byGroup, facts, asOf).counted).toEqual(['d', 'c', 'a', 'b']);
    expect(explainRule(count({ groups: ['facet'] }), facts, asOf).notCounted.map(({ id }) => id)).toEqual([
      ...['d', 'c', 'a', 'b'],
    ]);
  });
});

describe('a count', () => {
  const facts = [fact('a', { levels: 3 }), fact('b', { levels: 2 })];

  it('is 1 per session', () => {
    expect(explainRule(count(lumbar, { need: 3 }), facts, asOf)).toEqual({
      rule: count(lumbar, { need: 3 }),
      value: 2,
      need: 3,
      met: false,
      counted: ['a', 'b'],
      waiting: [],
      notCounted: [],
    });
  });

  it('is the levels per level', () => {
    const opened = explainRule(count(lumbar, { per: 'level', need: 5 }), facts, asOf);
    expect(opened).toMatchObject({ value: 5, need: 5, met: true, counted: ['a', 'b'] });
    expect(explainRule(count(lumbar, { per: 'level', need: 6 }), facts, asOf).met).toBe(false);
  });

  it('of recency looks at its own window', () => {
    const recency: FactRule = { kind: 'recency', filter: lumbar, windowMonths: 6, need: 1 };
    const opened = explainRule(
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
    expect(explainRule({ kind: 'distinct', filter, of: 'supervisor', need: 2 }, facts, asOf)).toMatchObject({
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

  it('counts different sites', () => {
    expect(explainRule({ kind: 'distinct', filter, of: 'site', need: 2 }, facts, asOf)).toMatchObject({
      value: 1,
      met: false,
      distinctValues: ['main'],
    });
  });
});

describe('the last n ratings', () => {
  const rule: FactRule = {
    kind: 'rating-last-n',
    filter: { ...lumbar, roles: ['performed'] },
    n: 3,
    minHelp: 4,
  };
  const on = (day: string, help: Fact['help'], change: Partial<Fact> = {}) =>
    fact(day, { performedOn: `2026-${day}`, help, ...change });

  it('are the newest rated facts that pass, and all must be at the level', () => {
    const opened = explainRule(
      rule,
      [
        on('01-01', 5),
        on('02-01', 4),
        on('03-01', 3),
        on('04-01', null),
        on('05-01', 4),
        on('06-01', 1, { role: 'assisted' }),
        on('07-01', null, { role: 'assisted' }),
      ],
      asOf,
    );
    expect(opened).toMatchObject({ value: 2, need: 3, met: false, counted: ['02-01', '05-01'] });
    expect(opened.lastN).toEqual([
      { id: '05-01', performedOn: '2026-05-01', help: 4, atLevel: true },
      { id: '03-01', performedOn: '2026-03-01', help: 3, atLevel: false },
      { id: '02-01', performedOn: '2026-02-01', help: 4, atLevel: true },
    ]);
    expect(opened.notCounted).toEqual([
      { id: '01-01', reasons: ['not-in-last-n'] },
      { id: '03-01', reasons: ['help-below'] },
      { id: '04-01', reasons: ['not-rated'] },
      { id: '06-01', reasons: ['role'] },
      { id: '07-01', reasons: ['role'] },
    ]);
  });

  it('are met by exactly n at the level, and not by fewer', () => {
    const three = [on('01-01', 4), on('02-01', 5), on('03-01', 4)];
    expect(explainRule(rule, three, asOf)).toMatchObject({ value: 3, met: true });
    expect(explainRule(rule, three.slice(1), asOf)).toMatchObject({ value: 2, met: false });
    expect(explainRule(rule, [on('01-01', 1), ...three.slice(1), on('04-01', 4)], asOf).met).toBe(true);
  });

  it('take the later logged of two on one day', () => {
    const sameDay = ['a', 'b', 'c', 'd'].map((id) => fact(id));
    expect(explainRule(rule, sameDay, asOf).lastN?.map(({ id }) => id)).toEqual(['d', 'c', 'b']);
  });

  it('may be worsened by a newer, lower rating: they are not monotone', () => {
    const three = [on('01-01', 4), on('02-01', 5), on('03-01', 4)];
    expect(explainRule(rule, [...three, on('04-01', 2)], asOf)).toMatchObject({ value: 2, met: false });
  });

  it('wait for submitted facts that would be among them', () => {
    const waiting = { status: 'submitted', help: null } as const;
    const three = [on('02-01', 4), on('03-01', 4), on('04-01', 4)];
    const older = on('01-01', null, waiting);
    const newer = on('02-02', null, waiting);
    const sameDayLater = fact('zz', { performedOn: '2026-02-01', ...waiting });
    const sameDayEarlier = fact('00', { performedOn: '2026-02-01', ...waiting });
    const olderLoggedLater = fact('zzz', { performedOn: '2026-01-31', ...waiting });
    const all = [...three, older, olderLoggedLater, newer, sameDayLater, sameDayEarlier];
    expect(explainRule(rule, all, asOf).waiting).toEqual(['zz', '02-02']);
    expect(explainRule(rule, [...three.slice(1), older], asOf).waiting).toEqual(['01-01']);
    const ratedBefore = [on('05-01', 4, { status: 'submitted' }), on('06-01', 3, { status: 'submitted' })];
    expect(explainRule(rule, [...three, ...ratedBefore], asOf).waiting).toEqual(['05-01']);
  });
});

describe('an impossible rule or fact is refused', () => {
  it.each([
    ['requirement/need-impossible', '/need', { kind: 'count', filter: lumbar, per: 'session', need: NaN }],
    [
      'requirement/window-impossible',
      '/windowMonths',
      { kind: 'recency', filter: lumbar, windowMonths: 0, need: 1 },
    ],
  ] as const)('with %s', (code, field, rule) => {
    expect(() => explainRule(rule, [], asOf)).toThrow(
      expect.objectContaining({ name: 'DomainError', code, field }),
    );
  });

  it.each([
    ['requirement/fact-twice', {}],
    ['requirement/fact-date', { id: 'b', performedOn: '2026-6-1' }],
    ['requirement/fact-date', { id: 'b', performedOn: '2026-13-01' }],
    ['requirement/fact-date', { id: 'b', performedOn: '2026-12-32' }],
    ['requirement/fact-date', { id: 'b', performedOn: 'x2026-12-01' }],
    ['requirement/fact-date', { id: 'b', performedOn: '2026-12-01T' }],
    ['requirement/fact-levels', { id: 'b', levels: -1 }],
    ['requirement/fact-levels', { id: 'b', levels: 1.5 }],
    ['requirement/fact-levels', { id: 'b', levels: NaN }],
    ['requirement/fact-help', { id: 'b', help: 6 as never }],
    ['requirement/fact-help', { id: 'b', help: 2.5 as never }],
  ])('with %s for %p', (code, change) => {
    const facts = [fact('a'), fact('a', change)];
    expect(() => explainRule(count(lumbar), facts, asOf)).toThrow(
      expect.objectContaining({ name: 'DomainError', code, field: '/facts/1' }),
    );
  });

  it('with requirement/date-impossible for a day that does not exist', () => {
    expect(() => explainRule(count(lumbar), [], '2026-02-30')).toThrow(
      expect.objectContaining({ code: 'requirement/date-impossible', field: '/asOf' }),
    );
  });
});
