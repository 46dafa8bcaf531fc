import { assess } from './assess';
import { checkRequirementSet } from './check-requirement-set';
import { exampleRequirementSet } from './example-requirements';
import type { RequirementSet, Rule } from './requirement-set';
import { competency, fact, lumbar, oneSession, requirementSet } from './testdata/build';

const catalogue = { items: [{ id: 'esi-tf-lumbar' }], groups: [{ id: 'epidural' }] };
const context = { asOf: '2026-12-31', baseSpecialty: null };

/** What is found in a set that was stored as this; what is not as it must be is what the type would forbid. */
function found(stored: unknown): string[] {
  return checkRequirementSet(stored as RequirementSet, catalogue).map(
    ({ code, field }) => `${code} ${field}`,
  );
}

const setWith = (change: object) => ({ ...requirementSet([competency('a')]), ...change });
const competencyWith = (change: object) => setWith({ competencies: [{ ...competency('a'), ...change }] });
const ruleWith = (rule: unknown) => competencyWith({ rules: [oneSession, rule] });
const filterWith = (change: object) => ruleWith({ ...oneSession, filter: { ...lumbar, ...change } });

const at = '/competencies/0/rules/1';
const distinct: Rule = { kind: 'distinct', filter: lumbar, of: 'site', need: 2 };
const lastN: Rule = { kind: 'rating-last-n', filter: lumbar, n: 3, minHelp: 4 };
const recency: Rule = { kind: 'recency', filter: lumbar, windowMonths: 6, need: 2 };
const prerequisite: Rule = { kind: 'other-competency', competencyId: 'b', standing: 'met' };
const certificate: Rule = { kind: 'certificate', certificateId: 'fluoroscopy', title: 'Fluoroscopy' };

/** A rule that is not as it must be, the code and the place in it. */
const impossibleRules: readonly (readonly [string, string, unknown])[] = [
  ['requirement/kind-unknown', '/kind', { ...oneSession, kind: 'counts' }],
  ['requirement/kind-unknown', '/kind', { ...oneSession, kind: undefined }],
  ['requirement/kind-unknown', '/kind', { ...oneSession, kind: 'toString' }],
  ['requirement/not-an-object', '', null],
  ['requirement/not-an-object', '', 'count'],
  ['requirement/not-an-object', '', []],
  ['requirement/choice-unknown', '/per', { ...oneSession, per: 'levels' }],
  ['requirement/choice-unknown', '/per', { ...oneSession, per: undefined }],
  ['requirement/choice-unknown', '/of', { ...distinct, of: 'sites' }],
  ['requirement/choice-unknown', '/standing', { ...prerequisite, standing: 'started' }],
  ['requirement/choice-unknown', '/standing', { kind: 'other-competency', competencyId: 'b' }],
  [
    'requirement/choice-unknown',
    '/filter/simulation',
    { ...oneSession, filter: { ...lumbar, simulation: 'maybe' } },
  ],
  [
    'requirement/choice-unknown',
    '/filter/simulation',
    { ...oneSession, filter: { ...lumbar, simulation: null } },
  ],
  ['requirement/choice-unknown', '/filter/kind', { ...oneSession, filter: { kind: 'procedures' } }],
  [
    'requirement/choice-unknown',
    '/filter/roles/1',
    { ...lastN, filter: { ...lumbar, roles: ['taught', 'done'] } },
  ],
  [
    'requirement/choice-unknown',
    '/filter/supervision/0',
    { ...distinct, filter: { ...lumbar, supervision: ['near'] } },
  ],
  [
    'requirement/choice-unknown',
    '/filter/painCategories/0',
    { ...recency, filter: { ...lumbar, painCategories: ['chronic'] } },
  ],
  [
    'requirement/choice-unknown',
    '/filter/settings/0',
    { ...oneSession, filter: { ...lumbar, settings: ['office'] } },
  ],
  ['requirement/not-a-list', '/filter/roles', { ...oneSession, filter: { ...lumbar, roles: 'performed' } }],
  ['requirement/not-a-list', '/filter/items', { ...oneSession, filter: { items: 'esi-tf-lumbar' } }],
  ['requirement/text-missing', '/filter/items/0', { ...oneSession, filter: { items: [7] } }],
  ['requirement/not-an-object', '/filter', { ...oneSession, filter: undefined }],
  ['requirement/not-an-object', '/filter', { ...recency, filter: null }],
  ['requirement/key-unknown', '/filter/role', { ...oneSession, filter: { ...lumbar, role: ['performed'] } }],
  ['requirement/key-unknown', '/filter/a~1b~0c', { ...oneSession, filter: { ...lumbar, 'a/b~c': 1 } }],
  [
    'requirement/key-unknown',
    '/filter/windowMonths',
    { ...recency, filter: { ...lumbar, windowMonths: 12 } },
  ],
  ['requirement/key-unknown', '/windowMonths', { ...oneSession, windowMonths: 12 }],
  ['requirement/key-unknown', '/needs', { ...distinct, needs: 2 }],
  ['requirement/key-unknown', '/of', { ...lastN, of: 'site' }],
  ['requirement/key-unknown', '/per', { ...recency, per: 'level' }],
  ['requirement/key-unknown', '/filter', { ...prerequisite, filter: lumbar }],
  ['requirement/key-unknown', '/expiresOn', { ...certificate, expiresOn: null }],
  ['requirement/text-missing', '/title', { ...certificate, title: undefined }],
  ['requirement/text-missing', '/competencyId', { ...prerequisite, competencyId: 7 }],
  ['requirement/help-impossible', '/minHelp', { ...lastN, minHelp: undefined }],
  ['requirement/need-impossible', '/need', { ...oneSession, need: '3' }],
  ['requirement/window-impossible', '/windowMonths', { ...recency, windowMonths: undefined }],
];

