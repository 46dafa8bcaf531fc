import MiniSearch from 'minisearch';

/** Puts one typed word right: itself when known or without a likely meaning, else the one or two words meant. */
export type Correct = (word: string) => readonly string[];

/** Shortest word that is put right; below, too many words are one letter apart. */
const SHORTEST = 4;

/** Words from this length may differ in two letters. */
const LONG = 5;

/** A known word and how often it is used. */
interface KnownWord {
  readonly id: string;
  readonly uses: number;
}

/** The known words, searchable by likeness. */
interface Vocabulary {
  has(word: string): boolean;
  begins(word: string): boolean;
  /** Known words that differ in at most so many letters. */
  within(slips: number, word: string): readonly KnownWord[];
}

/**
 * Makes a correction from the words that are known, each given as often as it is used. A word that begins a known word
 * stays as it is, for people see hits while they type.
 */
export function correctionFrom(knownWords: readonly string[]): Correct {
  const vocabulary = vocabularyOf(knownWords);
  return (word) => {
    const isPlain = word.length < SHORTEST || /\d/.test(word);
    if (isPlain || vocabulary.has(word) || vocabulary.begins(word)) return [word];
    return splitInTwo(word, vocabulary) ?? closest(word, vocabulary) ?? [word];
  };
}

function vocabularyOf(knownWords: readonly string[]): Vocabulary {
  const uses = new Map<string, number>();
  for (const word of knownWords) uses.set(word, (uses.get(word) ?? 0) + 1);
  const engine = new MiniSearch<KnownWord>({
    fields: ['id'],
    tokenize: (id) => [id],
    processTerm: (id) => id,
  });
  engine.addAll([...uses].map(([id, count]) => ({ id, uses: count })));
  return {
    has: (word) => uses.has(word),
    begins: (word) => engine.search(word, { prefix: true }).length > 0,
    within: (slips, word) =>
      engine
        .search(word, { fuzzy: slips })
        .map(({ id }) => ({ id: String(id), uses: uses.get(String(id)) ?? 0 })),
  };
}

/** `kneeinjection` is two words without a space between. */
function splitInTwo(word: string, known: Vocabulary): readonly string[] | undefined {
  for (let length = word.length - 2; length > 1; length -= 1) {
    const parts = [word.slice(0, length), word.slice(length)];
    const isLongEnough =
      parts.every((part) => part.length > 2) || parts.some((part) => part.length >= SHORTEST);
    if (isLongEnough && parts.every((part) => known.has(part))) return parts;
  }
  return undefined;
}

/**
 * The known word that needs the fewest slips of a finger: one letter or two neighbours swapped, then two letters in a
 * word that begins alike. Of several, one that begins alike, then the most used.
 */
function closest(word: string, known: Vocabulary): readonly string[] | undefined {
  const nearby = known.within(2, word);
  const oneSlip = [...known.within(1, word), ...nearby.filter(({ id }) => isSwap(word, id))];
  const twoSlips = word.length >= LONG ? nearby.filter(({ id }) => beginsAlike(word, id)) : [];
  const [best] = (oneSlip.length > 0 ? oneSlip : twoSlips).sort(
    (a, b) => Number(beginsAlike(word, b.id)) - Number(beginsAlike(word, a.id)) || b.uses - a.uses,
  );
  return best === undefined ? undefined : [best.id];
}

function beginsAlike(one: string, other: string): boolean {
  return one.charAt(0) === other.charAt(0);
}

/** Whether two neighbouring letters changed places. */
function isSwap(typed: string, meant: string): boolean {
  const first = [...typed].findIndex((letter, place) => letter !== meant[place]);
  return (
    `${typed.slice(0, first)}${typed[first + 1] ?? ''}${typed[first] ?? ''}${typed.slice(first + 2)}` ===
    meant
  );
}
