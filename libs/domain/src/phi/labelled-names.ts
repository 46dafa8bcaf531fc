import { NOT_A_NAME, setOf } from './clinical-words';
import type { Spotted } from './finding';
import {
  NAME_BEARERS,
  NAME_BEARING,
  NAME_LABELS,
  NAMING_WORDS,
  PATIENT_WORDS,
  ROLE_LABELS,
  STATE_LABELS,
  THINGS_WITH_A_NAME,
} from './name-cues';
import { hasSurnameForm, isGivenName } from './name-lexicon';
import { canBeAName, isCapitalised, isListedName, type NameReader } from './name-reader';
import { isListedOrUnknown, isNameLike, isUnknownName, isUnknownWord } from './name-shape';
import type { Word } from './words';

const LABEL_GAP = /^ {0,2}[:=] {0,3}["']?$| - $/;
/** Words between `name` and the name itself. */
const AFTER_NAME = setOf('is was as has says reads said shows');
/** Words before `name` that tell that a person's follows. */
const WHOSE_NAME = setOf('pt pts patient patients pat full first last maiden legal preferred her his');
/** `Name on sticker: …`, `Attending of record: …` */
const LONGEST_LABEL = 3;

/** A name after a label: `Patient name: Delgado`, `Attending: Patel`, `a guy named Bob`. Always blocked. */
export function labelledName(reader: NameReader, index: number, label: Word): Spotted | undefined {
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
  if (label.key === 'called' && isPatientCalled(reader, index)) return index + 1;
  return ROLE_LABELS.has(label.key) ? afterRoleLabel(reader, index, label) : undefined;
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
  const first = afterColon(reader, index);
  if (first === undefined) return undefined;
  const word = reader.word(first);
  if (
    word &&
    first === index + 1 &&
    !STATE_LABELS.has(label.key) &&
    word.shape !== 'title' &&
    isUnknownWord(word)
  )
    return first;
  const last = first === index + 1 ? reader.endOfName(first) : first;
  for (let at = first; at <= last; at += 1) {
    const part = reader.word(at);
    if (!part || part.shape === 'code' || NOT_A_NAME.has(part.key) || reader.isEponym(at)) break;
    const named = isListedName(part.key) || (isCapitalised(part) && hasSurnameForm(part.key));
    const begins = at === first || reader.word(at - 1)?.shape === 'initial';
    if (named || (begins && isUnknownName(reader, at))) return first;
  }
  return undefined;
}

/** `pt called Lwazi`, `the patient is called Ana`; the capital tells it from `patient called twice`. */
function isPatientCalled(reader: NameReader, index: number): boolean {
  const said = reader.key(index - 1) === 'is' || reader.key(index - 1) === 'was';
  if (!PATIENT_WORDS.has(reader.key(said ? index - 2 : index - 1))) return false;
  const name = reader.word(index + 1);
  if (!name || reader.gapAfter(index) !== ' ') return false;
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
  if (LABEL_GAP.test(gap) && canBeAName(word.key) && isWholeName(reader, name)) return name;
  if (/^- $|^, $|^ \($/.test(gap) && isCapitalised(word) && isListedOrUnknown(reader, name)) return name;
  if (gap !== ' ') return undefined;
  const said = (verb && next.key !== 'of') || WHOSE_NAME.has(reader.key(index - 1));
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
  for (let at = index + 1; at <= index + LONGEST_LABEL + 1; at += 1) {
    const gap = reader.gapAfter(at);
    const key = reader.key(at);
    if (gap === ' (' || (gap === ' ' && AFTER_NAME.has(key))) return at + 1;
    if (gap !== ' ') return undefined;
  }
  return undefined;
}
