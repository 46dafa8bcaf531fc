import { EPONYMS, looksOrdinary, NOT_A_NAME } from './clinical-words';
import { isCommonWord } from './common-words';
import { CUES } from './name-cues';
import { isListedName, type NameReader } from './name-reader';
import type { Word } from './words';

const SHORTEST_UNKNOWN = 3;
const SHORTEST_UNKNOWN_SMALL = 5;
/** Abbreviations are shorter. */
const SHORTEST_UNKNOWN_UPPER = 6;

/** Whether a word with a capital is neither listed nor any word of English or the clinic: `Oyelaran`, `Fatoumata`. */
export function isUnknownName(reader: NameReader, index: number): boolean {
  const word = reader.word(index);
  if (!word || word.key.length < SHORTEST_UNKNOWN || !reader.isWrittenAsName(index)) return false;
  return !CUES.has(word.key) && !isCommonWord(word.key) && !reader.isEponym(index);
}

/** The same for a word in small or large letters, which may be a slip of the pen or an abbreviation, so that it must be longer. */
export function isUnknownWord(word: Word): boolean {
  const shortest = word.shape === 'upper' ? SHORTEST_UNKNOWN_UPPER : SHORTEST_UNKNOWN_SMALL;
  return word.shape !== 'code' && word.key.length >= shortest && !isCommonWord(word.key);
}

/** A capitalised word that is no ordinary one, or a listed name in lower case. */
export function isNameLike(reader: NameReader, index: number): boolean {
  const word = reader.word(index);
  if (!word || word.shape === 'code' || NOT_A_NAME.has(word.key) || reader.isEponym(index)) return false;
  if (isListedName(word.key)) return true;
  return word.shape === 'title' && !looksOrdinary(word.key);
}

/** Whether a word is at least no eponym and listed or unknown. */
export function isListedOrUnknown(reader: NameReader, index: number): boolean {
  const word = reader.word(index);
  if (!word || word.shape === 'code' || NOT_A_NAME.has(word.key) || EPONYMS.has(word.key)) return false;
  return isListedName(word.key) ? !reader.isEponym(index) : isUnknownName(reader, index);
}
