import { EPONYMS, looksOrdinary, NOT_A_NAME, setOf } from './clinical-words';
import { isCommonWord } from './common-words';
import type { Finding } from './finding';
import {
  ADDRESSING_WORDS,
  CLOSING_WORDS,
  DOING_WORDS,
  PATIENT_WORDS,
  RELATIVES,
  STAFF,
  TITLES,
} from './name-cues';
import { hasSurnameForm, isGivenName, isWordlikeGivenName, surnameClass } from './name-lexicon';
import { isCapitalised, isListedName, type NameReader } from './name-reader';
import { isListedOrUnknown, isUnknownName } from './name-shape';
import { actsLikeAPerson, isFrequentSurname, isSubject } from './person-context';
import type { Word } from './words';

/** What may stand between `pt` and a name: a blank, a bracket or a quote. */
const CLOSE_GAP = /^ {1,2}$|^ [("'{<[]$|^\/$| - $/;

/** What the word before a name says about it. */
interface PersonCue {
  readonly patient: boolean;
  readonly relative: boolean;
  readonly staff: boolean;
  /** A word for what a colleague did stands before it: `staffed w/`, `done by`. */
  readonly doing: boolean;
  /** After this cue a capitalised word that nobody listed is a name too. */
  readonly open: boolean;
}

/** A name after `patient`, a relative, a role, or a word that addresses somebody. Always a warning. */
export function personName(reader: NameReader, index: number, cue: Word): Finding | undefined {
  const kind = cueOf(reader, index, cue);
  const at = kind ? nameAfter(reader, index, kind.patient) : addressed(reader, index, cue);
  const name = at === undefined ? undefined : reader.word(at);
  if (at === undefined || !name) return undefined;
  if (isNoName(reader, at, name) && !isCertainPerson(reader, { at, cue, kind, name })) return undefined;
  if (kind && !isNamed(reader, at, { cue, kind, gap: reader.gapAfter(index) })) return undefined;
  const end = reader.endOffsetOfName(at);
  return { kind: 'person-name', tier: 'warn', start: cue.start, end };
}

/** What is done with or by a colleague and with no tool. */
const STAFFING_WORDS = setOf('staffed supervised precepted proctored signed cosigned co-signed');

/** What is a name though the word is one of every note or an eponym: `husband Ed drives`, `pt Bouchard's pump`. */
function isCertainPerson(
  reader: NameReader,
  { at, cue, kind, name }: { at: number; cue: Word; kind: PersonCue | undefined; name: Word },
): boolean {
  if (kind?.relative && isShortGivenName(reader, at, cue)) return true;
  if (kind?.doing && STAFFING_WORDS.has(reader.key(at - 2)))
    return name.shape === 'title' && EPONYMS.has(name.key);
  const isPatient =
    kind?.patient === true && cue.shape !== 'upper' && name.shape === 'title' && EPONYMS.has(name.key);
  return isPatient && (reader.gapAfter(at) === ', ' || (name.possessive && actsLikeAPerson(reader, at)));
}

/** A title begins a name of its own. */
function isNoName(reader: NameReader, index: number, word: Word): boolean {
  return word.shape === 'code' || NOT_A_NAME.has(word.key) || TITLES.has(word.key) || reader.isEponym(index);
}

/** First names that are words of every note. */
const SHORT_GIVEN_NAMES = setOf('ed will may april june august long');

/** `husband Ed drives`: the capital inside a sentence, and something that only a person does. */
function isShortGivenName(reader: NameReader, index: number, cue: Word): boolean {
  const name = reader.word(index);
  return (
    name?.shape === 'title' &&
    cue.shape === 'lower' &&
    SHORT_GIVEN_NAMES.has(name.key) &&
    isSubject(reader, index)
  );
}

function cueOf(reader: NameReader, index: number, cue: Word): PersonCue | undefined {
  const patient = PATIENT_WORDS.has(cue.key);
  const relative = RELATIVES.has(cue.key);
  const doing = /^(?:by|with|w)$/.test(cue.key) && DOING_WORDS.has(reader.key(index - 1));
  const staff = STAFF.has(cue.key) || doing;
  if (!patient && !relative && !staff) return undefined;
  // PT in capitals is more often physical therapy
  return {
    patient,
    relative,
    staff,
    doing,
    open: reader.isAllCapitals || !(patient && cue.shape === 'upper'),
  };
}

/** `daughter is Fatoumata`, `son called Emeka`: the verb is passed over if a name follows. */
function nameAfter(reader: NameReader, index: number, patient: boolean): number {
  const verb = reader.key(index + 1);
  const said = verb === 'is' || verb === 'was' || (verb === 'called' && !patient);
  if (!said || reader.gapAfter(index) !== ' ' || reader.gapAfter(index + 1) !== ' ') return index + 1;
  return reader.isWrittenAsName(index + 2) && isListedOrUnknown(reader, index + 2) ? index + 2 : index + 1;
}

/** `told Fatoumata`, `thank you Kavita`, `by Nadkarni`: only what no list and no dictionary has, or a listed first name. */
function addressed(reader: NameReader, index: number, cue: Word): number | undefined {
  if (!ADDRESSING_WORDS.has(cue.key)) return undefined;
  const thanks = CLOSING_WORDS.has(cue.key);
  const gap = reader.gapAfter(index);
  if (gap !== ' ' && !(thanks && gap === ', ') && !(cue.key === 'w' && (gap === '/' || gap === '/ ')))
    return undefined;
  const at = thanks && /^(?:you|u|to)$/.test(reader.key(index + 1)) ? index + 2 : index + 1;
  const name = reader.word(at);
  if (!name) return undefined;
  if (!reader.isWrittenAsName(at))
    return isSmallAddressed(reader, { at, cue, thanks, name }) ? at : undefined;
  return isUnknownName(reader, at) || isGivenName(name.key) ? at : undefined;
}

const SHORTEST_SMALL = 3;

/** `thx, jen` at the end, `per rao`, `d/w amin` */
function isSmallAddressed(
  reader: NameReader,
  { at, cue, thanks, name }: { at: number; cue: Word; thanks: boolean; name: Word },
): boolean {
  if (name.shape !== 'lower' || name.key.length < SHORTEST_SMALL) return false;
  if (thanks) return isGivenName(name.key) && /^(?:$|[.,!\n])/.test(reader.textAfter(at, 1));
  return (cue.key === 'per' || cue.key === 'w') && surnameClass(name.key) === 'distinct';
}

function isNamed(
  reader: NameReader,
  at: number,
  { cue, kind, gap }: { cue: Word; kind: PersonCue; gap: string },
): boolean {
  const name = reader.word(at);
  if (!name) return false;
  if (kind.relative && isShortGivenName(reader, at, cue)) return gap === ' ';
  const listed = isListedName(name.key);
  const full = !kind.staff && isFullName(reader, at);
  const close = CLOSE_GAP.test(gap) || (kind.doing && gap === '/ ') || (gap === '. ' && cue.key.length <= 3);
  const apposition = gap === ', ' && isCapitalised(name) && !kind.staff;
  const enclosed = /^(?:,|$)/.test(reader.textAfter(at, 1)) || isSubject(reader, at);
  if (!close && !(apposition && (listed || full || (enclosed && isUnknownName(reader, at))))) return false;
  if (full) return true;
  if (isCapitalised(name)) return isPersonName(reader, at, { ...kind, listed });
  if (kind.patient)
    return isPlainListed(name.key) || hasSurnameForm(name.key) || isUnknownSubject(reader, at, name);
  if (kind.relative && gap === ' ' && isUnknownSubject(reader, at, name)) return true;
  if (kind.doing && surnameClass(name.key) !== 'everyday' && isPlainListed(name.key)) return true;
  // "daughter karen": first names that are words too are in another list
  return gap === ' ' && isGivenName(name.key);
}

function isPersonName(reader: NameReader, index: number, cue: PersonCue & { listed: boolean }): boolean {
  const word = reader.word(index);
  if (!word || word.shape === 'initial') return false;
  if (cue.listed) return word.shape === 'title' || word.key.length > 3;
  if (!reader.isWrittenAsName(index)) return false;
  if (isWordlikeGivenName(word.key)) return true;
  const subject =
    actsLikeAPerson(reader, index) ||
    (cue.patient && isSubject(reader, index)) ||
    /^(?:[.,;)]|$)/.test(reader.textAfter(index, 1));
  if (surnameClass(word.key) === 'everyday') return subject || isFrequentSurname(word.key);
  if (hasSurnameForm(word.key) || (cue.open && isUnknownName(reader, index))) return true;
  return cue.relative && word.key.length > 3 && !looksOrdinary(word.key) && !isCommonWord(word.key);
}

/** Words between a name and a role that belong to the role: `Xiomara, her daughter`, `Brayden the rep`. */
const WHOSE = setOf('his her the their my our pts pt');

/** A name before a role: `Xiomara (wife)`, `Quispe, attending`, `Brayden, the Abbott rep`. Always a warning. */
export function nameBeforeRole(reader: NameReader, index: number, role: Word): Finding | undefined {
  if (!RELATIVES.has(role.key) && !STAFF.has(role.key)) return undefined;
  const whose = WHOSE.has(reader.key(index - 1)) ? index - 1 : index;
  const named = WHOSE.has(reader.key(index - 2)) ? index - 2 : whose;
  const at = named - 1;
  const name = reader.word(at);
  if (!name || !reader.isWrittenAsName(at) || name.possessive || !/^,? \(?$/.test(reader.gapAfter(at)))
    return undefined;
  if (named !== index && reader.gapAfter(index - 1) !== ' ') return undefined;
  if (!isListedOrUnknown(reader, at)) return undefined;
  return { kind: 'person-name', tier: 'warn', start: name.start, end: role.end };
}

/** Two capitalised words, neither an ordinary one, the second a listed surname or built like one, or both unlisted. */
function isFullName(reader: NameReader, index: number): boolean {
  const last = reader.endOfName(index);
  const [first, second] = [reader.word(index), reader.word(last)];
  if (!first || !second || first === second || first.shape === 'code' || second.shape === 'code')
    return false;
  if (looksOrdinary(first.key) || reader.isEponym(last)) return false;
  if (isListedName(second.key)) return true;
  return (
    first.shape === 'title' && second.shape === 'title' && second.key.length > 3 && !isCommonWord(second.key)
  );
}

/** In lower case short words and everyday ones cannot be told from shorthand. */
function isPlainListed(key: string): boolean {
  return key.length > 3 && isListedName(key);
}

/** `pt pradhan did fine`: no word at all, and it does something. */
function isUnknownSubject(reader: NameReader, index: number, word: Word): boolean {
  return word.key.length > 4 && isSubject(reader, index) && !isCommonWord(word.key);
}
