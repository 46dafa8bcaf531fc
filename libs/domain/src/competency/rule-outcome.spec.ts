import type { Fact, FactFilter } from './fact';
import { count, explained, fact, lumbar } from './testdata/build';

const asOf = '2026-12-31';

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

  it('when of every detail that is asked for one of the choices was recorded', () => {
    const told = fact('a', { choices: ['steroid=non-particulate', 'sedation=none'] });
    const asks = (...choices: string[]) => reasonsAgainst(told, { ...lumbar, choices });
    expect(asks('steroid=particulate', 'steroid=non-particulate')).toBeNull();
    expect(asks('steroid=non-particulate', 'sedation=none')).toBeNull();
    expect(asks('steroid=non-particulate', 'sedation=deep')).toEqual(['detail']);
    expect(reasonsAgainst(fact('b'), { ...lumbar, choices: ['steroid=none'] })).toEqual(['detail']);
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
