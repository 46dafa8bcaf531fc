import type { CatalogueItem } from '../catalogue';
import type { LevelFit } from './level-fit';
import type { LevelSpan, ReadQuery } from './query-levels';
import { meaningOf, type QueryMeaning } from './query-meaning';
import { regionsOf, spinalRegions, type Phrase, type SearchTerms } from './search-terms';

/*
 * How a query is weighed. The numbers were tuned on queries of our own (see the spec) and are not delicate: results
 * barely move when any one of them is halved or doubled.
 */

/** Flattens the text index's own ranking: whether a word is there counts for more than how often or where. */
const QUALITY_POWER = 0.05;

/** Worth of a name or synonym that is in the query whole, beside 1 for a query whose every word is found. */
const PHRASE = 0.5;

/** Added when the query is a synonym letter by letter, to tell items apart that share a meaning. */
const VERBATIM = 0.2;

/** Left to an experience when a procedure is named, and to a procedure when a patient or a thing learnt is. */
const OTHER_KIND = 0.6;

/** Score of the text when a query names nothing but levels. */
const LEVELS_ONLY = 0.5;

/** Weight of a word that no item is called by, only done with. */
const DETAIL = 0.5;

const OTHER_REGION = 0.6;

const commonRegions: ReadonlyMap<string, number> = new Map([
  ['lumbar', 0.03],
  ['cervical', 0.02],
]);

/** Scores are rounded to this share of 1: what differs by less keeps the order of the catalogue. */
const STEPS = 100;

/** A word of the query with its weight and how well each item answers to it, 0 to 1. */
interface WeighedWord {
  readonly weight: number;
  readonly quality: ReadonlyMap<string, number>;
}

type Share = (words: readonly string[]) => number;

/** Scores items for one query: 0 for no match, greater is better. */
export function scorer(terms: SearchTerms, read: ReadQuery): (item: CatalogueItem, fit: LevelFit) => number {
  const meaning = meaningOf(read, terms);
  const { words, speaksOf } = meaning;
  const weighed = words.map((word) => weigh(word, meaning, terms));
  const shareOf = shares(words, weighed);
  return (item, fit) => {
    const text = words.length === 0 ? levelsOnly(fit) : textScore(item, weighed);
    if (text === 0) return 0;
    const kind = speaksOf === undefined || item.kind === speaksOf ? 1 : OTHER_KIND;
    const phrase = bestPhrase(terms.phrases.get(item.id) ?? [], meaning, shareOf);
    const score = (text + PHRASE * phrase) * kind * placeFactor(item, fit, meaning) * prior(item);
    return Math.round(score * STEPS) / STEPS;
  };
}

function levelsOnly(fit: LevelFit): number {
  return fit.share > 0 ? LEVELS_ONLY : 0;
}

/** A rare word says more than a common one; a word that no item has says nothing. */
function weigh(word: string, meaning: QueryMeaning, terms: SearchTerms): WeighedWord {
  const found = terms.find(word);
  if (found.length === 0) return { weight: 0, quality: new Map() };
  const best = Math.max(...found.map(({ score }) => score));
  const share = found.some(({ isName }) => isName) ? 1 : DETAIL;
  return {
    weight: share * meaning.weightOf(word) * Math.log(1 + terms.phrases.size / found.length),
    quality: new Map(found.map(({ id, score }) => [id, (score / best) ** QUALITY_POWER])),
  };
}

/** Share of the query that the item answers, times how well it does; 0 to 1. */
function textScore(item: CatalogueItem, weighed: readonly WeighedWord[]): number {
  let all = 0;
  let covered = 0;
  let quality = 0;
  for (const word of weighed) {
    const own = word.quality.get(item.id) ?? 0;
    all += word.weight;
    covered += own > 0 ? word.weight : 0;
    quality += own * word.weight;
  }
  return all === 0 ? 0 : (quality / all) * (covered / all);
}

/** What share of the weight of a query some of its words have. */
function shares(words: readonly string[], weighed: readonly WeighedWord[]): Share {
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Map(words.map((word, position) => [word, (weighed[position]?.weight ?? 0) / all]));
  return (some) => (all === 0 ? 0 : some.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0));
}

function bestPhrase(phrases: readonly Phrase[], meaning: QueryMeaning, shareOf: Share): number {
  return Math.max(0, ...phrases.map((phrase) => phraseShare(phrase, meaning, shareOf)));
}

/** Share of the query that a name or synonym makes up when the query holds all its words and levels. */
function phraseShare(phrase: Phrase, meaning: QueryMeaning, shareOf: Share): number {
  const { words, spans, implied, text } = meaning;
  const isInQuery =
    phrase.words.length > 0 &&
    phrase.words.every((word) => words.includes(word) || implied.includes(word)) &&
    phrase.spans.every(({ from, to }) => spans.some((span) => span.from === from && span.to === to));
  return isInQuery ? shareOf(phrase.words) + (phrase.text === text ? VERBATIM : 0) : 0;
}

function placeFactor(item: CatalogueItem, fit: LevelFit, { words, spans }: QueryMeaning): number {
  if (spans.length > 0) return levelFactor(item, fit, spans);
  const named = spinalRegions.filter((region) => words.includes(region));
  const own = regionsOf(item);
  const isElsewhere = named.length > 0 && own.length > 0 && !named.some((region) => own.includes(region));
  return isElsewhere ? OTHER_REGION : 1;
}

/** An item that has the levels is likely meant; one with levels elsewhere is not. */
function levelFactor(item: CatalogueItem, fit: LevelFit, spans: readonly LevelSpan[]): number {
  if (fit.share > 0) return 1 + 0.4 * fit.share;
  if (item.levels.length === 0) return 0.8;
  const isInRegion = spans.some(({ from }) =>
    item.levels.some((level) => level.charAt(0) === from.charAt(0)),
  );
  return isInRegion ? 0.9 : 0.4;
}

/**
 * Decides between near equals as their numbers in practice do: lumbar before cervical before the rest, a block or an
 * injection before what burns or stays in, the lower risk first, procedures before experiences.
 */
function prior({ name, regions, riskTier, kind }: CatalogueItem): number {
  const region = regions.length === 1 ? (commonRegions.get(regions[0] ?? '') ?? 0) : 0;
  const isNeedle = /\b(block|injection)\b/i.test(name);
  return 1 + region + (isNeedle ? 0.02 : 0) - 0.01 * riskTier - (kind === 'experience' ? 0.1 : 0);
}
