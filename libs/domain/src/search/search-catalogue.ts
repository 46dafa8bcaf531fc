import type { CatalogueIndex, CatalogueItem, Side } from '../catalogue';
import { fitLevels } from './level-fit';
import { readQuery, type LevelSpan, type ReadQuery } from './query-levels';
import { scorer } from './search-score';
import { saidOfItem, type SaidOfItem } from './said-of-item';
import { searchTerms, type SearchTerms } from './search-terms';
import { commonWords } from './search-words';

/** A level that a search text names, ready to become a level of an entry. */
export interface HitLevel {
  readonly level: string;
  readonly side?: Side;
}

/** One item found, with what else the search text says about it. */
export interface CatalogueHit {
  readonly itemId: string;
  /** Greater is better; comparable within one search only. */
  readonly score: number;
  readonly levels: readonly HitLevel[];
  /** Side said in the text where no level of the item was. */
  readonly side?: Side;
  /** What else the text says of the item. */
  readonly said: SaidOfItem;
}

/** How much to find. */
export interface SearchOptions {
  /** Most hits returned; 20 unless told. */
  readonly limit?: number;
  /** Civil date on which the item shall be logged; leaves out what has been sunset by then. */
  readonly today?: string;
}

const DEFAULT_LIMIT = 20;

/** Characters of a query that are read; nobody types more to find one item. */
const LONGEST_QUERY = 200;

/** Levels of a query that are read; no item has more in one session. */
const MOST_SPANS = 12;

/** The third occipital nerve is a level without a number, and a word like any other. */
const thirdOccipital: LevelSpan = { from: 'TON', to: 'TON' };

/** Prepared once for each catalogue; goes with it. */
const prepared = new WeakMap<CatalogueIndex, SearchTerms>();

/**
 * Finds items by the words that clinicians type (`L4-5 TFESI`, `lmbb l3 l4 l5 bilat`, `stelate`), best first, each with
 * the levels and the side that the text names for it. Levels alone find what has them; a query without a known word or
 * level finds nothing. The first search of a catalogue prepares it, the others take about a millisecond.
 */
export function searchCatalogue(
  index: CatalogueIndex,
  query: string,
  options: SearchOptions = {},
): CatalogueHit[] {
  const { limit = DEFAULT_LIMIT, today } = options;
  const terms = termsOf(index);
  const read = firstSpans(readQuery(query.slice(0, LONGEST_QUERY), terms.correct));
  const named = commonWords(read.words).includes('ton') ? [...read.spans, thirdOccipital] : read.spans;
  const scoreOf = scorer(terms, read);
  const hits = index.catalogue.items
    .filter((item) => today === undefined || item.sunsetOn === undefined || today <= item.sunsetOn)
    .map((item) => {
      const fit = fitLevels(item, named);
      return { item, score: scoreOf(item, fit), fitting: fit.levels };
    });
  return hits
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item, score, fitting }) => ({
      ...{ itemId: item.id, score },
      ...placed(item, fitting, read),
      said: saidOfItem(item, read.words),
    }));
}

/** The query with its first levels, each once. */
function firstSpans({ spans, ...rest }: ReadQuery): ReadQuery {
  if (spans.length <= MOST_SPANS) return { ...rest, spans };
  const distinct = new Map(spans.map((span) => [`${span.from} ${span.to}`, span]));
  return { ...rest, spans: [...distinct.values()].slice(0, MOST_SPANS) };
}

function termsOf(index: CatalogueIndex): SearchTerms {
  const known = prepared.get(index);
  if (known !== undefined) return known;
  const made = searchTerms(index.catalogue.items);
  prepared.set(index, made);
  return made;
}

/** Levels and sides as an entry of the item would carry them. */
function placed(
  item: CatalogueItem,
  fitting: readonly string[],
  read: ReadQuery,
): Pick<CatalogueHit, 'levels' | 'side'> {
  const levels = item.multiLevel ? fitting : fitting.slice(0, 1);
  if (levels.length > 0) {
    return { levels: levels.map((level) => withSide({ level }, sideOf(item, read, level))) };
  }
  return withSide({ levels: [] }, sideOf(item, read));
}

function withSide<T extends object>(thing: T, side: Side | undefined): T & { side?: Side } {
  return side === undefined ? thing : { ...thing, side };
}

/** Left and right together are bilateral, unless as many sides as levels were said: then each level has its own. */
function sideOf(item: CatalogueItem, { sides, spans }: ReadQuery, level?: string): Side | undefined {
  const isEachItsOwn = sides.length > 1 && sides.length === spans.length && level !== undefined;
  const said = isEachItsOwn ? sides[spanOf(item, spans, level)] : together(sides);
  return said !== undefined && item.sides.includes(said) ? said : undefined;
}

function together(sides: readonly Side[]): Side | undefined {
  return sides.includes('left') && sides.includes('right') ? 'bilateral' : sides[0];
}

function spanOf(item: CatalogueItem, spans: readonly LevelSpan[], level: string): number {
  return spans.findIndex((span) => fitLevels(item, [span]).levels.includes(level));
}
