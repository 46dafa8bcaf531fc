/** Completes the beginning of a word, as people leave it or have come to while they type; else gives it back. */
export type Complete = (word: string) => string;

/** Shortest beginning that is completed. */
const SHORTEST = 4;

/** Share of the uses of the words with a beginning that one of them needs. */
const MAJORITY = 0.7;

/** Makes a completion from the words that are known, each given as often as it is used. */
export function completionFrom(knownWords: readonly string[]): Complete {
  const uses = new Map<string, number>();
  for (const word of knownWords) uses.set(word, (uses.get(word) ?? 0) + 1);
  return (word) => {
    if (word.length < SHORTEST || uses.has(word)) return word;
    const longer = [...uses].filter(([known]) => known.startsWith(word));
    const all = longer.reduce((sum, [, count]) => sum + count, 0);
    return longer.find(([, count]) => count >= MAJORITY * all)?.[0] ?? word;
  };
}
