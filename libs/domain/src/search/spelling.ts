import { isWithinSlips } from './edit-distance';
import { plainWords } from './plain-words';

/** Puts one typed word right: itself when known or without a likely meaning, else the one or two words meant. */
export type Correct = (word: string) => readonly string[];

/** Shortest word that is put right; below, too many words are one letter apart. */
const SHORTEST = 4;

/** Words from this length may differ in two letters. */
const LONG = 6;

/** A known word and how often it is used. */
interface KnownWord {
  readonly id: string;
  readonly uses: number;
}

/** The known words, searchable by likeness. */
interface Vocabulary {
  has(word: string): boolean;
  begins(word: string): boolean;
  /** Known words that differ in at most so many slips of a finger. */
  within(slips: number, word: string): readonly KnownWord[];
}

/**
 * Makes a correction from the words that are known, each given as often as it is used. A word that begins a known word
 * stays as it is, for people see hits while they type.
 */
export function correctionFrom(knownWords: readonly string[]): Correct {
  const vocabulary = vocabularyOf(knownWords);
  return (word) => {
    if (vocabulary.has(word) || vocabulary.begins(word)) return [word];
    if (/\d/.test(word)) return withoutNumber(word, vocabulary);
    if (word.length < SHORTEST || plainWords.has(word)) return [word];
    const meant = stemOf(word, vocabulary) ?? oneSlipOff(word, vocabulary);
    return (
      meant ??
      splitInTwo(word, vocabulary, 3) ??
      twoSlipsOff(word, vocabulary) ??
      splitInTwo(word, vocabulary, 2) ?? [word]
    );
  };
}

function vocabularyOf(knownWords: readonly string[]): Vocabulary {
  const uses = new Map<string, number>();
  for (const word of knownWords) uses.set(word, (uses.get(word) ?? 0) + 1);
  const words = [...uses].map(([id, count]) => ({ id, uses: count, letters: lettersOf(id) }));
  return {
    has: (word) => uses.has(word),
    begins: (word) => words.some(({ id }) => id.startsWith(word)),
    within: (slips, word) => {
      const letters = lettersOf(word);
      return words.filter(
        (known) => ones(known.letters ^ letters) <= 2 * slips && isWithinSlips(word, known.id, slips),
      );
    },
  };
}

/** The letters that a word has, one bit each: a slip changes two at most, which rules out most words at once. */
function lettersOf(word: string): number {
  return [...word].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) % 32)), 0);
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** `ql3` is a known word and a number. */
function withoutNumber(word: string, known: Vocabulary): readonly string[] {
  const parts = word.match(/[a-z]+|\d+/g) ?? [];
  const isKnown = parts.length === 2 && parts.some((part) => part.length > 1 && known.has(part));
  return isKnown ? parts : [word];
}

/** `kneeinjection` is two words without a space between; a very short one needs a long one beside it. */
function splitInTwo(word: string, known: Vocabulary, shortest: number): readonly string[] | undefined {
  for (let length = word.length - shortest; length >= shortest; length -= 1) {
    const parts = [word.slice(0, length), word.slice(length)];
    const isLongEnough = shortest > 2 || parts.some((part) => part.length >= SHORTEST);
    if (isLongEnough && parts.every((part) => known.has(part))) return parts;
  }
  return undefined;
}

/** The known word of which a word is a form: `pulling` leads, an `implanted` pump. */
function stemOf(word: string, known: Vocabulary): readonly string[] | undefined {
  const [, stem] = /^(.{3,}?)(?:ing|ed|ers?)$/.exec(word) ?? [];
  if (stem === undefined) return undefined;
  const forms = [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')];
  const form = forms.find((candidate) => known.has(candidate));
  return form === undefined ? undefined : [form];
}

/** A known word that differs by one slip of a finger. */
function oneSlipOff(word: string, known: Vocabulary): readonly string[] | undefined {
  return likeliest(word, known.within(1, word));
}

/** A known word with the same first two letters that differs by two slips. */
function twoSlipsOff(word: string, known: Vocabulary): readonly string[] | undefined {
  if (word.length < LONG) return undefined;
  return likeliest(
    word,
    known.within(2, word).filter(({ id }) => id.startsWith(word.slice(0, 2))),
  );
}

/** Of several words one that begins alike, then the most used. */
function likeliest(word: string, words: readonly KnownWord[]): readonly string[] | undefined {
  const [best] = [...words].sort(
    (a, b) => Number(beginsAlike(word, b.id)) - Number(beginsAlike(word, a.id)) || b.uses - a.uses,
  );
  return best === undefined ? undefined : [best.id];
}

function beginsAlike(one: string, other: string): boolean {
  return one.charAt(0) === other.charAt(0);
}
