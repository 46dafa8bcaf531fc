import {
  EPONYM_NOUNS,
  EPONYM_PAIRS,
  CERTAIN_EPONYM_NOUNS,
  EPONYMS,
  looksOrdinary,
  NOT_A_NAME,
  SHARED_EPONYMS,
  setOf,
} from './clinical-words';
import { DEGREES } from './name-cues';
import { isGivenName, surnameClass } from './name-lexicon';
import type { Word } from './words';

const GAP_LENGTH = 9;
const LONGEST_NAME = 3;
/** Abbreviations are seldom so long. */
const SHORTEST_IN_CAPITALS = 5;
/** `the Wilson` is a frame, `the Wilson case` somebody. */
const CASE_NOUNS = setOf(
  'case cases patient family consult implant refill lady man woman pump trial revision',
);
const GRADE_AFTER = /^ (?:\d|[+-](?![ \w])|I{1,3}\b|IV\b|V\b|[A-D]\b)/;

/** Reads the words of one text by index, with the signs around them. Every answer costs constant time. */
export class NameReader {
  /** Answers of isEponym, which several rules ask for the same word. */
  private readonly eponymAt: (boolean | undefined)[] = [];

  /** Whether the text has no small letter, so that capitals tell nothing. */
  readonly isAllCapitals: boolean;

  constructor(
    readonly text: string,
    readonly words: readonly Word[],
  ) {
    this.isAllCapitals = !/[a-z]/.test(text);
  }

  /** Whether a word is written as a name is: `Smith`, and in a text of capitals any longer word. */
  isWrittenAsName(index: number): boolean {
    const word = this.words[index];
    if (!word) return false;
    return (
      word.shape === 'title' ||
      (this.isAllCapitals && word.shape === 'upper' && word.key.length >= SHORTEST_IN_CAPITALS)
    );
  }

  word(index: number): Word | undefined {
    return this.words[index];
  }

  key(index: number): string {
    return this.words[index]?.key ?? '';
  }

  /** The text between a word and the next one, cut where no cue reaches any more. */
  gapAfter(index: number): string {
    const from = this.words[index]?.end ?? 0;
    const to = this.words[index + 1]?.start ?? from;
    return this.text.slice(from, Math.min(to, from + GAP_LENGTH));
  }

  textBefore(index: number, length: number): string {
    const start = this.words[index]?.start ?? 0;
    return this.text.slice(Math.max(0, start - length), start);
  }

  textAfter(index: number, length: number): string {
    const end = this.words[index]?.end ?? 0;
    return this.text.slice(end, end + length);
  }

  /** The index of the last word of the name that begins at `index`: initials and capitalised words, at most three. */
  endOfName(index: number): number {
    let last = index;
    while (last < index + LONGEST_NAME - 1) {
      const gap = this.gapAfter(last);
      const next = this.words[last + 1];
      const joined = gap === ' ' || (this.words[last]?.shape === 'initial' && (gap === '. ' || gap === '.'));
      if (!next || !joined || !isCapitalised(next) || !canBeAName(next.key) || DEGREES.has(next.key)) break;
      last += 1;
    }
    return last;
  }

  /** The offset after the name that begins at `index`. */
  endOffsetOfName(index: number): number {
    return this.words[this.endOfName(index)]?.end ?? 0;
  }

  /** Whether the word names a sign, test, tool or paper here (`Allen test`, `Miller 2 blade`, `Cohen et al`). */
  isEponym(index: number): boolean {
    return (this.eponymAt[index] ??= this.readEponym(index));
  }

  private readEponym(index: number): boolean {
    const word = this.words[index];
    if (!word || EPONYMS.has(word.key)) return true;
    // "a 17g Crawford": a needle
    if (/\d{2} ?(?:g|ga|gauge) $/i.test(this.textBefore(index, 9))) return true;
    // "+ spurling, - hoffman": a sign of the examination
    if (word.shape === 'lower' && SHARED_EPONYMS.has(word.key) && /[+-] ?$/.test(this.textBefore(index, 2)))
      return true;
    if (word.key.endsWith('s') && EPONYMS.has(word.key.slice(0, -1))) return true;
    if (word.key.includes('-') && isEponymCompound(word.key)) return true;
    if (this.isFollowedBy(index, CERTAIN_EPONYM_NOUNS, 1) || /^ ?&|^, et\b/.test(this.textAfter(index, 5)))
      return true;
    return SHARED_EPONYMS.has(word.key) && this.isSharedEponym(index);
  }

  private isSharedEponym(index: number): boolean {
    return (
      this.isFollowedBy(index, EPONYM_NOUNS, 2) ||
      EPONYM_PAIRS.has(`${this.key(index)}-${this.key(index + 1)}`) ||
      (this.key(index - 1) === 'the' && !CASE_NOUNS.has(this.key(index + 1))) ||
      GRADE_AFTER.test(this.textAfter(index, 5)) ||
      /& ?$/.test(this.textBefore(index, 3)) ||
      (EPONYMS.has(this.key(index - 1)) && /^,? $/.test(this.gapAfter(index - 1))) ||
      (this.key(index - 1) === 'and' && EPONYMS.has(this.key(index - 2)))
    );
  }

  private isFollowedBy(index: number, nouns: ReadonlySet<string>, within: number): boolean {
    for (let step = 0; step < within; step += 1) {
      if (this.gapAfter(index + step) !== ' ') return false;
      if (nouns.has(this.key(index + step + 1))) return true;
    }
    return false;
  }
}

/** `Kellgren-Lawrence`, `Wong-Baker`, `morton-neuroma` */
function isEponymCompound(key: string): boolean {
  const parts = key.split('-');
  if (EPONYM_PAIRS.has(key) || parts.some((part) => EPONYMS.has(part))) return true;
  return SHARED_EPONYMS.has(parts[0] ?? '') && parts.slice(1).every((part) => EPONYM_NOUNS.has(part));
}

/** Whether a word is written as a name would be. */
export function isCapitalised(word: Word): boolean {
  return word.shape === 'title' || word.shape === 'upper' || word.shape === 'initial';
}

/** Whether a word after a cue can be a name: it is listed, or it does not look like English. */
export function canBeAName(key: string): boolean {
  return !NOT_A_NAME.has(key) && (isListedName(key) || !looksOrdinary(key));
}

/** Whether a word, or a part of a hyphenated one, is a listed name that is no everyday word. */
export function isListedName(key: string): boolean {
  return key.includes('-') ? key.split('-').some(isListedPart) : isListedPart(key);
}

function isListedPart(part: string): boolean {
  const listed = surnameClass(part);
  return listed === 'distinct' || listed === 'dictionary' || isGivenName(part);
}
