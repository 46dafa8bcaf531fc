import { checkRequirementSet } from './check-requirement-set';
import { standingOf } from './requirement-set';
import type { Competency, RequirementSet, Rule } from './requirement-set';
import { competency, lumbar, oneSession, requirementSet } from './testdata/build';

const catalogue = {
  items: [{ id: 'esi-tf-lumbar' }, { id: 'esi-caudal' }],
  groups: [{ id: 'epidural' }],
};

function codes(set: RequirementSet): string[] {
  return checkRequirementSet(set, catalogue).map(({ code, field }) => `${code} ${field}`);
}

const setWith = (change: Partial<RequirementSet>) => codes(requirementSet([competency('a')], change));
const competencyWith = (change: Partial<Competency>) => codes(requirementSet([competency('a', change)]));
const ruleWith = (rule: unknown) => competencyWith({ rules: [oneSession, rule as Rule] });

const rules: Readonly<Record<string, Rule>> = {
  count: { kind: 'count', filter: { ...lumbar, windowMonths: 600, minHelp: 1 }, per: 'level', need: 1 },
  distinct: { kind: 'distinct', filter: { groups: ['epidural'] }, of: 'site', need: 2 },
  lastN: { kind: 'rating-last-n', filter: { kind: 'procedure' }, n: 1, minHelp: 5 },
  recency: { kind: 'recency', filter: lumbar, windowMonths: 1, need: 1 },
  certificate: { kind: 'certificate', certificateId: 'fluoroscopy', title: 'Fluoroscopy safety' },
};

const unverified = { verifiedBy: null, verifiedOn: null, verifiedAgainst: null };

describe('a requirement set may be published', () => {
  it('with every kind of rule', () => {
    const first = competency('first', {
      rules: Object.values(rules),
      lapseMonths: 12,
      shortTitle: 'x'.repeat(16),
    });
    const second = competency('second', {
      about: { groups: ['epidural'] },
      rules: [{ kind: 'other-competency', competencyId: 'first', standing: 'signed' }],
      grants: 'indirect-available',
      observeFirst: true,
    });
    expect(codes(requirementSet([second, first]))).toEqual([]);
  });

  it.each([
    ['unverified', unverified],
    ['example', { ...unverified, example: true }],
    ['demonstration', { ...unverified, demonstration: true }],
    ['verified', {}],
  ] as const)('as %s, which its standing tells', (standing, change) => {
    expect(setWith(change)).toEqual([]);
    expect(standingOf(requirementSet([], change))).toBe(standing);
  });
});

describe('the head of a set is refused', () => {
  it.each(['id', 'title', 'source', 'edition'])('with an empty %s', (name) => {
    expect(setWith({ [name]: ' ' })).toEqual([`requirement/text-missing /${name}`]);
  });

  it.each([0, -1, 1.5, NaN])('with version %p', (version) => {
    expect(setWith({ version })).toEqual(['requirement/version-impossible /version']);
  });

  it('with version 1 it is not', () => {
    expect(setWith({ version: 1 })).toEqual([]);
  });

  it('with days that do not exist', () => {
    expect(setWith({ effectiveOn: '2026-02-30', verifiedOn: '2026-06-31' })).toEqual([
      'requirement/date-impossible /effectiveOn',
      'requirement/date-impossible /verifiedOn',
    ]);
  });

  it('with half a verification', () => {
    expect(setWith({ verifiedBy: null })).toEqual(['requirement/verification-incomplete /verifiedBy']);
    expect(setWith({ verifiedOn: null })).toEqual(['requirement/verification-incomplete /verifiedOn']);
    expect(setWith({ verifiedBy: ' ' })).toEqual(['requirement/text-missing /verifiedBy']);
    expect(setWith({ verifiedAgainst: null })).toEqual([
      'requirement/verification-incomplete /verifiedAgainst',
    ]);
    expect(setWith({ ...unverified, verifiedAgainst: 'A document' })).toEqual([
      'requirement/verification-incomplete /verifiedBy',
      'requirement/verification-incomplete /verifiedOn',
    ]);
    expect(setWith({ verifiedAgainst: ' ' })).toEqual(['requirement/text-missing /verifiedAgainst']);
  });

  it('with a verified example', () => {
    expect(setWith({ example: true })).toEqual(['requirement/example-verified /example']);
  });

  it('as two of example, demonstration and verified', () => {
    expect(setWith({ demonstration: true })).toEqual(['requirement/demonstration-otherwise /demonstration']);
    expect(setWith({ ...unverified, demonstration: true, example: true })).toEqual([
      'requirement/demonstration-otherwise /demonstration',
    ]);
  });

  it('without competencies, or with one id twice', () => {
    expect(setWith({ competencies: [] })).toEqual(['requirement/competencies-missing /competencies']);
    expect(setWith({ competencies: ['a', 'b', 'a', 'a'].map((id) => competency(id)) })).toEqual([
      'requirement/competency-twice /competencies/2/id',
      'requirement/competency-twice /competencies/3/id',
    ]);
  });
});

