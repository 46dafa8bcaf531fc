import type { CatalogueGroup, CatalogueItem } from './catalogue-item';
import { isCivilDate } from '../calendar';
import { readDetails } from './parse-details';
import {
  readFlag,
  readList,
  readManyOf,
  readObject,
  readOneOf,
  readOptional,
  readText,
  readTexts,
  readTyped,
  slug,
  type RawObject,
} from './raw-reader';
import { levelsOfType } from './spine';
import { countUnits, guidances, levelTypes, procedureRoles, sides } from './vocabulary';

const fields: Readonly<Record<keyof CatalogueItem, true>> = {
  id: true,
  name: true,
  short: true,
  group: true,
  kind: true,
  regions: true,
  sides: true,
  levelType: true,
  levels: true,
  multiLevel: true,
  perLead: true,
  guidance: true,
  techniques: true,
  oneOf: true,
  targets: true,
  regionOf: true,
  details: true,
  typicalComplications: true,
  riskTier: true,
  countUnit: true,
  codeExamples: true,
  notes: true,
  synonyms: true,
  calls: true,
  highRisk: true,
  usualRoles: true,
  settings: true,
  remote: true,
  meeting: true,
  sunsetOn: true,
};

/**
 * Fields of an item. What came with a later edition may be absent: `calls`, `highRisk`, `usualRoles`, `short`, `perLead`,
 * `oneOf`, `regionOf`, `details`, `remote`, `meeting`; and `sunsetOn`.
 */
export const itemKeys: readonly string[] = Object.keys(fields);

/** What the items of a catalogue may refer to. */
export interface KnownIds {
  readonly groups: ReadonlyMap<string, CatalogueGroup>;
  readonly complicationIds: ReadonlySet<string>;
  /** Items of the edition that says what this one leaves unsaid. */
  readonly elsewhere: ReadonlyMap<string, CatalogueItem>;
}

const anyText = /^/;
const shortName = /^[^/()]{1,36}$/;
const slugs = {
  accept: (text: string) => slug.test(text),
  must: 'must be lower-case words joined by hyphens',
};

/** Reads one item; everything wrong with it goes to the report of `raw`. */
export function parseItem(raw: RawObject, known: KnownIds): CatalogueItem {
  const levelType = readOneOf(raw, 'levelType', levelTypes);
  const item: CatalogueItem = {
    id: readText(raw, 'id', slug),
    name: readText(raw, 'name'),
    group: readText(raw, 'group'),
    kind: readOneOf(raw, 'kind', ['procedure', 'experience']),
    regions: readTexts(raw, 'regions', slugs),
    sides: readManyOf(raw, 'sides', sides),
    levelType,
    levels: readTexts(raw, 'levels', {
      accept: (level) => levelsOfType[levelType]?.has(level) ?? slug.test(level),
      must: `must be a level of type ${levelType}`,
    }),
    multiLevel: readFlag(raw, 'multiLevel'),
    perLead: readOptional(raw, 'perLead', () => readFlag(raw, 'perLead'), false),
    guidance: readManyOf(raw, 'guidance', guidances),
    techniques: readTexts(raw, 'techniques', slugs),
    oneOf: readOptional(raw, 'oneOf', () => readGroups(raw), []),
    targets: readTexts(raw, 'targets', slugs),
    regionOf: readOptional(raw, 'regionOf', () => readRegionOf(raw), {}),
    details: readOptional(raw, 'details', () => readDetails(raw), []),
    typicalComplications: readTexts(raw, 'typicalComplications', {
      accept: (id) => known.complicationIds.has(id),
      must: 'must be a complication of the catalogue',
    }),
    riskTier: readOneOf(raw, 'riskTier', [0, 1, 2, 3]),
    countUnit: readOneOf(raw, 'countUnit', countUnits),
    codeExamples: readCodes(raw),
    notes: readText(raw, 'notes', anyText),
    synonyms: readTyped(raw, 'synonyms'),
    ...readKnowledge(raw, known.elsewhere),
    settings: readTexts(raw, 'settings', slugs),
    meeting: readOptional(raw, 'meeting', () => readFlag(raw, 'meeting'), false),
    ...(raw.fields['sunsetOn'] === undefined ? {} : { sunsetOn: readDate(raw, 'sunsetOn') }),
  };
  checkWhole(item, raw, known);
  return item;
}

type Knowledge = Pick<CatalogueItem, 'short' | 'calls' | 'highRisk' | 'usualRoles' | 'remote'>;

