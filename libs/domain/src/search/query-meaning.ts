import { acts, asides, bodyParts, encounters, guides, lessons, reasons } from './kinds-of-words';
import type { LevelSpan, ReadQuery } from './query-levels';
import { spinalRegions, type SearchTerms } from './search-terms';
import { commonWords } from './search-words';

/** Weight of a word by its part in the query, beside 1: what is done, why it is done, what goes with it. */
const ACT = 1.5;
const REASON = 0.25;
const ASIDE = 0.4;

/** Weight of what is said in passing, and of numbers that are no levels. */
const IN_PASSING = 0.1;
const NUMBER = 0.2;

/** What a query says, in the common words of the catalogue. */
export interface QueryMeaning {
  /** As typed, without levels and sides. */
  readonly text: string;
  readonly words: readonly string[];
  readonly spans: readonly LevelSpan[];
  /** Regions of the spine that the levels imply. */
  readonly implied: readonly string[];
  /** A procedure, or a patient seen or a thing learnt; nothing certain when only a part of the body is named. */
  readonly speaksOf: 'procedure' | 'experience' | undefined;
  /** How much a word counts by its part in the query. */
  weightOf(word: string): number;
}

/** Finds out what a query speaks of and what part each of its words plays. */
export function meaningOf(read: ReadQuery, terms: SearchTerms): QueryMeaning {
  const { main, aside } = splitAtReason(read.words);
  const speaksOf = kindMeant(main, read, terms);
  return {
    text: read.words.join(' '),
    words: [...main, ...aside],
    spans: read.spans,
    implied: spinalRegions.filter((region) =>
      read.spans.some(({ from }) => from.startsWith(region.charAt(0).toUpperCase())),
    ),
    speaksOf,
    weightOf: (word) => ownWeight(word, speaksOf, terms) * (aside.includes(word) ? ASIDE : 1),
  };
}

function ownWeight(word: string, speaksOf: QueryMeaning['speaksOf'], terms: SearchTerms): number {
  if (/^\d+$/.test(word)) return NUMBER;
  if (word === 'patient' || (guides.has(word) && speaksOf === 'procedure')) return IN_PASSING;
  if (speaksOf === 'procedure' && (reasons.has(word) || saysExperience(word, terms))) return REASON;
  return acts.has(word) ? ACT : 1;
}

/** What is said first, and what comes after a word such as `for`; all is main when nothing comes before. */
function splitAtReason(typed: readonly string[]): { main: readonly string[]; aside: readonly string[] } {
  const turn = typed.findIndex((word) => asides.has(word));
  const main = commonWords(turn === -1 ? typed : typed.slice(0, turn));
  if (main.length === 0) return { main: commonWords(typed), aside: [] };
  const aside = turn === -1 ? [] : commonWords(typed.slice(turn));
  return { main, aside: aside.filter((word) => !main.includes(word)) };
}

function kindMeant(words: readonly string[], read: ReadQuery, terms: SearchTerms): QueryMeaning['speaksOf'] {
  const isSaid = (says: (word: string) => boolean) => words.some(says);
  const isProcedural = (word: string) => terms.only.procedure.has(word);
  if (isSaid((word) => lessons.has(word))) return 'experience';
  if (isSaid((word) => isProcedural(word) && !bodyParts.has(word) && !reasons.has(word))) return 'procedure';
  if (isSaid((word) => saysExperience(word, terms) || encounters.has(word))) return 'experience';
  if (read.spans.length + read.sides.length > 0 || read.words.includes('guided')) return 'procedure';
  return isSaid(isProcedural) && !isSaid((word) => guides.has(word)) ? 'procedure' : undefined;
}

/** Whether an experience is called by a word and no procedure is; a way to guide a needle does not count. */
function saysExperience(word: string, { only }: SearchTerms): boolean {
  return only.experience.has(word) && !guides.has(word);
}
