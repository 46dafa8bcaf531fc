/** Text in the plain form that the rules read, with the way back to the offsets of the original. */
export interface PlainText {
  readonly text: string;
  /** Offset in the original text of an offset in `text`. */
  originalOffset(offset: number): number;
}

const NOT_ASCII = /[\u0080-\uffff]/;
/** A dash between clauses: an em dash, or hyphens in a row. A hyphen inside a number is another thing. */
const EM_DASH = /[\u2014\u2015]/g;
const TIGHT_EM_DASH = /(?<=[^\s\u2014\u2015])[\u2014\u2015](?=[^\s\u2014\u2015])/g;
const SPACING = /[\t ][\t ]|\t|--/;
const SPACE = ' ';
/** Characters without width and combining marks: they would split a number or a name without being seen. */
const INVISIBLE = /[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const DASHES = /[\u2010-\u2013\u2212\ufe58\ufe63]/g;
/** Dots in the middle of the line, as some write phone numbers. */
const DOTS = /[\u00b7\u2022\u2219\u22c5]/g;
const QUOTES = /[\u2018\u2019\u201b\u02bc\u00b4]/g;
/** As in `Sr.ª`. */
const FEMININE_ORDINAL = /\u00aa/g;
/** In rows of bounded length, since a call for each sign is slow. */
const FULL_WIDTH = /[\uff01-\uff5e]{1,500}/g;
const ACCENTED_LATIN = /[\u00c0-\u017f]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
/** Letters that Unicode does not decompose into a base letter and a mark. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
};

/**
 * Folds typographic variants (dashes, quotes, spaces, full-width forms, accents) to ASCII one for one and drops
 * invisible characters and repeated blanks, so that `Muñoz`, `555‑0142` or a number with a zero-width space in it meet the same rules.
 * Linear in the length of the text.
 */
export function toPlainText(original: string): PlainText {
  const folded = NOT_ASCII.test(original) ? fold(original) : original;
  if (!INVISIBLE.test(folded) && !SPACING.test(folded))
    return { text: folded.replace(ACCENTED_LATIN, baseLetter), originalOffset: (offset) => offset };
  const { visible, offsets } = dropInvisible(folded);
  return {
    text: visible.replace(ACCENTED_LATIN, baseLetter),
    originalOffset: (offset) => offsets[offset] ?? offset,
  };
}

/** Full-width forms as the signs of ASCII that they show. */
function narrowed(signs: string): string {
  const codes = Array.from(signs, (sign) => sign.charCodeAt(0) - FULL_WIDTH_OFFSET);
  return String.fromCharCode(...codes);
}

/** One sign for one, so that offsets stay true. */
function fold(original: string): string {
  return original
    .replace(SPACES, SPACE)
    .replace(TIGHT_EM_DASH, SPACE)
    .replace(EM_DASH, '-')
    .replace(DASHES, '-')
    .replace(QUOTES, "'")
    .replace(DOTS, '.')
    .replace(FEMININE_ORDINAL, 'a')
    .replace(FULL_WIDTH, narrowed);
}

const baseLetters = new Map<string, string>();

/** The unaccented letter, always one UTF-16 unit long so that offsets stay true. */
function baseLetter(letter: string): string {
  let base = baseLetters.get(letter);
  if (base === undefined) {
    base = UNDECOMPOSED[letter] ?? letter.normalize('NFD').charAt(0);
    baseLetters.set(letter, base);
  }
  return base;
}

/** Drops signs without width, and all blanks and hyphens of a row but one; a row of hyphens between words becomes a blank. */
function dropInvisible(original: string): { visible: string; offsets: number[] } {
  const kept: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < original.length; at += 1) {
    const unit = original.charAt(at);
    if (INVISIBLE.test(unit)) continue;
    const last = kept.at(-1);
    const blank = unit === SPACE || unit === '\t';
    if (blank && last === SPACE) continue;
    if (unit === '-' && original.charAt(at + 1) === '-') continue;
    const afterRow = unit === '-' && original.charAt(at - 1) === '-' && last !== SPACE;
    kept.push(blank || afterRow ? SPACE : unit);
    offsets.push(at);
  }
  offsets.push(original.length);
  return { visible: kept.join(''), offsets };
}
