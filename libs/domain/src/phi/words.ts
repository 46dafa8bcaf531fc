/** How a word is written: `title` = Smith, McKay; `upper` = SMITH; `lower` = smith; `initial` = S; `code` = touches a digit (L4). */
export type WordShape = 'title' | 'upper' | 'lower' | 'initial' | 'code';

/** A word of the text, with apostrophes and hyphens inside it. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case, without apostrophes and without a possessive `'s`: `O'Brien's` → `obrien`. */
  readonly key: string;
  readonly shape: WordShape;
  readonly possessive: boolean;
}

const WORD = /[A-Za-z]+(?:['-][A-Za-z]+)*/g;
const TOUCHES = /[\w]/;
/** Longer runs of letters are no words; cutting them keeps hostile text cheap. */
const LONGEST_WORD = 40;

/** Splits plain text into words in order. Linear in the length of the text. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    words.push(wordFrom(match[0], { start, end, touching: touchesCode(text, start, end) }));
  }
  return words;
}

function touchesCode(text: string, start: number, end: number): boolean {
  return TOUCHES.test(text.charAt(start - 1)) || TOUCHES.test(text.charAt(end));
}

function wordFrom(raw: string, at: { start: number; end: number; touching: boolean }): Word {
  const lower = raw.length > LONGEST_WORD ? '' : raw.toLowerCase();
  const possessive = lower.endsWith("'s");
  const stem = possessive ? lower.slice(0, -2) : lower;
  const key = stem.includes("'") ? stem.replaceAll("'", '') : stem;
  const letters = possessive ? raw.slice(0, -2) : raw;
  return { start: at.start, end: at.end, key, possessive, shape: at.touching ? 'code' : shapeOf(letters) };
}

function shapeOf(letters: string): WordShape {
  const first = letters.charCodeAt(0);
  if (first >= 97) return 'lower';
  if (letters.length === 1) return 'initial';
  return letters === letters.toUpperCase() ? 'upper' : 'title';
}