describe('a competency is refused', () => {
  const at = '/competencies/0';

  it.each(['id', 'title', 'shortTitle'])('with an empty %s', (name) => {
    expect(competencyWith({ [name]: '' })).toEqual([`requirement/text-missing ${at}/${name}`]);
  });

  it('with a short title of more than 16 characters', () => {
    const shortTitle = 'x'.repeat(17);
    expect(competencyWith({ shortTitle })).toEqual([`requirement/short-title-length ${at}/shortTitle`]);
    const set = requirementSet([competency('a', { shortTitle })]);
    expect(checkRequirementSet(set, catalogue)[0]?.detail).toEqual({ longest: 16 });
  });

  it('without rules', () => {
    expect(competencyWith({ rules: [] })).toEqual([`requirement/rules-missing ${at}/rules`]);
  });

  it('about nothing, an empty list or something unknown', () => {
    expect(competencyWith({ about: {} })).toEqual([`requirement/about-empty ${at}/about`]);
    expect(competencyWith({ about: { items: [], groups: [] } })).toEqual([
      `requirement/list-empty ${at}/about/items`,
      `requirement/list-empty ${at}/about/groups`,
    ]);
    expect(competencyWith({ about: { items: ['esi-caudal', 'x'], groups: ['y'] } })).toEqual([
      `requirement/item-unknown ${at}/about/items/1`,
      `requirement/group-unknown ${at}/about/groups/0`,
    ]);
  });

  it.each([0, 601, NaN])('with a lapse after %p months', (lapseMonths) => {
    expect(competencyWith({ lapseMonths })).toEqual([`requirement/window-impossible ${at}/lapseMonths`]);
  });
});

describe('a rule is refused', () => {
  const at = '/competencies/0/rules/1';

  it.each([0, -1, 2.5, NaN, Infinity])('that needs %p', (need) => {
    for (const rule of [rules['count'], rules['distinct'], rules['recency']]) {
      expect(ruleWith({ ...rule, need })).toEqual([`requirement/need-impossible ${at}/need`]);
    }
    expect(ruleWith({ ...rules['lastN'], n: need })).toEqual([`requirement/n-impossible ${at}/n`]);
  });

  it.each([0, 601, 1.5, NaN])('with a window of %p months', (windowMonths) => {
    expect(ruleWith({ ...rules['recency'], windowMonths })).toEqual([
      `requirement/window-impossible ${at}/windowMonths`,
    ]);
    for (const rule of [rules['count'], rules['distinct'], rules['lastN']]) {
      expect(ruleWith({ ...rule, filter: { ...lumbar, windowMonths } })).toEqual([
        `requirement/window-impossible ${at}/filter/windowMonths`,
      ]);
    }
  });

  it('with a window that names the longest', () => {
    const set = requirementSet([competency('a', { lapseMonths: 601 })]);
    expect(checkRequirementSet(set, catalogue)[0]?.detail).toEqual({ longest: 600 });
  });

  it.each([0, 6, 2.5, NaN])('with help %p', (minHelp) => {
    expect(ruleWith({ ...rules['lastN'], minHelp })).toEqual([`requirement/help-impossible ${at}/minHelp`]);
    expect(ruleWith({ ...rules['recency'], filter: { ...lumbar, minHelp } })).toEqual([
      `requirement/help-impossible ${at}/filter/minHelp`,
    ]);
  });

  it.each(['roles', 'supervision', 'painCategories', 'settings'])('with an empty list of %s', (name) => {
    expect(ruleWith({ ...rules['count'], filter: { ...lumbar, [name]: [] } })).toEqual([
      `requirement/list-empty ${at}/filter/${name}`,
    ]);
  });

  it('with a filter about nothing, an empty list or something unknown', () => {
    expect(ruleWith({ ...rules['count'], filter: { roles: ['performed'] } })).toEqual([
      `requirement/filter-empty ${at}/filter`,
    ]);
    expect(ruleWith({ ...rules['count'], filter: { items: [], groups: [] } })).toEqual([
      `requirement/list-empty ${at}/filter/items`,
      `requirement/list-empty ${at}/filter/groups`,
    ]);
    expect(ruleWith({ ...rules['lastN'], filter: { items: ['esi-caudal', 'x'], groups: ['y'] } })).toEqual([
      `requirement/item-unknown ${at}/filter/items/1`,
      `requirement/group-unknown ${at}/filter/groups/0`,
    ]);
    const set = requirementSet([competency('a', { about: { items: ['x'] } })]);
    expect(checkRequirementSet(set, catalogue)[0]?.detail).toEqual({ id: 'x' });
  });

  it('with a certificate or a competency without a name', () => {
    expect(ruleWith({ kind: 'certificate', certificateId: ' ', title: '' })).toEqual([
      `requirement/text-missing ${at}/certificateId`,
      `requirement/text-missing ${at}/title`,
    ]);
    expect(ruleWith({ kind: 'other-competency', competencyId: '', standing: 'met' })).toEqual([
      `requirement/text-missing ${at}/competencyId`,
      `requirement/competency-unknown ${at}/competencyId`,
    ]);
  });
});

describe('competencies that come first are refused', () => {
  const after = (...ids: string[]): Partial<Competency> => ({
    rules: [
      oneSession,
      ...ids.map((id): Rule => ({ kind: 'other-competency', competencyId: id, standing: 'met' })),
    ],
  });

  it('when they do not exist', () => {
    expect(codes(requirementSet([competency('a', after('b', 'c')), competency('b')]))).toEqual([
      'requirement/competency-unknown /competencies/0/rules/2/competencyId',
    ]);
  });

  it('when they wait for themselves, over any number of steps', () => {
    const set = requirementSet([
      competency('before', after('a')),
      competency('a', after('b')),
      competency('b', after('c')),
      competency('c', after('a', 'free')),
      competency('free'),
      competency('alone', after('alone')),
    ]);
    expect(codes(set)).toEqual([
      'requirement/competency-cycle /competencies/1/rules',
      'requirement/competency-cycle /competencies/2/rules',
      'requirement/competency-cycle /competencies/3/rules',
      'requirement/competency-cycle /competencies/5/rules',
    ]);
  });

  it('but not when two wait for the same', () => {
    const diamond = [
      competency('a', after('b', 'c')),
      competency('b', after('d')),
      competency('c', after('d')),
    ];
    expect(codes(requirementSet([...diamond, competency('d')]))).toEqual([]);
  });
});