describe('a rule read from what was stored is refused', () => {
  it.each(impossibleRules)('with %s at "%s" for %j', (code, place, rule) => {
    expect(found(ruleWith(rule))).toEqual([`${code} ${at}${place}`]);
  });

  it.each(impossibleRules)('by an assessment with %s at "%s" for %j', (code, place, rule) => {
    expect(() => assess(ruleWith(rule) as RequirementSet, [fact('a')], context)).toThrow(
      expect.objectContaining({ name: 'DomainError', code, field: `${at}${place}` }),
    );
  });

  it('with everything that is not as it must be', () => {
    expect(found(filterWith({ simulation: 'maybe', roles: ['done'], weather: 1 })).sort()).toEqual([
      `requirement/choice-unknown ${at}/filter/roles/0`,
      `requirement/choice-unknown ${at}/filter/simulation`,
      `requirement/key-unknown ${at}/filter/weather`,
    ]);
  });

  it('but not with parts that are left out or undefined, and with every choice', () => {
    expect(found(filterWith({ simulation: undefined, roles: undefined, minHelp: undefined }))).toEqual([]);
    for (const simulation of ['exclude', 'include', 'only'])
      expect(found(filterWith({ simulation }))).toEqual([]);
    for (const kind of ['procedure', 'experience']) expect(found(filterWith({ kind }))).toEqual([]);
    for (const per of ['session', 'level']) expect(found(ruleWith({ ...oneSession, per }))).toEqual([]);
    for (const of of ['supervisor', 'site']) expect(found(ruleWith({ ...distinct, of }))).toEqual([]);
  });
});

describe('a set read from what was stored is refused', () => {
  it.each([null, undefined, [], 'set', 7])('that is %p', (stored) => {
    expect(found(stored)).toEqual(['requirement/not-an-object ']);
  });

  it.each([
    ['requirement/key-unknown', '/cohorts', { cohorts: 'all' }],
    ['requirement/choice-unknown', '/example', { example: 'no' }],
    ['requirement/choice-unknown', '/example', { example: undefined }],
    ['requirement/text-missing', '/source', { source: undefined }],
    ['requirement/text-missing', '/verifiedBy', { verifiedBy: undefined }],
    ['requirement/text-missing', '/verifiedOn', { verifiedOn: 20260701 }],
    ['requirement/text-missing', '/cohort', { cohort: ' ' }],
    ['requirement/date-impossible', '/effectiveOn', { effectiveOn: undefined }],
    ['requirement/not-a-list', '/competencies', { competencies: undefined }],
    ['requirement/not-an-object', '/competencies/0', { competencies: [null] }],
  ])('with %s at %s', (code, place, change) => {
    expect(found(setWith(change))).toEqual([`${code} ${place}`]);
  });

  it.each([
    ['requirement/key-unknown', '/lapsMonths', { lapsMonths: 12 }],
    ['requirement/choice-unknown', '/highRisk', { highRisk: undefined }],
    ['requirement/choice-unknown', '/highRisk', { highRisk: 'yes' }],
    ['requirement/choice-unknown', '/grants', { grants: 'alone' }],
    ['requirement/choice-unknown', '/observeFirst', { observeFirst: false }],
    ['requirement/text-missing', '/shortTitle', { shortTitle: undefined }],
    ['requirement/not-an-object', '/about', { about: undefined }],
    ['requirement/not-a-list', '/about/groups', { about: { groups: 'epidural' } }],
    ['requirement/key-unknown', '/about/kind', { about: { kind: 'experience' } }],
    ['requirement/not-a-list', '/rules', { rules: undefined }],
  ])('with %s at %s of a competency', (code, place, change) => {
    expect(found(competencyWith(change))).toEqual([`${code} /competencies/0${place}`]);
  });

  it('but not when it went through JSON', () => {
    const catalogueOfExample = {
      items: exampleRequirementSet.competencies
        .flatMap(({ about }) => about.items ?? [])
        .map((id) => ({ id })),
      groups: exampleRequirementSet.competencies
        .flatMap(({ about }) => about.groups ?? [])
        .map((id) => ({ id })),
    };
    const stored = JSON.parse(JSON.stringify(exampleRequirementSet)) as RequirementSet;
    expect(checkRequirementSet(stored, catalogueOfExample)).toEqual([]);
    expect(found(setWith({ cohort: '2026' }))).toEqual([]);
  });
});

describe('an assessment refuses a competency', () => {
  it.each([
    ['requirement/not-a-list', '/competencies', setWith({ competencies: {} })],
    ['requirement/not-an-object', '/competencies/0', setWith({ competencies: [undefined] })],
    ['requirement/rules-missing', '/competencies/0/rules', competencyWith({ rules: [] })],
    ['requirement/about-empty', '/competencies/0/about', competencyWith({ about: {} })],
    ['requirement/list-empty', '/competencies/0/about/items', competencyWith({ about: { items: [] } })],
    ['requirement/key-unknown', '/competencies/0/lapsMonths', competencyWith({ lapsMonths: 12 })],
  ])('with %s at %s', (code, field, stored) => {
    expect(() => assess(stored as RequirementSet, [], context)).toThrow(
      expect.objectContaining({ name: 'DomainError', code, field }),
    );
  });
});
