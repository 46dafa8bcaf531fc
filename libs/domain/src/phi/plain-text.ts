/** Text in the plain form that the rules read, with the way back to the offsets of the original. */
export interface PlainText {
  readonly text: string;
  /** Offset in the original text of an offset in `text`. */
  originalOffset(offset: number): number;
}

const NOT_ASCII = /[\u0080-\uffff]/;
/** Characters without width and combining marks: they would split a number or a name without being seen. */
const INVISIBLE = /[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63]/g;
const QUOTES = /[\u2018\u2019\u201b\u02bc\u00b4]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
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
 * invisible characters, so that `Muñoz`, `555‑0142` or a number with a zero-width space in it meet the same rules.
 * Linear in the length of the text.
 */
export function toPlainText(original: string): PlainText {
  if (!NOT_ASCII.test(original)) return { text: original, originalOffset: (offset) => offset };
  const { visible, offsets } = dropInvisible(original);
  const text = visible
    .replace(SPACES, ' ')
    .replace(DASHES, '-')
    .replace(QUOTES, "'")
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(ACCENTED_LATIN, baseLetter);
  return { text, originalOffset: (offset) => offsets?.[offset] ?? offset };
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

function dropInvisible(original: string): { visible: string; offsets?: number[] } {
  if (!INVISIBLE.test(original)) return { visible: original };
  const kept: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < original.length; at += 1) {
    const unit = original.charAt(at);
    if (INVISIBLE.test(unit)) continue;
    kept.push(unit);
    offsets.push(at);
  }
  offsets.push(original.length);
  return { visible: kept.join(''), offsets };
}
