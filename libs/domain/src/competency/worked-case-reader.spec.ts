import { changed, evaluate, rawCase, rawFact } from './testdata/raw-case';
import { readWorkedCase, workedCasesOf } from './worked-case-reader';

describe('a worked case is read', () => {
  it('with every part of the filter', () => {
    const plain = {
      kind: 'procedure',
      roles: ['performed'],
      supervision: ['direct'],
      simulation: 'include',
      windowMonths: 12,
      minHelp: 3,
    };
    const lists = {
      ...{ painCategories: ['cancer'], settings: ['clinic'], outcomes: ['aborted'], techniques: ['phenol'] },
      ...{ diagnosisGroups: ['joint'], diagnoses: ['knee'], ageBands: ['40-64'], regions: ['lumbar'] },
      guidance: ['ct'],
    };
    const rule = { kind: 'count', filter: { items: ['tpi'], ...plain, ...lists }, per: 'level', need: 1 };
    const singular = {
      ...{ painCategory: 'cancer', setting: 'clinic', outcome: 'aborted', technique: 'phenol' },
      ...{ diagnosisGroup: 'joint', diagnosis: 'knee', ageBand: '40-64', region: 'lumbar', guidance: 'ct' },
    };
    expect(readWorkedCase(changed('spec', { ...plain, ...lists, per: 'level' })).rules).toEqual([rule]);
    expect(readWorkedCase(changed('spec', { ...plain, ...singular, per: 'level' })).rules).toEqual([rule]);
  });

  it('with parts that share the filter but not the shape', () => {
    const spec = {
      roles: ['performed'],
      per: 'level',
      also: [
        { distinct: 'supervisor', need: 2 },
        { lastN: { n: 3, min: 4 }, need: 3 },
        { need: 5, minHelp: 4 },
      ],
    };
    const filter = { items: ['tpi'], roles: ['performed'] };
    expect(readWorkedCase(changed('spec', spec)).rules).toEqual([
      { kind: 'count', filter, per: 'level', need: 1 },
      { kind: 'distinct', filter, of: 'supervisor', need: 2 },
      { kind: 'rating-last-n', filter, n: 3, minHelp: 4 },
      { kind: 'count', filter: { ...filter, minHelp: 4 }, per: 'session', need: 5 },
    ]);
  });

  it('with what facts may leave out, and what they may add', () => {
    const minimal = readWorkedCase(changed('fact', { help: null }));
    expect(minimal.title).toBe('');
    expect(minimal.facts).toEqual([
      {
        id: 'a',
        entryId: 'a',
        itemId: 'tpi',
        group: '',
        kind: 'procedure',
        performedOn: '2026-06-01',
        role: 'performed',
        supervision: 'direct',
        help: null,
        scope: null,
        supervisorId: 'sup-a',
        siteId: 'main',
        status: 'approved',
        simulation: false,
        painCategory: null,
        setting: null,
        outcome: null,
        techniques: [],
        choices: [],
        diagnosisGroup: null,
        diagnosisId: null,
        ageBand: null,
        guidance: null,
        region: null,
        levels: 2,
      },
    ]);
    const more = { kind: 'experience', painCategory: 'cancer', setting: 'clinic' };
    expect(readWorkedCase(changed('fact', more)).facts[0]).toMatchObject({ help: 4, scope: 'each', ...more });
    const together = readWorkedCase(changed('fact', { entry: 'e', scope: 'all' })).facts[0];
    expect(together).toMatchObject({ id: 'a', entryId: 'e', scope: 'all' });
    expect(readWorkedCase(changed('case', { title: 'A title' })).title).toBe('A title');
  });

  it('with groups, where an item that is in none has none', () => {
    const raw = changed('spec', { items: undefined, group: 'soft-tissue', groupOf: { tpi: 'soft-tissue' } });
    expect(readWorkedCase(raw).rules[0]).toMatchObject({ filter: { groups: ['soft-tissue'] } });
    expect(evaluate(raw).differences).toEqual([]);
    const elsewhere = changed('spec', {
      items: undefined,
      group: 'soft-tissue',
      groupOf: { x: 'soft-tissue' },
    });
    expect(evaluate(elsewhere).notCounted).toEqual([{ id: 'a', reasons: ['other-procedure'] }]);
  });

  it('with items and a group as the items that are in the group, also where a part names the group', () => {
    const groupOf = { tpi: 'soft-tissue', 'mbb-lumbar': 'facet' };
    const itemsOf = (spec: Record<string, unknown>) =>
      readWorkedCase(changed('spec', spec)).rules.map((rule) => ('filter' in rule ? rule.filter.items : []));
    expect(itemsOf({ items: ['tpi', 'mbb-lumbar'], group: 'soft-tissue', groupOf })).toEqual([['tpi']]);
    expect(itemsOf({ group: 'facet', groupOf })).toEqual([['(none)']]);
    const also = [{ group: 'soft-tissue', groupOf, need: 1 }];
    expect(itemsOf({ also })).toEqual([['tpi'], ['tpi']]);
  });

  it('without items or a group as a rule about whatever was logged', () => {
    const rulesOf = (spec: Record<string, unknown>) =>
      readWorkedCase(changed('spec', { items: undefined, ...spec })).rules;
    expect(rulesOf({})).toMatchObject([{ filter: { items: ['tpi'] } }]);
    expect(rulesOf({ kind: 'experience' })).toMatchObject([
      { filter: { kind: 'experience', items: ['tpi'] } },
    ]);
    const nothing = { ...(changed('spec', { items: undefined }) as object), facts: [] };
    expect(readWorkedCase(nothing).rules).toMatchObject([{ filter: { items: ['(none)'] } }]);
  });

  it('with facts of one day in the order of the file, whatever their ids are', () => {
    const entry = (...ids: string[]) => ids.map((id) => ({ ...rawFact, id, entry: 'e' }));
    const raw = { ...rawCase, facts: entry('n9', 'n10', 'a') };
    expect(evaluate(raw).notCounted).toEqual(['n10', 'a'].map((id) => ({ id, reasons: ['same-session'] })));
    expect(() => evaluate({ ...rawCase, facts: entry('x', 'y', 'x') })).toThrow(
      expect.objectContaining({ code: 'requirement/fact-twice' }),
    );
  });

  it.each([
    ['exclude', ['exclude', 'none']],
    ['include', ['include', 'both', 'any', 'also']],
    ['only', ['only']],
  ])('with simulation as %s in several words', (meaning, words) => {
    const read = words.map((simulation) => {
      const [rule] = readWorkedCase(changed('spec', { simulation })).rules;
      return 'filter' in rule && rule.filter.simulation;
    });
    expect(read).toEqual(words.map(() => meaning));
  });

  it('with any pain category and setting, which the format does not list', () => {
    const spec = { painCategory: 'pelvic', settings: ['office'], need: 1 };
    const raw = (fact: Record<string, unknown>) => ({
      ...(changed('fact', fact) as object),
      spec: { items: ['tpi'], ...spec },
    });
    expect(evaluate(raw({ painCategory: 'pelvic', setting: 'office' })).count).toBe(1);
    expect(evaluate(raw({ painCategory: 'pelvic', setting: 'home' })).notCounted).toEqual([
      { id: 'a', reasons: ['setting'] },
    ]);
  });
});