/** What the item says of itself, then what is said elsewhere of the same item, then what holds for most. */
function readKnowledge(raw: RawObject, elsewhere: KnownIds['elsewhere']): Knowledge {
  const said = (key: keyof Knowledge) => raw.fields[key] !== undefined;
  const id = raw.fields['id'];
  const other = typeof id === 'string' ? elsewhere.get(id) : undefined;
  return {
    short: said('short') ? readText(raw, 'short', shortName) : (other?.short ?? String(raw.fields['name'])),
    remote: said('remote') ? readFlag(raw, 'remote') : (other?.remote ?? false),
    calls: said('calls') ? readTyped(raw, 'calls') : (other?.calls ?? []),
    highRisk: said('highRisk') ? readFlag(raw, 'highRisk') : (other?.highRisk ?? false),
    usualRoles: said('usualRoles') ? readRoles(raw) : (other?.usualRoles ?? procedureRoles),
  };
}

function readGroups(raw: RawObject): string[][] {
  const { path, report } = raw;
  return readList(raw, 'oneOf').map((group, position) =>
    readTexts({ fields: { [position]: group }, path: `${path}/oneOf`, report }, String(position), slugs),
  );
}

function readRegionOf(raw: RawObject): Record<string, string> {
  const path = `${raw.path}/regionOf`;
  const regions = readObject(raw.fields['regionOf'], { path, report: raw.report }, 'any');
  return Object.fromEntries(
    Object.keys(regions.fields).map((target) => [target, readText(regions, target, slug)]),
  );
}

function readRoles(raw: RawObject): CatalogueItem['usualRoles'] {
  const roles = readManyOf(raw, 'usualRoles', procedureRoles);
  if (roles.length === 0) raw.report(`${raw.path}/usualRoles`, 'must hold a role');
  return procedureRoles.filter((role) => roles.includes(role));
}

function readCodes(raw: RawObject): Record<string, readonly string[]> {
  const path = `${raw.path}/codeExamples`;
  const codes = readObject(raw.fields['codeExamples'], { path, report: raw.report }, 'any');
  const accept = (text: string) => text !== '';
  return Object.fromEntries(
    Object.keys(codes.fields).map((system) => [
      system,
      readTexts(codes, system, { accept, must: 'must be a text' }),
    ]),
  );
}

function readDate(raw: RawObject, key: string): string {
  const text = readText(raw, key);
  if (text !== '' && !isCivilDate(text)) raw.report(`${raw.path}/${key}`, 'must be a date of the calendar');
  return text;
}

/** Whether several fields break a rule together, the field at which it is said, and what is said. */
type WholeRule = readonly [isBroken: boolean, key: string, message: string];

/** Rules that bind several fields of an item. */
function checkWhole(item: CatalogueItem, { path, report }: RawObject, known: KnownIds): void {
  const group = known.groups.get(item.group);
  const isProcedure = item.kind === 'procedure';
  const hasPartSides = item.sides.includes('left') && item.sides.includes('right');
  const rules: readonly WholeRule[] = [
    [group === undefined, 'group', 'must be a group of the catalogue'],
    [group !== undefined && group.kind !== item.kind, 'kind', 'must be the kind of its group'],
    [item.multiLevel && item.levels.length === 0, 'multiLevel', 'needs levels'],
    [item.sides.includes('bilateral') && !hasPartSides, 'sides', 'with bilateral must hold left and right'],
    [item.targets.some((target) => item.levels.includes(target)), 'targets', 'must differ from the levels'],
    [
      item.typicalComplications.includes('none'),
      'typicalComplications',
      'must not hold none, it is always offered',
    ],
    [
      !isProcedure && item.typicalComplications.length > 0,
      'typicalComplications',
      'must be empty for an experience',
    ],
    [
      isProcedure === (item.riskTier === 0),
      'riskTier',
      'must be 0 for an experience and 1 to 3 for a procedure',
    ],
    [
      isProcedure === (item.countUnit === 'encounter'),
      'countUnit',
      'must be encounter for an experience only',
    ],
    [isProcedure === item.settings.length > 0, 'settings', 'must be given for an experience only'],
    ...rulesOfDetail(item, isProcedure),
  ];
  for (const [isBroken, key, message] of rules) if (isBroken) report(`${path}/${key}`, message);
}

/** Those of what can be said of a procedure of the item in detail. */
function rulesOfDetail(item: CatalogueItem, isProcedure: boolean): WholeRule[] {
  return [
    [!isProcedure && item.remote, 'remote', 'must be given for a procedure only'],
    [isProcedure && item.meeting, 'meeting', 'must be given for an experience only'],
    [item.perLead && !item.multiLevel, 'perLead', 'needs several levels'],
    [
      item.oneOf.some((group) => group.length < 2 || group.some((one) => !item.techniques.includes(one))),
      'oneOf',
      'must hold groups of two techniques of the item or more',
    ],
    [
      Object.entries(item.regionOf).some(
        ([target, region]) => !item.targets.includes(target) || !item.regions.includes(region),
      ),
      'regionOf',
      'must put targets of the item in regions of the item',
    ],
    [
      item.details.some(({ perLevel }) => perLevel) && item.levels.length === 0,
      'details',
      'of each level need levels',
    ],
  ];
}
