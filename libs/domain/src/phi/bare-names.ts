import type { IdentifierKind, Finding } from './finding';
import { looksOrdinary, NOT_A_NAME, setOf } from './clinical-words';
import { standsBesidePerson } from './beside-person';
import { CUES } from './name-cues';
import { isUnknownName, isUnknownWord } from './name-shape';
import { actsLikeAPerson, isPersonsDeed, isSubjectOfPatientVerb } from './person-context';
import { hasSurnameForm, isGivenName, surnameClass, type SurnameClass } from './name-lexicon';
import type { NameReader } from './name-reader';
import type { Word } from './words';

const SHORTEST_IN_CAPITALS = 4;
const SHORTEST_IN_LOWER_CASE = 4;
const SHORTEST_GIVEN_IN_LOWER_CASE = 5;
const SHORTEST_UNLISTED = 4;

/**
 * Names without any cue: listed surnames and first names, and words built or used like names. Always a warning. `named`
 * are the names with a cue in the order of the text; the words in them are not looked at again.
 */
export function bareNames(reader: NameReader, named: readonly Finding[]): Finding[] {
  const spotted: Finding[] = [];
  let cued = 0;
  for (let index = 0; index < reader.words.length; index += 1) {
    const word = reader.words[index];
    if (!word || word.key.length < 2 || word.shape === 'code') continue;
    while (cued < named.length && (named[cued]?.end ?? 0) <= word.start) cued += 1;
    if ((named[cued]?.start ?? Infinity) <= word.start) continue;
    const found = bareName(reader, index, word);
    if (found) spotted.push(found);
  }
  return spotted;
}

function bareName(reader: NameReader, index: number, word: Word): Finding | undefined {
  const kind = kindOf(reader, index, word);
  if (!kind || reader.isEponym(index)) return undefined;
  const last = kind === 'full-name' ? Math.max(reader.endOfName(index), index + 1) : index;
  const said: IdentifierKind = standsBesidePerson(reader, index, last) ? 'person-name' : kind;
  return { kind: said, tier: 'warn', start: word.start, end: reader.word(last)?.end ?? word.end };
}

function kindOf(reader: NameReader, index: number, word: Word): IdentifierKind | undefined {
  if (word.shape === 'title' && isGivenName(word.key)) {
    return reader.endOfName(index) > index ? 'full-name' : 'given-name';
  }
  if (isFullName(reader, index, word)) return 'full-name';
  if (word.shape === 'lower' && word.key.length >= SHORTEST_GIVEN_IN_LOWER_CASE && isGivenName(word.key))
    return 'given-name';
  return isSurname(reader, index, word) ? 'surname' : undefined;
}

/** Two words that are no words of any list (`Emeka Obi`), or a first name and a surname in letters of one size (`john smith`). */
function isFullName(reader: NameReader, index: number, word: Word): boolean {
  const next = reader.word(index + 1);
  if (!next || reader.gapAfter(index) !== ' ' || next.shape !== word.shape) return false;
  if (word.shape === 'title')
    return (
      surnameClass(word.key) === undefined && isUnknownName(reader, index) && isUnknownName(reader, index + 1)
    );
  return (
    next.key.length > 3 && isGivenName(word.key) && isTrueSurname(next.key) && !reader.isEponym(index + 1)
  );
}

function isTrueSurname(key: string): boolean {
  const listed = surnameClass(key);
  return listed === 'distinct' || listed === 'dictionary';
}

function isSurname(reader: NameReader, index: number, word: Word): boolean {
  const listed = strongestClass(word.key);
  if (word.shape === 'lower') {
    if (listed === 'distinct') return word.key.length >= SHORTEST_IN_LOWER_CASE;
    return listed === 'dictionary' && isSubjectOfPatientVerb(reader, index);
  }
  if (word.shape === 'upper') return isUpperSurname(reader, word, listed);
  if (listed === 'distinct') return true;
  if (listed === 'dictionary') return true;
  if (listed === 'everyday')
    return !NOT_A_NAME.has(word.key) && !CUES.has(word.key) && actsLikeAPerson(reader, index);
  if (isFamily(reader, index, word) || isUnknownSubject(reader, index, word)) return true;
  if (isUnknownInSentence(reader, index, word)) return true;
  if (looksOrdinary(word.key)) return false;
  return (
    hasSurnameForm(word.key) ||
    (word.key.length >= SHORTEST_UNLISTED && isSubjectOfPatientVerb(reader, index))
  );
}

/** In a text of capitals a word that no list has is one too; among small letters it may be an abbreviation. */
function isUpperSurname(reader: NameReader, word: Word, listed: SurnameClass | undefined): boolean {
  if (word.key.length < SHORTEST_IN_CAPITALS) return false;
  if (!reader.isAllCapitals) return listed === 'distinct' && word.key.length > SHORTEST_IN_CAPITALS;
  return listed === 'distinct' || listed === 'dictionary' || (isUnknownWord(word) && !CUES.has(word.key));
}

/** What happens to a patient and not to a drug, a tool or a sign. */
const CASE_AFTER = setOf(
  'tolerated did needed kept refused returned came presented again cancelled canceled stayed',
);

/** `Lambros kept moving`, `Xiomara again`: no word at all, and it behaves as a patient. */
function isUnknownSubject(reader: NameReader, index: number, word: Word): boolean {
  return (
    isUnknownName(reader, index) &&
    ((reader.gapAfter(index) === ' ' && CASE_AFTER.has(reader.key(index + 1))) ||
      (word.key.length >= SHORTEST_IN_SENTENCE && isPersonsDeed(reader, index)))
  );
}

const SHORTEST_IN_SENTENCE = 5;
/** What a capital after it owes to the sentence: a point, a colon, a bullet, or nothing at all. */
const BEGINS_SENTENCE = /(?:^|[.:;!?\n"*>][ )"]*|\d\) ?|(?:^|\n) ?- )$/;

/** `cleared by psych Farida`: a capital inside a sentence on a word that is none of English or of the clinic. */
function isUnknownInSentence(reader: NameReader, index: number, word: Word): boolean {
  return (
    word.key.length >= SHORTEST_IN_SENTENCE &&
    !reader.isAllCapitals &&
    (!BEGINS_SENTENCE.test(reader.textBefore(index, 4)) || reader.word(index - 1)?.shape === 'initial') &&
    /^[A-Z][a-z]+$/.test(reader.text.slice(word.start, word.end)) &&
    isUnknownName(reader, index)
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
