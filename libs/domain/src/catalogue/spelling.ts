import SearchableMap from 'minisearch/SearchableMap';

/** Puts one typed word right: itself when known or without a likely meaning, else the one or two words meant. */
export type Correct = (word: string) => readonly string[];

/** Shortest word that is put right; below, too many words are one letter apart. */
const SHORTEST = 4;

/** Words from this length may differ in two letters. */
const LONG = 5;

/**
 * Makes a correction from the words that are known, each given as often as it is used. A word that begins a known word
 * stays as it is, for people see hits while they type.
 */
export function correctionFrom(knownWords: readonly string[]): Correct {
  const known = new SearchableMap<number>();
  for (const word of knownWords) known.set(word, (known.get(word) ?? 0) + 1);
  return (word) => {
    const isPlain = word.length < SHORTEST || /\d/.test(word);
    if (isPlain || known.has(word) || known.atPrefix(word).size > 0) return [word];
    return splitInTwo(word, known) ?? closest(word, known) ?? [word];
  };
}

/** `kneeinjection` is two words without a space between. */
function splitInTwo(word: string, known: SearchableMap<number>): readonly string[] | undefined {
  for (let length = word.length - 2; length > 1; length -= 1) {
    const parts = [word.slice(0, length), word.slice(length)];
    const isLongEnough =
      parts.every((part) => part.length > 2) || parts.some((part) => part.length >= SHORTEST);
    if (isLongEnough && parts.every((part) => known.has(part))) return parts;
  }
  return undefined;
}

/** The known word that needs the fewest slips of a finger; of several, one that begins alike, then the most used. */
function closest(word: string, known: SearchableMap<number>): readonly string[] | undefined {
  const candidates = [...known.fuzzyGet(word, 2)].map(([candidate, [uses, distance]]) => ({
    candidate,
    uses,
    slips: isSwap(word, candidate) ? 1 : distance,
    beginsAlike: candidate.startsWith(word.charAt(0)),
  }));
  const likely = candidates.filter(
    ({ slips, beginsAlike }) => slips === 1 || (word.length >= LONG && beginsAlike),
  );
  const [best] = likely.sort(
    (a, b) => a.slips - b.slips || Number(b.beginsAlike) - Number(a.beginsAlike) || b.uses - a.uses,
  );
  return best === undefined ? undefined : [best.candidate];
}

/** Whether two neighbouring letters changed places. */
function isSwap(typed: string, meant: string): boolean {
  if (typed.length !== meant.length) return false;
  const differing = [...typed].flatMap((letter, place) => (letter === meant[place] ? [] : [place]));
  const [first = 0, second = 0] = differing;
  return (
    differing.length === 2 &&
    second === first + 1 &&
    typed[first] === meant[second] &&
    typed[second] === meant[first]
  );
}
