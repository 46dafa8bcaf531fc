import type { IdentifierKind, Spotted } from './finding';
import { looksOrdinary, NOT_A_NAME } from './clinical-words';
import { actsLikeAPerson, isSubjectOfPatientVerb } from './person-context';
import { hasSurnameForm, isGivenName, surnameClass, type SurnameClass } from './name-lexicon';
import type { NameReader } from './name-reader';
import type { Word } from './words';

const SHORTEST_IN_CAPITALS = 5;
const SHORTEST_IN_LOWER_CASE = 5;
const SHORTEST_UNLISTED = 4;

/** Names without any cue: listed surnames and first names, and words built or used like names. Always a warning. */
export function bareNames(reader: NameReader): Spotted[] {
  const spotted: Spotted[] = [];
  for (let index = 0; index < reader.words.length; index += 1) {
    const word = reader.words[index];
    if (!word || word.key.length < 2 || word.shape === 'code') continue;
    const found = bareName(reader, index, word);
    if (found) spotted.push(found);
  }
  return spotted;
}

function bareName(reader: NameReader, index: number, word: Word): Spotted | undefined {
  const kind = kindOf(reader, index, word);
  if (!kind || reader.isEponym(index)) return undefined;
  const last = kind === 'full-name' ? reader.endOfName(index) : index;
  return { kind, tier: 'warn', start: word.start, end: reader.word(last)?.end ?? word.end };
}

function kindOf(reader: NameReader, index: number, word: Word): IdentifierKind | undefined {
  if (word.shape === 'title' && isGivenName(word.key)) {
    return reader.endOfName(index) > index ? 'full-name' : 'given-name';
  }
  return isSurname(reader, index, word) ? 'surname' : undefined;
}

function isSurname(reader: NameReader, index: number, word: Word): boolean {
  const listed = strongestClass(word.key);
  if (word.shape === 'lower') {
    if (listed === 'distinct') return word.key.length >= SHORTEST_IN_LOWER_CASE;
    return listed === 'dictionary' && isSubjectOfPatientVerb(reader, index);
  }
  if (word.shape === 'upper') return listed === 'distinct' && word.key.length >= SHORTEST_IN_CAPITALS;
  if (listed === 'distinct') return true;
  if (listed === 'dictionary') return true;
  if (listed === 'everyday') return !NOT_A_NAME.has(word.key) && actsLikeAPerson(reader, index);
  if (isFamily(reader, index, word)) return true;
  if (looksOrdinary(word.key)) return false;
  return (
    hasSurnameForm(word.key) ||
    (word.key.length >= SHORTEST_UNLISTED && isSubjectOfPatientVerb(reader, index))
  );
}

/** `the Petersons` */
function isFamily(reader: NameReader, index: number, word: Word): boolean {
  if (reader.key(index - 1) !== 'the' || !word.key.endsWith('s') || looksOrdinary(word.key)) return false;
  const listed = surnameClass(word.key.slice(0, -1));
  return listed === 'distinct' || listed === 'dictionary';
}

/** The class of a surname; of a double name (`Garcia-Lopez`) the stronger one. */
function strongestClass(key: string): SurnameClass | undefined {
  if (!key.includes('-')) return surnameClass(key);
  const classes = key.split('-').map(surnameClass);
  return classes.find((listed) => listed === 'distinct') ?? classes.find((listed) => listed === 'dictionary');
}
