import type { Catalogue, CatalogueGroup, CatalogueItem, Complication, Diagnosis } from './catalogue-item';

/** A catalogue with its look-ups; built once per edition. */
export interface CatalogueIndex {
  readonly catalogue: Catalogue;
  item(id: string): CatalogueItem | undefined;
  group(id: string): CatalogueGroup | undefined;
  complication(id: string): Complication | undefined;
  diagnosis(id: string): Diagnosis | undefined;
  /** What people read for a level, technique, target or region. */
  word(key: string): string;
  /** Complications to offer first for an item: its typical ones, then those that every procedure can have. */
  quickComplications(item: CatalogueItem): readonly Complication[];
}

/** Complications that can follow any procedure and are offered for each; `none` leads, it is the usual answer. */
export const alwaysOffered: readonly string[] = [
  'none',
  'aborted',
  'failed-access',
  'wrong-site',
  'wrong-drug',
  'anaphylaxis',
  'site-soreness',
  'adrenal-suppression',
  'radiation-high',
  'ed-transfer',
  'unplanned-admission',
  'death',
  'other',
];

/**
 * A key in words of its own, for editions that do not name their keys and while the catalogue is on its way: levels are
 * names already (`L5 DR`), everything else is words joined by hyphens.
 */
export function plainWord(key: string): string {
  if (!/^[a-z]/.test(key)) return key;
  const words = key.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function byId<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

/** Builds the look-ups of a catalogue. Ids that the catalogue does not know answer `undefined`. */
export function indexCatalogue(catalogue: Catalogue): CatalogueIndex {
  const items = byId(catalogue.items);
  const groups = byId(catalogue.groups);
  const complications = byId(catalogue.complications);
  const diagnoses = byId(catalogue.diagnoses);
  const words = byId(catalogue.words);
  return {
    catalogue,
    item: (id) => items.get(id),
    group: (id) => groups.get(id),
    complication: (id) => complications.get(id),
    diagnosis: (id) => diagnoses.get(id),
    word: (key) => words.get(key)?.name ?? plainWord(key),
    quickComplications: (item) => {
      if (item.kind === 'experience') return [];
      const [none = '', ...others] = alwaysOffered;
      const ids = new Set([none, ...item.typicalComplications.filter((id) => id !== 'other'), ...others]);
      return [...ids].flatMap((id) => complications.get(id) ?? []);
    },
  };
}
