import { COMMON_WORDS } from './common-word-data';
import { looksOrdinary } from './clinical-words';
import { surnameClass } from './name-lexicon';

let loaded: ReadonlySet<string> | undefined;

/** Splits the list at the first question asked, so that importing the module costs nothing. */
function commonWords(): ReadonlySet<string> {
  loaded ??= new Set(COMMON_WORDS.split(' '));
  return loaded;
}

/**
 * Whether a word in lower case is one of everyday English or of the clinic, also in an inflected form. What is no common
 * word and stands where a name is expected is a name, whether or not it is listed.
 */
export function isCommonWord(key: string): boolean {
  if (isBaseForm(key) || looksOrdinary(key)) return true;
  if (key.includes('-')) return key.split('-').every((part) => part.length < 3 || isCommonWord(part));
  return isKnownWord(key);
}

/** The same without a guess from its ending: `Quimberly` ends as an adverb does and is none. */
export function isKnownWord(key: string): boolean {
  return isBaseForm(key) || stemsOf(key).some((stem) => stem.length > 2 && isBaseForm(stem));
}

function isBaseForm(key: string): boolean {
  const listed = surnameClass(key);
  return commonWords().has(key) || listed === 'everyday' || listed === 'dictionary';
}

/** `needles` → needle, `boxes` → box, `biopsies` → biopsy, `bigger` → big */
function stemsOf(key: string): string[] {
  if (key.endsWith('s')) return [key.slice(0, -1), key.slice(0, -2), `${key.slice(0, -3)}y`];
  if (key.endsWith('er') || key.endsWith('or'))
    return [key.slice(0, -2), key.slice(0, -1), ...(key.at(-3) === key.at(-4) ? [key.slice(0, -3)] : [])];
  return [];
}