describe('a worked case is unreadable', () => {
  const unreadable = (field: string) => expect.objectContaining({ code: 'worked-case/unreadable', field });

  it.each([
    ['file', null],
    ['file', []],
    ['file', 'text'],
    ['file.cases', {}],
    ['file.cases', { cases: {} }],
  ])('in a file that has no cases, at %s', (field, content) => {
    expect(() => workedCasesOf(content)).toThrow(unreadable(field));
  });

  it.each([
    ['case', null],
    ['case.id', {}],
    ['case-1.title', changed('case', { title: 7 })],
    ['case-1.asOf', changed('case', { asOf: 7 })],
    ['case-1.spec', changed('case', { spec: null })],
    ['case-1.facts', changed('case', { facts: {} })],
    ['case-1.facts.0', changed('case', { facts: ['a'] })],
    ['case-1.expect', changed('case', { expect: undefined })],
    ['case-1.spec.need', changed('spec', { need: '1' })],
    ['case-1.spec.items', changed('spec', { items: [7] })],
    ['case-1.spec.roles', changed('spec', { roles: ['performed', 'watched'] })],
    ['case-1.spec.per', changed('spec', { per: 'day' })],
    ['case-1.spec.distinct', changed('spec', { distinct: 'fellow' })],
    ['case-1.spec.lastN', changed('spec', { lastN: 5 })],
    ['case-1.spec.lastN.n', changed('spec', { lastN: { min: 4 } })],
    ['case-1.spec.simulation', changed('spec', { simulation: true })],
    ['case-1.spec.also', changed('spec', { also: {} })],
    ['case-1.spec.also.1', changed('spec', { also: [{ need: 1 }, 'x'] })],
    ['case-1.spec.also.0.need', changed('spec', { also: [{ distinct: 'site' }] })],
    ['case-1.spec.weather', changed('spec', { weather: 'fine' })],
    ['case-1.spec.lastN.best', changed('spec', { lastN: { n: 1, min: 4, best: 2 } })],
    ['case-1.spec.also.0.also', changed('spec', { also: [{ need: 1, also: [{ need: 2 }] }] })],
    ['case-1.spec.setting', changed('spec', { setting: 'clinic', settings: ['clinic'] })],
    ['case-1.spec.outcomes', changed('spec', { outcomes: ['success', 'fine'] })],
    ['case-1.facts.0.outcome', changed('fact', { outcome: 'fine' })],
    ['case-1.facts.0.painCategory', changed('fact', { pain: 'cancer', painCategory: 'cancer' })],
    ['case-1.spec.groupOf.tpi', changed('spec', { groupOf: { tpi: 7 } })],
    ['case-1.asOf', changed('case', { asOf: '2026-02-30', baseSpecialty: null })],
    ['case-1.facts.0.date', changed('fact', { date: '2026-02-30' })],
    ['case-1.facts.0.date', changed('fact', { date: '2026-06-01T10:00' })],
    ['case-1.facts.0.setting', changed('fact', { setting: 7 })],
    ['case-1.facts.0.status', changed('fact', { status: 'signed' })],
    ['case-1.facts.0.simulation', changed('fact', { simulation: 'no' })],
    ['case-1.facts.0.levels', changed('fact', { levels: null })],
    ['case-1.facts.0.help', changed('fact', { help: 'some' })],
    ['case-1.expect.met', changed('expect', { met: 1 })],
    ['case-1.expect.notCounted.a', changed('expect', { notCounted: { a: [1] } })],
    ['case-1.expect.parts.0', changed('expect', { parts: [1] })],
  ])('at %s', (field, raw) => {
    expect(() => readWorkedCase(raw)).toThrow(unreadable(field));
  });

  it('and says what was expected', () => {
    const messageFor = (raw: unknown) => () => readWorkedCase(raw);
    expect(messageFor(changed('spec', { per: 'day' }))).toThrow(
      'case-1.spec.per: expected session or procedure or level',
    );
    expect(messageFor(changed('case', { asOf: 7 }))).toThrow('case-1.asOf: expected a text');
    expect(messageFor(changed('spec', { need: '1' }))).toThrow('case-1.spec.need: expected a number');
    expect(messageFor(changed('expect', { met: 1 }))).toThrow('case-1.expect.met: expected true or false');
    expect(messageFor(changed('case', { facts: 1 }))).toThrow('case-1.facts: expected a list');
    expect(messageFor(changed('spec', { items: [7] }))).toThrow('case-1.spec.items: expected texts');
    expect(messageFor(changed('case', { spec: 7 }))).toThrow('case-1.spec: expected an object');
    expect(messageFor(changed('spec', { weather: 1 }))).toThrow(
      'case-1.spec.weather: expected one of distinct, lastN,',
    );
  });
});
