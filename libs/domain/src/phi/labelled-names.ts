import { looksOrdinary, NOT_A_NAME, setOf } from './clinical-words';
import { isCommonWord } from './common-words';
import type { Finding } from './finding';
import {
  NAME_BEARERS,
  NAME_BEARING,
  NAME_LABELS,
  NAMING_WORDS,
  PATIENT_WORDS,
  RELATIVES,
  ROLE_LABELS,
  STAFF,
  STATE_LABELS,
  THINGS_WITH_A_NAME,
} from './name-cues';
import { hasSurnameForm, isGivenName, isWordlikeGivenName } from './name-lexicon';
import { canBeAName, isCapitalised, isListedName, type NameReader } from './name-reader';
import { isListedOrUnknown, isNameLike, isUnknownName, isUnknownWord } from './name-shape';
import type { Word } from './words';

const LABEL_GAP = /^ {0,2}[:=] {0,3}["'[(]?$| - $/;
/** Words between `name` and the name itself. */
const AFTER_NAME = setOf('is was as has says reads said shows');
/** Words before `name` that tell that a person's follows. */
const WHOSE_NAME = setOf('pt pts patient patients pat full first last maiden legal preferred her his');
/** Labels that nothing but a name follows. */
const BY_NAME_LABELS = setOf('nickname alias aka');
/** `Name on sticker: …`, `Attending of record: …` */
const LONGEST_LABEL = 3;
/** `Name on the image should be cropped (…` */
const LONGEST_REMARK = 8;

/** A name after a label: `Patient name: Delgado`, `Attending: Patel`, `a guy named Bob`. Always blocked. */
export function labelledName(reader: NameReader, index: number, label: Word): Finding | undefined {
  const name = nameAfterLabel(reader, index, label);
  if (name === undefined) return undefined;
  const end = reader.endOffsetOfName(name);
  return { kind: 'labelled-name', tier: 'block', start: label.start, end };
}

/** The index of the first word of the name. */
function nameAfterLabel(reader: NameReader, index: number, label: Word): number | undefined {
  if (NAME_LABELS.has(label.key)) return afterNameLabel(reader, index);
  if (NAMING_WORDS.has(label.key) && reader.gapAfter(index) === ' ')
    return isNameLike(reader, index + 1) || isUnknownAt(reader, index + 1) ? index + 1 : undefined;
  if (
    NAME_BEARING.has(label.key) &&
    NAME_BEARERS.has(reader.key(index - 1)) &&
    reader.gapAfter(index) === ' '
  )
    return reader.isWrittenAsName(index + 1) && isListedOrUnknown(reader, index + 1) ? index + 1 : undefined;
  if (label.key === 'by' && SIGNING_WORDS.has(reader.key(index - 1))) return afterSigned(reader, index);
  if (label.key === 'called' && isCalled(reader, index)) return index + 1;
  if (isKnownAs(reader, index)) return index + 1;
  return ROLE_LABELS.has(label.key) || STAFF.has(label.key) || RELATIVES.has(label.key)
    ? afterRoleLabel(reader, index, label)
    : undefined;
}

/** `goes by "Dot"`, `known as Ines`, `answers to Biscuit` */
function isKnownAs(reader: NameReader, index: number): boolean {
  const said = `${reader.key(index - 1)} ${reader.key(index)}`;
  if (!/^(?:goes by|went by|going by|known as|answers to)$/.test(said)) return false;
  const name = reader.word(index + 1);
  return name?.shape === 'title' && /^ ["'(]?$/.test(reader.gapAfter(index)) && !looksOrdinary(name.key);
}

/** What is done with a name under a note. */
const SIGNING_WORDS = setOf(
  'signed cosigned co-signed e-signed esigned countersigned attested dictated authored sign-off signoff',
);

/** `cosigned by Lattimore`, `signed by T. Vanterpool`, `sign-off by: k. andersson` */
function afterSigned(reader: NameReader, index: number): number | undefined {
  if (!/^ $|^: ?$/.test(reader.gapAfter(index))) return undefined;
  const name = afterInitial(reader, index + 1);
  return isListedOrUnknown(reader, name) || (name > index + 1 && isUnknownAt(reader, name))
    ? name
    : undefined;
}

/** `T. Vanterpool`, `k. andersson` */
function afterInitial(reader: NameReader, index: number): number {
  return reader.key(index).length === 1 && /^\.? ?$/.test(reader.gapAfter(index)) ? index + 1 : index;
}

/** The word after the colon of a label that small words may make longer. */
function afterColon(reader: NameReader, index: number): number | undefined {
  for (let at = index; at <= index + LONGEST_LABEL; at += 1) {
    const gap = reader.gapAfter(at);
    if (LABEL_GAP.test(gap)) return at + 1;
    if (gap !== ' ' || reader.word(at + 1)?.shape !== 'lower') return undefined;
  }
  return undefined;
}

function afterRoleLabel(reader: NameReader, index: number, label: Word): number | undefined {
  const begin = afterColon(reader, index);
  if (begin === undefined) return undefined;
  const first = reader.word(begin)?.shape === 'lower' ? afterInitial(reader, begin) : begin;
  const word = reader.word(first);
  if (
    word &&
    begin === index + 1 &&
    !STATE_LABELS.has(label.key) &&
    word.shape !== 'title' &&
    isUnknownWord(word)
  )
    return first;
  const last = begin === index + 1 ? reader.endOfName(first) : first;
  for (let at = first; at <= last; at += 1) {
    const part = reader.word(at);
    if (!part || part.shape === 'code' || NOT_A_NAME.has(part.key) || reader.isEponym(at)) break;
    const named = isListedName(part.key) || (isCapitalised(part) && hasSurnameForm(part.key));
    const begins = at === first || reader.word(at - 1)?.shape === 'initial';
    if (named || (begins && isUnknownName(reader, at))) return first;
    if (begins && at < last && isWordlikeGivenName(part.key) && isUnknownName(reader, at + 1)) return first;
  }
  return undefined;
}

/** `pt called Lwazi`, `the patient is called Ana`; the capital tells it from `patient called twice`. */
function isCalled(reader: NameReader, index: number): boolean {
  const said = /^(?:is|was|be)$/.test(reader.key(index - 1));
  const name = reader.word(index + 1);
  if (!name || reader.gapAfter(index) !== ' ') return false;
  // "Called Hortensia re instructions": over the phone, but a name all the same
  const written = name.shape === 'title' || reader.isAllCapitals;
  if (written && (isGivenName(name.key) || isUnknownName(reader, index + 1))) return true;
  if (!said && !PATIENT_WORDS.has(reader.key(index - 1))) return false;
  return isGivenName(name.key) || (name.shape === 'title' && isNameLike(reader, index + 1));
}

function afterNameLabel(reader: NameReader, index: number): number | undefined {
  if (THINGS_WITH_A_NAME.has(reader.key(index - 1))) return undefined;
  const gap = reader.gapAfter(index);
  const next = reader.word(index + 1);
  if (!next) return undefined;
  const verb = gap === ' ' && (next.key === 'is' || next.key === 'was' || next.key === 'of');
  const name = verb ? index + 2 : index + 1;
  const word = reader.word(name);
  if (!word || word.shape === 'code') return undefined;
  const isWord = word.shape === 'lower' && isCommonWord(word.key);
  if (LABEL_GAP.test(gap) && !isWord && canBeAName(word.key) && isWholeName(reader, name)) return name;
  if (/^- $|^, $|^ \($/.test(gap) && isCapitalised(word) && isListedOrUnknown(reader, name)) return name;
  const byName = BY_NAME_LABELS.has(reader.key(index));
  if (byName && /^ ["']$/.test(gap) && word.shape === 'title') return name;
  if (gap !== ' ') return undefined;
  const said = (verb && next.key !== 'of') || byName || WHOSE_NAME.has(reader.key(index - 1));
  if (said && reader.isAllCapitals && word.key.length > 3 && !isCommonWord(word.key)) return name;
  if (isNameLike(reader, name) || (said && isUnknownWord(word))) return name;
  // "name typed: Emeka", "name on the band was Emeka"
  const later = afterColon(reader, index) ?? afterWas(reader, index);
  if (later === undefined) return undefined;
  const small = next.key !== 'of' && isUnknownAt(reader, later);
  return small || isListedOrUnknown(reader, later) ? later : undefined;
}

function isUnknownAt(reader: NameReader, index: number): boolean {
  const word = reader.word(index);
  return word !== undefined && isUnknownWord(word);
}

/** A letter alone is an option of a list unless a name follows: `E. Obi`. */
function isWholeName(reader: NameReader, index: number): boolean {
  return reader.key(index).length > 1 || /^\.? ?[A-Z][a-z]/.test(reader.textAfter(index, 4));
}

/** `name on the band was …`, `name entered as …`, `name in the comments (…` */
function afterWas(reader: NameReader, index: number): number | undefined {
  for (let at = index + 1; at <= index + LONGEST_REMARK; at += 1) {
    const gap = reader.gapAfter(at);
    const isNear = at <= index + LONGEST_LABEL + 1;
    if (gap === ' (' || (isNear && gap === ' ' && AFTER_NAME.has(reader.key(at)))) return at + 1;
    if (gap !== ' ') return undefined;
  }
  return undefined;
}
