import MiniSearch from 'minisearch';
import { abbreviations } from './abbreviations';
import type { CatalogueItem, LevelType } from '../catalogue';
import { completionFrom } from './completion';
import { readQuery, sideWords, wordsOf, type LevelSpan } from './query-levels';
import { commonWords, emptyWords } from './search-words';
import { correctionFrom, type Correct } from './spelling';

/** A name or a synonym of an item, taken apart like a query. */
export interface Phrase {
  /** As typed, without levels and sides. */
  readonly text: string;
  readonly words: readonly string[];
  readonly spans: readonly LevelSpan[];
}

/** An item that has a word. */
export interface FoundItem {
  readonly id: string;
  readonly score: number;
  /** Whether the item is called by the word, not only done with it or at it. */
  readonly isName: boolean;
}

/** What the search keeps of a catalogue. */
export interface SearchTerms {
  /** Items that have a common word, or one that begins with it. */
  find(word: string): readonly FoundItem[];
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
  readonly called: string;
  readonly more: string;
}

/** Regions of the spine by their common word. */
export const spinalRegions = ['cervical', 'thoracic', 'lumbar', 'sacral'] as const;

/** Regions of the spine that lie behind other regions. */
const nextTo: Readonly<Record<string, string>> = { 'head-neck': 'cervical', 'chest-wall': 'thoracic' };

/** Shortest word that is taken for the beginning of a longer one. */
const SHORTEST_PREFIX = 3;

/** Words that people use for what an item treats although its name says it otherwise. */
const wordsOfLevelType: Readonly<Partial<Record<LevelType, string>>> = {
  'medial-branch': 'facet joint nerve',
  'lateral-branch': 'sacroiliac joint nerve',
  'nerve-root': 'foramen nerve root',
  'nerve-division': 'face nerve',
  joint: 'intraarticular joint',
};

/** Prepares the items of a catalogue for searching. */
export function searchTerms(items: readonly CatalogueItem[]): SearchTerms {
  const texts = items.map(textOf);
  const engine = new MiniSearch<ItemText>({
    fields: ['name', 'typed', 'called', 'more'],
    tokenize: (text) => text.split(' '),
    processTerm: (word) => word,
    searchOptions: { boost: { name: 2, typed: 2, called: 1 }, weights: { prefix: 0.3, fuzzy: 0 } },
  });
  engine.addAll(texts);
  return {
    find: (word) =>
      engine.search(word, { prefix: word.length >= SHORTEST_PREFIX }).map(({ id, score, match }) => ({
        id: String(id),
        score,
        isName: Object.values(match).some((fields) => fields.some((field) => field !== 'more')),
      })),
    phrases: new Map(items.map((item) => [item.id, phrasesOf(item)])),
    correct: correctFrom(knownWords(texts, items)),
    only: wordsOfOneKind(texts),
  };
}

/** Every word that may be meant, as often as it is used. */
function knownWords(texts: readonly ItemText[], items: readonly CatalogueItem[]): string[] {
  return [
    ...texts.flatMap(({ name, typed, called, more }) => wordsOf(`${name} ${typed} ${called} ${more}`)),
    ...items.flatMap(({ name }) => wordsOf(name.toLowerCase())),
    ...[...abbreviations.keys()].flatMap(wordsOf),
    ...sideWords.keys(),
    ...emptyWords,
  ];
}

function correctFrom(words: readonly string[]): Correct {
  const correct = correctionFrom(words);
  const complete = completionFrom(words);
  return (word) => correct(word).map(complete);
}

function textOf(item: CatalogueItem): ItemText {
  const more = [...item.targets, ...item.techniques, ...item.guidance, ...item.regions];
  const byLevels = wordsOfLevelType[item.levelType] ?? '';
  return {
    id: item.id,
    kind: item.kind,
    name: itemWords(item.name, item).join(' '),
    typed: distinctWords(item.synonyms, item),
    called: distinctWords(item.calls, item),
    more: [...more.flatMap((text) => itemWords(text, item)), byLevels].join(' '),
  };
}

/** Words of synonyms, each once, as they are typed and as they are meant. */
function distinctWords(synonyms: readonly string[], item: CatalogueItem): string {
  const words = synonyms.flatMap((synonym) => [...itemWords(synonym, item), ...wordsOf(synonym)]);
  return [...new Set(words)].join(' ');
}

function phrasesOf(item: CatalogueItem): Phrase[] {
  return [item.name, ...item.synonyms, ...item.calls].map((phrase) => {
    const { words, spans } = readQuery(phrase);
    return { text: words.join(' '), words: itemWords(phrase, item), spans };
  });
}

/** Regions of the spine in which an item is done; muscles of head and neck are cervical ones. */
export function regionsOf({ regions }: CatalogueItem): readonly string[] {
  const own = spinalRegions.filter((region) => regions.includes(region));
  if (own.length === 0) return own;
  return [...own, ...regions.flatMap((region) => nextTo[region] ?? [])];
}

/** Common words of a text about an item, without a region of the spine that is not the item's: `cesi` is caudal too. */
function itemWords(text: string, item: CatalogueItem): string[] {
  const own = regionsOf(item);
  return commonWords(readQuery(text).words).filter(
    (word) => own.length === 0 || own.includes(word) || !spinalRegions.some((region) => region === word),
  );
}

function wordsOfOneKind(texts: readonly ItemText[]): SearchTerms['only'] {
  const wordsOfKind = (kind: CatalogueItem['kind'], read: (text: ItemText) => string) =>
    new Set(texts.filter((text) => text.kind === kind).flatMap((text) => wordsOf(read(text))));
  const official = ({ name, typed }: ItemText) => `${name} ${typed}`;
  const procedure = wordsOfKind('procedure', official);
  const experience = wordsOfKind('experience', official);
  const called = wordsOfKind('experience', (text) => text.called);
  return {
    procedure: new Set([...procedure].filter((word) => !experience.has(word))),
    experience: new Set([...experience, ...called].filter((word) => !procedure.has(word))),
  };
}
