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
/** Longer runs of letters are no words; cutting them keeps hostile text cheap. */
const LONGEST_WORD = 40;

/** Splits plain text into words in order. Linear in the length of the text. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    words.push(
      wordFrom(match[0], match.index, isCodeSign(text, match.index - 1) || isCodeSign(text, WORD.lastIndex)),
    );
  }
  return words;
}

/** Whether the sign at an offset is a digit or an underscore. */
function isCodeSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || code === 95;
}

function wordFrom(raw: string, start: number, touchesCode: boolean): Word {
  const lower = raw.length > LONGEST_WORD ? '' : raw.toLowerCase();
  const quoted = lower.includes("'");
  const possessive = quoted && lower.endsWith("'s");
  const stem = possessive ? lower.slice(0, -2) : lower;
  const letters = possessive ? raw.slice(0, -2) : raw;
  return {
    start,
    end: start + raw.length,
    key: quoted ? stem.replaceAll("'", '') : stem,
    possessive,
    shape: touchesCode ? 'code' : shapeOf(letters),
  };
}

const FIRST_LOWER_CASE = 'a'.charCodeAt(0);

function shapeOf(letters: string): WordShape {
  if (letters.charCodeAt(0) >= FIRST_LOWER_CASE) return 'lower';
  if (letters.length === 1) return 'initial';
  for (let at = 1; at < letters.length; at += 1) {
    if (letters.charCodeAt(at) >= FIRST_LOWER_CASE) return 'title';
  }
  return 'upper';
}
