import type { Catalogue, CatalogueGroup, Complication, Diagnosis } from './catalogue-item';
import { itemKeys, parseItem } from './parse-item';
import {
  readFlag,
  readList,
  readObject,
  readOneOf,
  readText,
  readTyped,
  slug,
  type RawObject,
  type Report,
} from './raw-reader';

/** One thing wrong with a catalogue; `path` is a JSON pointer into the raw data. */
export interface CatalogueProblem {
  readonly path: string;
  readonly message: string;
}

/** A sound catalogue, or everything that is wrong with it. */
export type ParsedCatalogue =
  | { readonly ok: true; readonly catalogue: Catalogue }
  | { readonly ok: false; readonly errors: readonly CatalogueProblem[] };

const topKeys = ['edition', 'groups', 'items', 'complications', 'diagnoses', 'words'];

/**
 * Checks raw data, `{edition, groups, items, complications, diagnoses, words}`, item by item: ids are unique, everything that
 * is referred to exists, every value is of its list, levels are of the item's level type, synonyms are in lower case.
 * Where there are words, they name every technique, target and region and nothing else. Never throws; a catalogue with a
 * single error is refused whole. What an item does not say of its calls, high risk, usual roles, short name and telehealth is what
 * `elsewhere`, another edition, says of the item with its id; else it has no calls, no high risk, every role is usual, it
 * is short as it is and needs the patient there. Words are those of the other edition likewise.
 */
export function parseCatalogue(raw: unknown, elsewhere?: Catalogue): ParsedCatalogue {
  const errors: CatalogueProblem[] = [];
  const report: Report = (path, message) => errors.push({ path, message });
  const top = readObject(raw, { path: '', report }, topKeys);
  const groups = readEach(top, 'groups', ['id', 'name', 'kind'], parseGroup);
  const complications = readEach(
    top,
    'complications',
    ['id', 'label', 'severity', 'onset', 'synonyms'],
    parseComplication,
  );
  const known = {
    groups: new Map(groups.map((group) => [group.id, group])),
    complicationIds: new Set(complications.map(({ id }) => id)),
    elsewhere: new Map(elsewhere?.items.map((item) => [item.id, item])),
  };
  const catalogue: Catalogue = {
    edition: readText(top, 'edition', /^\d{4}\.\d+$/),
    groups,
    items: readEach(top, 'items', itemKeys, (item) => parseItem(item, known)),
    complications,
    diagnoses: readEach(top, 'diagnoses', ['id', 'label', 'icd10cm', 'verify', 'synonyms'], parseDiagnosis),
    words:
      top.fields['words'] === undefined
        ? (elsewhere?.words ?? [])
        : readEach(top, 'words', ['id', 'name'], (word) => ({
            id: readText(word, 'id', slug),
            name: readText(word, 'name'),
          })),
  };
  if (top.fields['words'] !== undefined) checkWords(catalogue, report);
  return errors.length === 0 ? { ok: true, catalogue } : { ok: false, errors };
}

/** Every key has its words, and there are no others. */
function checkWords({ items, words }: Catalogue, report: Report): void {
  const keys = new Set(items.flatMap((item) => [...item.techniques, ...item.targets, ...item.regions]));
  const named = new Set(words.map(({ id }) => id));
  for (const key of keys) if (!named.has(key)) report('/words', `must name ${key}`);
  words.forEach(({ id }, position) => {
    if (!keys.has(id)) report(`/words/${position}/id`, 'is a key of no item');
  });
}

/** Reads a list of objects with ids and reports an id that came before. */
function readEach<T extends { readonly id: string }>(
  top: RawObject,
  key: string,
  fields: readonly string[],
  parse: (raw: RawObject) => T,
): T[] {
  const seen = new Set<string>();
  return readList(top, key).map((member, position) => {
    const path = `${top.path}/${key}/${position}`;
    const parsed = parse(readObject(member, { path, report: top.report }, fields));
    if (parsed.id !== '' && seen.has(parsed.id)) top.report(`${path}/id`, 'is used twice');
    seen.add(parsed.id);
    return parsed;
  });
}

function parseGroup(raw: RawObject): CatalogueGroup {
  return {
    id: readText(raw, 'id', slug),
    name: readText(raw, 'name'),
    kind: readOneOf(raw, 'kind', ['procedure', 'experience']),
  };
}

function parseComplication(raw: RawObject): Complication {
  return {
    id: readText(raw, 'id', slug),
    label: readText(raw, 'label'),
    severity: readOneOf(raw, 'severity', ['none', 'minor', 'serious']),
    onset: readOneOf(raw, 'onset', ['immediate', 'delayed', 'any']),
    synonyms: readTyped(raw, 'synonyms'),
  };
}

function parseDiagnosis(raw: RawObject): Diagnosis {
  return {
    id: readText(raw, 'id', slug),
    label: readText(raw, 'label'),
    icd10cm: readText(raw, 'icd10cm', /^([A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4}-?)?)?$/),
    verify: readFlag(raw, 'verify'),
    synonyms: readTyped(raw, 'synonyms'),
  };
}
