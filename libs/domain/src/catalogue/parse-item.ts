import type { CatalogueGroup, CatalogueItem } from './catalogue-item';
import { isCivilDate } from '../calendar';
import {
  readFlag,
  readManyOf,
  readObject,
  readOneOf,
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
  group: true,
  kind: true,
  regions: true,
  sides: true,
  levelType: true,
  levels: true,
  multiLevel: true,
  guidance: true,
  techniques: true,
  targets: true,
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
  sunsetOn: true,
};

/** Fields of an item; `calls`, `highRisk`, `usualRoles` and `sunsetOn` may be absent. */
export const itemKeys: readonly string[] = Object.keys(fields);

/** What the items of a catalogue may refer to. */
export interface KnownIds {
  readonly groups: ReadonlyMap<string, CatalogueGroup>;
  readonly complicationIds: ReadonlySet<string>;
  /** Items of the edition that says what this one leaves unsaid. */
  readonly elsewhere: ReadonlyMap<string, CatalogueItem>;
}

const anyText = /^/;
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
    guidance: readManyOf(raw, 'guidance', guidances),
    techniques: readTexts(raw, 'techniques', slugs),
    targets: readTexts(raw, 'targets', slugs),
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
    ...(raw.fields['sunsetOn'] === undefined ? {} : { sunsetOn: readDate(raw, 'sunsetOn') }),
  };
  checkWhole(item, raw, known);
  return item;
}

type Knowledge = Pick<CatalogueItem, 'calls' | 'highRisk' | 'usualRoles'>;

/** What the item says of itself, then what is said elsewhere of the same item, then what holds for most. */
function readKnowledge(raw: RawObject, elsewhere: KnownIds['elsewhere']): Knowledge {
  const said = (key: keyof Knowledge) => raw.fields[key] !== undefined;
  const id = raw.fields['id'];
  const other = typeof id === 'string' ? elsewhere.get(id) : undefined;
  return {
    calls: said('calls') ? readTyped(raw, 'calls') : (other?.calls ?? []),
    highRisk: said('highRisk') ? readFlag(raw, 'highRisk') : (other?.highRisk ?? false),
    usualRoles: said('usualRoles') ? readRoles(raw) : (other?.usualRoles ?? procedureRoles),
  };
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

/** Rules that bind several fields of an item. */
function checkWhole(item: CatalogueItem, { path, report }: RawObject, known: KnownIds): void {
  const group = known.groups.get(item.group);
  const isProcedure = item.kind === 'procedure';
  const hasPartSides = item.sides.includes('left') && item.sides.includes('right');
  const rules: readonly (readonly [isBroken: boolean, key: string, message: string])[] = [
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
  ];
  for (const [isBroken, key, message] of rules) if (isBroken) report(`${path}/${key}`, message);
}
