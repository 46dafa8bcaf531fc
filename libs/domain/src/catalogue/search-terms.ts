import MiniSearch from 'minisearch';
import { abbreviations } from './abbreviations';
import type { CatalogueItem, LevelType } from './catalogue-item';
import { readQuery, sideWords, wordsOf, type LevelSpan } from './query-levels';
import { commonWords } from './search-words';
import { correctionFrom, type Correct } from './spelling';

/** A name or a synonym of an item, taken apart like a query. */
export interface Phrase {
  /** As typed, without levels and sides. */
  readonly text: string;
  readonly words: readonly string[];
  readonly spans: readonly LevelSpan[];
}

/** What the search keeps of a catalogue. */
export interface SearchTerms {
  /** Items that have a common word, or one that begins with it. */
  find(word: string): readonly { readonly id: string; readonly score: number }[];
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly correct: Correct;
  /** Words by which items of one kind are called and none of the other. */
  readonly only: Readonly<Record<CatalogueItem['kind'], ReadonlySet<string>>>;
}

/** Text of one item, in common words separated by spaces. */
interface ItemText {
  readonly id: string;
  readonly kind: CatalogueItem['kind'];
  readonly name: string;
  readonly typed: string;
  readonly more: string;
}

/** Regions of the spine by their common word. */
export const spinalRegions = ['cervical', 'thoracic', 'lumbar', 'sacral'] as const;

/** Shortest word that is taken for the beginning of a longer one. */
const SHORTEST_PREFIX = 3;

/** Words that people use for what an item treats although its name says it otherwise. */
const wordsOfLevelType: Readonly<Partial<Record<LevelType, string>>> = {
  'medial-branch': 'facet joint nerve',
  'lateral-branch': 'sacroiliac joint nerve',
  'nerve-root': 'foramen nerve root',
  'nerve-division': 'face nerve',
};

/** Prepares the items of a catalogue for searching. */
export function searchTerms(items: readonly CatalogueItem[]): SearchTerms {
  const texts = items.map(textOf);
  const engine = new MiniSearch<ItemText>({
    fields: ['name', 'typed', 'more'],
    tokenize: (text) => text.split(' '),
    processTerm: (word) => word,
    searchOptions: { boost: { name: 2, typed: 2 }, weights: { prefix: 0.3, fuzzy: 0 } },
  });
  engine.addAll(texts);
  return {
    find: (word) =>
      engine
        .search(word, { prefix: word.length >= SHORTEST_PREFIX })
        .map(({ id, score }) => ({ id: String(id), score })),
    phrases: new Map(items.map((item) => [item.id, phrasesOf(item)])),
    correct: correctionFrom([
      ...texts.flatMap(({ name, typed, more }) => wordsOf(`${name} ${typed} ${more}`)),
      ...items.flatMap(({ name }) => wordsOf(name.toLowerCase())),
      ...[...abbreviations.keys()].flatMap(wordsOf),
      ...sideWords.keys(),
    ]),
    only: wordsOfOneKind(texts),
  };
}

function textOf(item: CatalogueItem): ItemText {
  const typed = item.synonyms.flatMap((synonym) => [...itemWords(synonym, item), ...wordsOf(synonym)]);
  const more = [...item.targets, ...item.techniques, ...item.guidance, ...item.regions];
  const byLevels = wordsOfLevelType[item.levelType] ?? '';
  return {
    id: item.id,
    kind: item.kind,
    name: itemWords(item.name, item).join(' '),
    typed: [...new Set(typed)].join(' '),
    more: [...more.flatMap((text) => itemWords(text, item)), byLevels].join(' '),
  };
}

function phrasesOf(item: CatalogueItem): Phrase[] {
  return [item.name, ...item.synonyms].map((phrase) => {
    const { words, spans } = readQuery(phrase);
    return { text: words.join(' '), words: itemWords(phrase, item), spans };
  });
}

/** Common words of a text about an item, without a region of the spine that is not the item's: `cesi` is caudal too. */
function itemWords(text: string, item: CatalogueItem): string[] {
  const isSpinal = spinalRegions.some((region) => item.regions.includes(region));
  return commonWords(readQuery(text).words).filter(
    (word) => !isSpinal || !spinalRegions.some((region) => region === word) || item.regions.includes(word),
  );
}

function wordsOfOneKind(texts: readonly ItemText[]): SearchTerms['only'] {
  const calledBy = (kind: CatalogueItem['kind']) =>
    new Set(
      texts.filter((text) => text.kind === kind).flatMap(({ name, typed }) => wordsOf(`${name} ${typed}`)),
    );
  const procedure = calledBy('procedure');
  const experience = calledBy('experience');
  return {
    procedure: new Set([...procedure].filter((word) => !experience.has(word))),
    experience: new Set([...experience].filter((word) => !procedure.has(word))),
  };
}
