import type { IdentifierKind, Spotted } from './finding';
import { EPONYMS, looksOrdinary, NOT_A_NAME } from './clinical-words';
import {
  CUES,
  DOING_WORDS,
  NAME_LABELS,
  NAMING_WORDS,
  PARTICLES,
  PATIENT_WORDS,
  RELATIVES,
  ROLE_LABELS,
  STAFF,
  THINGS_WITH_A_NAME,
  TITLES,
  WORDLIKE_TITLES,
} from './name-cues';
import { actsLikeAPerson, isFrequentSurname } from './person-context';
import { hasSurnameForm, isGivenName, isWordlikeGivenName, surnameClass } from './name-lexicon';
import { canBeAName, isCapitalised, isListedName, type NameReader } from './name-reader';
import type { Word } from './words';

const TITLE_GAP = /^\.? {1,2}$|^\.$/;
const LABEL_GAP = /^ {0,2}[:=] {0,3}$| - $/;
const INITIALS_LABELLED = /^(?: are| is|:)? ?["']?[A-Z]\.? ?[A-Z]\.?(?: ?[A-Z]\.?)?(?![A-Za-z])/;
const INITIALS_OF_PATIENT = /^ [A-Z]\. ?[A-Z]\.(?!\w)/;

/** `(M)`, `(F)`, `, 54M`: a sex after `Lastname, Firstname` as patient lists print it. */
const SEX_AFTER = /^ ?\([MF]\)|^,? \d{1,2} ?[MF]\b/;
/** What may stand between `pt` and a name: a blank, a bracket or a quote. */
const CLOSE_GAP = /^ {1,2}$|^ [("']$/;

const COMMA = ','.charCodeAt(0);

/** Names that a word before them announces: a title, a label, `patient`, a relative, a role. Linear in the number of words. */
export function cuedNames(reader: NameReader): Spotted[] {
  const spotted: Spotted[] = [];
  for (let index = 0; index < reader.words.length; index += 1) {
    const word = reader.words[index];
    if (!word || word.shape === 'code') continue;
    const found =
      (CUES.has(word.key) ? afterCue(reader, index, word) : undefined) ??
      (reader.text.charCodeAt(word.end) === COMMA ? listedName(reader, index, word) : undefined);
    if (found) spotted.push(found);
  }
  return spotted;
}

function afterCue(reader: NameReader, index: number, cue: Word): Spotted | undefined {
  return (
    titledName(reader, index, cue) ??
    labelledName(reader, index, cue) ??
    initials(reader, index, cue) ??
    personName(reader, index, cue)
  );
}

function spot(reader: NameReader, kind: IdentifierKind, range: { from: number; name: number }): Spotted {
  const blocked = kind === 'titled-name' || kind === 'labelled-name';
  const end = reader.word(reader.endOfName(range.name))?.end ?? 0;
  return { kind, tier: blocked ? 'block' : 'warn', start: reader.word(range.from)?.start ?? 0, end };
}

function titledName(reader: NameReader, index: number, title: Word): Spotted | undefined {
  const gap = reader.gapAfter(index);
  // "dr. r. patel": a small initial is skipped
  const isInitial = reader.key(index + 1).length === 1 && /^\. ?$/.test(reader.gapAfter(index + 1));
  const at = afterParticles(
    reader,
    isInitial && reader.word(index + 1)?.shape === 'lower' ? index + 2 : index + 1,
  );
  const name = reader.word(at);
  if (!TITLES.has(title.key) || !name || name.shape === 'code' || !TITLE_GAP.test(gap)) return undefined;
  if (!isTitledName(title, name, gap) || isAfterNumber(reader, index)) return undefined;
  return spot(reader, 'titled-name', { from: index, name: at });
}

/** The first word from `index` on that is no particle; at most two are passed over. */
function afterParticles(reader: NameReader, index: number): number {
  let at = index;
  while (at < index + 2 && PARTICLES.has(reader.key(at)) && reader.gapAfter(at) === ' ') at += 1;
  return at;
}

/** After a level or a number `DR` is the dorsal ramus and `ms` the millisecond. */
function isAfterNumber(reader: NameReader, index: number): boolean {
  return reader.word(index)?.shape !== 'title' && /\d ?$/.test(reader.textBefore(index, 2));
}

function isTitledName(title: Word, name: Word, gap: string): boolean {
  const listed = isListedName(name.key);
  const capitalised = isCapitalised(name);
  // "Mr White": written as a name, even a word is one
  if (title.shape === 'title' && name.shape === 'title' && surnameClass(name.key)) return true;
  if (NOT_A_NAME.has(name.key)) return false;
  if (looksOrdinary(name.key) && !(capitalised && (listed || EPONYMS.has(name.key)))) return false;
  if (WORDLIKE_TITLES.has(title.key))
    return listed || (title.shape === 'title' && name.shape === 'title' && hasSurnameForm(name.key));
  if (title.shape === 'upper' && !gap.startsWith('.') && title.key !== 'mrs') return listed;
  if (name.shape === 'lower') {
    const everyday = surnameClass(name.key) !== undefined && (title.key === 'mr' || title.key === 'mrs');
    return (
      listed ||
      everyday ||
      hasSurnameForm(name.key) ||
      title.key === 'mrs' ||
      (gap.startsWith('.') && name.key.length > 3)
    );
  }
  // an unlisted abbreviation after a title: "Dr MRI"
  return name.shape !== 'upper' || listed || name.key.length > 3;
}

function labelledName(reader: NameReader, index: number, label: Word): Spotted | undefined {
  if (NAME_LABELS.has(label.key)) return afterNameLabel(reader, index);
  if (NAMING_WORDS.has(label.key) && reader.gapAfter(index) === ' ') {
    return nameLike(reader, index + 1)
      ? spot(reader, 'labelled-name', { from: index, name: index + 1 })
      : undefined;
  }
  if (label.key === 'called' && isPatientCalled(reader, index))
    return spot(reader, 'labelled-name', { from: index, name: index + 1 });
  if (!ROLE_LABELS.has(label.key) || !LABEL_GAP.test(reader.gapAfter(index))) return undefined;
  const last = reader.endOfName(index + 1);
  for (let at = index + 1; at <= last; at += 1) {
    const word = reader.word(at);
    if (!word || word.shape === 'code' || NOT_A_NAME.has(word.key) || reader.isEponym(at)) break;
    if (isListedName(word.key) || (isCapitalised(word) && hasSurnameForm(word.key)))
      return spot(reader, 'labelled-name', { from: index, name: index + 1 });
  }
  return undefined;
}

/** `pt called Lwazi`, `the patient is called Ana`; the capital tells it from `patient called twice`. */
function isPatientCalled(reader: NameReader, index: number): boolean {
  const said = reader.key(index - 1) === 'is' || reader.key(index - 1) === 'was';
  if (!PATIENT_WORDS.has(reader.key(said ? index - 2 : index - 1))) return false;
  const name = reader.word(index + 1);
  if (!name || reader.gapAfter(index) !== ' ') return false;
  return isGivenName(name.key) || (name.shape === 'title' && nameLike(reader, index + 1));
}

function afterNameLabel(reader: NameReader, index: number): Spotted | undefined {
  if (THINGS_WITH_A_NAME.has(reader.key(index - 1))) return undefined;
  const gap = reader.gapAfter(index);
  const next = reader.word(index + 1);
  if (!next) return undefined;
  const verb = gap === ' ' && (next.key === 'is' || next.key === 'was' || next.key === 'of');
  const name = verb ? index + 2 : index + 1;
  const word = reader.word(name);
  if (!word || word.shape === 'code') return undefined;
  const labelled = LABEL_GAP.test(gap) && canBeAName(word.key) && word.key.length > 1;
  const said = gap === ' ' && nameLike(reader, name);
  return labelled || said ? spot(reader, 'labelled-name', { from: index, name }) : undefined;
}

/** A capitalised word that is no ordinary one, or a listed name in lower case. */
function nameLike(reader: NameReader, index: number): boolean {
  const word = reader.word(index);
  if (!word || word.shape === 'code' || NOT_A_NAME.has(word.key) || reader.isEponym(index)) return false;
  if (isListedName(word.key)) return true;
  return word.shape === 'title' && !looksOrdinary(word.key);
}

function initials(reader: NameReader, index: number, cue: Word): Spotted | undefined {
  const labelled = cue.key === 'initials';
  const ofPatient = PATIENT_WORDS.has(cue.key) && reader.word(index + 1)?.shape === 'initial';
  if (!labelled && !ofPatient) return undefined;
  const match = (labelled ? INITIALS_LABELLED : INITIALS_OF_PATIENT).exec(reader.textAfter(index, 14));
  if (!match) return undefined;
  return {
    kind: labelled ? 'labelled-name' : 'person-name',
    tier: labelled ? 'block' : 'warn',
    start: cue.start,
    end: cue.end + match[0].length,
  };
}

function personName(reader: NameReader, index: number, cue: Word): Spotted | undefined {
  const at = index + 1;
  const name = reader.word(at);
  if (!name || name.shape === 'code' || NOT_A_NAME.has(name.key) || reader.isEponym(at)) return undefined;
  const gap = reader.gapAfter(index);
  const patient = PATIENT_WORDS.has(cue.key);
  const relative = RELATIVES.has(cue.key);
  const staff =
    STAFF.has(cue.key) ||
    ((cue.key === 'by' || cue.key === 'with') && DOING_WORDS.has(reader.key(index - 1)));
  if (!patient && !relative && !staff) return undefined;
  const listed = isListedName(name.key);
  const close = CLOSE_GAP.test(gap) || (gap === '. ' && cue.key.length <= 3);
  const full = !staff && isFullName(reader, at);
  if (!close && !(gap === ', ' && (listed || full) && isCapitalised(name) && !staff)) return undefined;
  if (full) return spot(reader, 'person-name', { from: index, name: at });
  const named = isCapitalised(name)
    ? isPersonName(reader, at, { listed, relative, open: (patient && cue.shape !== 'upper') || relative })
    : patient && isPlainListed(name.key);
  return named ? spot(reader, 'person-name', { from: index, name: at }) : undefined;
}

/** `open` = after this cue a capitalised word that nobody listed is a name too. */
function isPersonName(
  reader: NameReader,
  index: number,
  cue: { listed: boolean; relative: boolean; open: boolean },
): boolean {
  const word = reader.word(index);
  if (!word || word.shape === 'initial') return false;
  if (cue.listed) return word.shape === 'title' || word.key.length > 3;
  if (word.shape === 'upper') return false;
  if (isWordlikeGivenName(word.key)) return true;
  const subject = actsLikeAPerson(reader, index) || /^(?:[.,;)]|$)/.test(reader.textAfter(index, 1));
  if (surnameClass(word.key) === 'everyday') return subject || isFrequentSurname(word.key);
  return (
    hasSurnameForm(word.key) ||
    (cue.open && (subject || cue.relative) && word.key.length > 3 && !looksOrdinary(word.key))
  );
}

/** Two capitalised words, neither an ordinary one, the second a listed surname or built like one, or both unlisted. */
function isFullName(reader: NameReader, index: number): boolean {
  const [first, second] = [reader.word(index), reader.word(reader.endOfName(index))];
  if (!first || !second || first === second || first.shape === 'code' || second.shape === 'code')
    return false;
  if (looksOrdinary(first.key) || reader.isEponym(reader.endOfName(index))) return false;
  return (
    isListedName(second.key) || (first.shape === 'title' && second.shape === 'title' && second.key.length > 3)
  );
}

/** In lower case short words and everyday ones cannot be told from shorthand. */
function isPlainListed(key: string): boolean {
  return key.length > 3 && isListedName(key);
}

/** `Kowalski, Anna`, `SMITH, J.`, `smith, john` */
function listedName(reader: NameReader, index: number, surname: Word): Spotted | undefined {
  const given = reader.word(index + 1);
  if (!given || !/^, ?$/.test(reader.gapAfter(index)) || surname.key.length < 2) return undefined;
  if (EPONYMS.has(surname.key) || looksOrdinary(surname.key) || reader.isEponym(index + 1)) return undefined;
  const listed = isListedName(surname.key);
  if (!isCapitalised(surname) || !isCapitalised(given)) {
    const plain = surname.shape === 'lower' && given.shape === 'lower' && listed && isGivenName(given.key);
    return plain ? spot(reader, 'listed-name', { from: index, name: index + 1 }) : undefined;
  }
  const initialOnly = given.shape === 'initial' && /^\.?(?:\s|$|[,;)])/.test(reader.textAfter(index + 1, 2));
  const inPatientList = SEX_AFTER.test(reader.textAfter(index + 1, 8)) && !NOT_A_NAME.has(given.key);
  const named =
    inPatientList || isGivenName(given.key) || (listed && (initialOnly || isWordlikeGivenName(given.key)));
  return named ? spot(reader, 'listed-name', { from: index, name: index + 1 }) : undefined;
}
