import { EPONYMS, looksOrdinary, NOT_A_NAME, setOf } from './clinical-words';
import { isCommonWord, isKnownWord } from './common-words';
import type { Finding } from './finding';
import {
  DEGREES,
  DOCTOR_OF,
  FOREIGN_WORDLIKE_TITLES,
  PARTICLES,
  RELATIVES,
  SMALL_TITLES,
  STAFF,
  TITLE_ENDINGS,
  TITLES,
  UNCERTAIN_DEGREES,
  WORDLIKE_TITLES,
} from './name-cues';
import { hasSurnameForm, isGivenName, isWordlikeGivenName, surnameClass } from './name-lexicon';
import { isCapitalised, isListedName, type NameReader } from './name-reader';
import { isListedOrUnknown, isUnknownName, isUnknownWord } from './name-shape';
import type { Word } from './words';

/** Titles that stand before hardly anything but a name: after them a word that no list has is one. */
const TITLES_OF_OFFICE = setOf(
  'rev reverend pastor rabbi imam deacon professor judge coach sheriff deputy officer captain sergeant senator lieutenant colonel corporal',
);
const MUSCLE_ENDING = /(?:us|is|or|es|eps|ae|um)$/;
const SHORTEST_NAME = 3;
/** A point, blanks, a quote before a by-name, or the underscore of a file's name. */
const TITLE_GAP = /^\.? {1,2}["'(]?$|^\.$|^ \. ?$|^_$/;

/** A name after a title: `Mr. Ramirez`, `dr nadkarni`, `Frau Obermann`. Always blocked. */
export function titledName(reader: NameReader, index: number, title: Word): Finding | undefined {
  if (!TITLES.has(title.key)) return undefined;
  const last = endOfTitle(reader, index);
  const gap = reader.gapAfter(last);
  if (!TITLE_GAP.test(gap)) return undefined;
  const at = afterParticles(reader, afterInitials(reader, last + 1));
  const name = reader.word(at);
  if (!name || name.shape === 'code' || isAfterNumber(reader, index)) return undefined;
  if (!isTitledName(reader, { title, index, isWhole: last > index, gap, at, name })) return undefined;
  const end = reader.endOffsetOfName(at);
  return { kind: 'titled-name', tier: 'block', start: title.start, end };
}

/** The last word of a title: `Sig.ra`, `Dr. med.`, or the title itself. */
function endOfTitle(reader: NameReader, index: number): number {
  const gap = reader.gapAfter(index);
  if (gap === '.' && TITLE_ENDINGS.has(reader.key(index + 1))) return index + 1;
  let last = index;
  while (last < index + 2 && DOCTOR_OF.has(reader.key(last + 1)) && /^\.? ?$/.test(reader.gapAfter(last)))
    last += 1;
  return last;
}

/** A name before a degree: `Nadkarni MD`, `Kavita Raman, RN`. */
export function nameWithDegree(reader: NameReader, index: number, degree: Word): Finding | undefined {
  if (!DEGREES.has(degree.key)) return undefined;
  const gap = reader.gapAfter(index - 1);
  if (gap !== ', ' && (gap !== ' ' || UNCERTAIN_DEGREES.has(degree.key))) return undefined;
  const name = reader.word(index - 1);
  if (
    !name ||
    !(degree.shape === 'lower' ? isSmallWithDegree(name, degree) : isListedOrUnknown(reader, index - 1))
  )
    return undefined;
  return { kind: 'titled-name', tier: 'block', start: name.start, end: degree.end };
}

/** `nadkarni md`: in small letters only after a name that is no word at all. */
const isSmallWithDegree = (name: Word, degree: Word): boolean =>
  degree.key !== 'do' && (isUnknownWord(name) || surnameClass(name.key) === 'distinct');

/** "dr. r. patel", "Dr JT Thistlewood": small or joined initials are skipped. */
function afterInitials(reader: NameReader, index: number): number {
  const word = reader.word(index);
  if (!word) return index;
  const small = word.shape === 'lower' && word.key.length === 1 && /^\. ?$/.test(reader.gapAfter(index));
  const joined =
    word.shape === 'upper' &&
    word.key.length <= 3 &&
    !isListedName(word.key) &&
    isUnknownOrListed(reader, index + 1);
  return small || (joined && reader.gapAfter(index) === ' ') ? index + 1 : index;
}

function isUnknownOrListed(reader: NameReader, index: number): boolean {
  const word = reader.word(index);
  return word?.shape === 'title' && (isListedName(word.key) || isUnknownName(reader, index));
}

/** The first word from `index` on that is no particle; at most two are passed over. */
function afterParticles(reader: NameReader, index: number): number {
  let at = index;
  while (at < index + 2 && PARTICLES.has(reader.key(at)) && reader.gapAfter(at) === ' ') at += 1;
  return at;
}

/** After a level or a number `DR` is the dorsal ramus, `ms` the millisecond and `Fr` a size. */
function isAfterNumber(reader: NameReader, index: number): boolean {
  const title = reader.word(index);
  return (title?.shape !== 'title' || title.key === 'fr') && /\d ?$/.test(reader.textBefore(index, 2));
}

interface Titled {
  readonly title: Word;
  readonly index: number;
  /** It has an ending of its own, so that it can be nothing but a title. */
  readonly isWhole: boolean;
  readonly gap: string;
  readonly at: number;
  readonly name: Word;
}

function isTitledName(reader: NameReader, titled: Titled): boolean {
  const { title, isWhole, gap, name } = titled;
  const listed = isListedName(name.key);
  // "Mr White": written as a name, even a word is one
  const written = title.shape === 'title' && name.shape === 'title';
  if (!isWhole && FOREIGN_WORDLIKE_TITLES.has(title.key) && !isForeignTitle(reader, titled)) return false;
  if (!isWhole && (WORDLIKE_TITLES.has(title.key) || FOREIGN_WORDLIKE_TITLES.has(title.key)))
    return isAfterWordlike(reader, titled, listed);
  if (written && surnameClass(name.key)) return true;
  if (NOT_A_NAME.has(name.key)) return false;
  // "Mrs Quimberly": no word, though it ends as some do
  if (written && !/(?:ed|ing)$/.test(name.key) && !isKnownWord(name.key)) return true;
  if (looksOrdinary(name.key) && !isOddName(name, listed)) return false;
  const small = SMALL_TITLES.has(title.key) && (isUnknownWord(name) || isShortUnknown(name));
  // "MS workup": the disease
  if (title.shape === 'upper' && !gap.startsWith('.') && title.key !== 'mrs')
    return listed || (small && name.shape === 'upper') || (small && title.key !== 'ms');
  if (name.shape === 'lower') return listed || small || isSmallName(title, gap, name);
  // an unlisted abbreviation after a title: "Dr MRI"
  return name.shape !== 'upper' || listed || name.key.length > 3;
}

/** `Pan Nowak`, `M. Lefevre`: with a capital and, where it is one letter, with its point and as no initial among others. */
function isForeignTitle(reader: NameReader, { title, index, gap, at, name }: Titled): boolean {
  if (name.shape !== 'title' || (title.shape !== 'title' && title.shape !== 'initial')) return false;
  if (title.shape === 'title') return true;
  // "M. Multifidus", a muscle
  const isLatin = MUSCLE_ENDING.test(name.key) && !isListedName(name.key);
  return (
    gap.startsWith('. ') && reader.word(index - 1)?.shape !== 'initial' && !isLatin && !reader.isEponym(at)
  );
}

/** `dr rao`: after a title a short word in small letters is enough. */
const isShortUnknown = (name: Word): boolean =>
  name.shape === 'lower' && name.key.length >= SHORTEST_NAME && !isCommonWord(name.key);

/** A name that looks like a word: listed, an eponym, or double as `Al-Sayed` is. */
function isOddName(name: Word, listed: boolean): boolean {
  return isCapitalised(name) && (listed || EPONYMS.has(name.key) || name.key.includes('-'));
}

function isSmallName(title: Word, gap: string, name: Word): boolean {
  const everyday = surnameClass(name.key) !== undefined && (title.key === 'mr' || title.key === 'mrs');
  return (
    everyday ||
    hasSurnameForm(name.key) ||
    title.key === 'mrs' ||
    (gap.startsWith('.') && name.key.length > 3)
  );
}

function isAfterWordlike(reader: NameReader, { title, gap, at, name }: Titled, listed: boolean): boolean {
  if (title.key === 'fr' && !gap.startsWith('.') && !isGivenName(name.key)) return false;
  if (NOT_A_NAME.has(name.key) || reader.isEponym(at)) return false;
  if (listed) return title.shape === 'title' || !(RELATIVES.has(title.key) || STAFF.has(title.key));
  if (title.key === 'doctor' && isUnknownWord(name)) return true;
  if (TITLES_OF_OFFICE.has(title.key) && isUnknownWord(name)) return true;
  if (title.shape === 'lower' || !reader.isWrittenAsName(at)) return false;
  if (RELATIVES.has(title.key) && title.shape !== 'title') return false;
  return (
    hasSurnameForm(name.key) ||
    isUnknownName(reader, at) ||
    ((title.key === 'miss' || TITLES_OF_OFFICE.has(title.key)) && isWordlikeGivenName(name.key))
  );
}
