import { abbreviations, longestPhrase } from './abbreviations';

/** Words that carry no meaning in a search. */
const fillers =
  'a an and at by for from in of on or the to under using via w with wo x level levels guided guidance including other side dr no number ' +
  'please repeat repeated again today done did do performed procedure procedures case therapeutic confirmatory series first second my this that is was has have had got get gave needs wants s p after due because given secondary';

/** What is injected rarely tells one procedure from another. */
const drugs =
  'dex dexamethasone decadron depo depomedrol kenalog triamcinolone celestone betamethasone methylprednisolone bupi bupivacaine marcaine ropi ropivacaine omnipaque';

/** Words that are dropped; they are words all the same, and none is a slip for another. */
export const emptyWords: ReadonlySet<string> = new Set(`${fillers} ${drugs}`.split(' '));

/**
 * The words of a text in one common tongue: abbreviations, phrases and variants are put in the words of the table,
 * plurals in the singular. Items and queries go through the same door, so `LMBB` meets `medial branch block, lumbar`.
 */
export function commonWords(words: readonly string[]): string[] {
  const common: string[] = [];
  for (let start = 0; start < words.length;) {
    const { taken, meaning } = longestMeaning(words, start);
    common.push(...meaning);
    start += taken;
  }
  return [...new Set(common)].filter((word) => !emptyWords.has(word));
}

function longestMeaning(
  words: readonly string[],
  start: number,
): { taken: number; meaning: readonly string[] } {
  for (let taken = Math.min(longestPhrase, words.length - start); taken > 0; taken -= 1) {
    const meaning = abbreviations.get(words.slice(start, start + taken).join(' '));
    if (meaning !== undefined) return { taken, meaning };
  }
  const singular = singularOf(words[start] ?? '');
  return { taken: 1, meaning: abbreviations.get(singular) ?? [singular] };
}

function singularOf(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(ch|sh|ss|x)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
