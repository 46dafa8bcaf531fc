import { EPONYMS, looksOrdinary, NOT_A_NAME } from './clinical-words';
import { isCommonWord } from './common-words';
import type { Finding } from './finding';
import { hasSurnameForm, isGivenName, isWordlikeGivenName, surnameClass } from './name-lexicon';
import { isCapitalised, isListedName, type NameReader } from './name-reader';
import { isUnknownName } from './name-shape';
import type { Word } from './words';

/** `(M)`, `(F)`, `, 54M`: a sex after `Lastname, Firstname` as patient lists print it. */
const SEX_AFTER = /^ ?\([MF]\)|^,? \d{1,2} ?[MF]\b/;
/** Where an entry of a list begins: a line, a number or the end of a label. */
const ENTRY_BEFORE = /(?:^|[\n:(;.)"] ?|[-*/] )$/;
/** What ends a first name in a list. */
const ENTRY_AFTER = /^\.?(?:$|[\n:;.)(,!?"]| [-/:(;]| \d)/;
const SHORTEST_UNKNOWN = 4;

/** `Kowalski, Anna`, `SMITH, J.`, `smith, john`, `Wijeratne, Anjali - L4-5` */
export function listedName(reader: NameReader, index: number, surname: Word): Finding | undefined {
  const given = reader.word(index + 1);
  if (!given || given.shape === 'code' || !/^, ?$/.test(reader.gapAfter(index)) || surname.key.length < 2)
    return undefined;
  if (EPONYMS.has(surname.key) || looksOrdinary(surname.key) || reader.isEponym(index + 1)) return undefined;
  const capitalised = isCapitalised(surname) && isCapitalised(given);
  if (!(capitalised ? isCapitalEntry : isSmallEntry)(reader, index, { surname, given })) return undefined;
  const end = reader.endOffsetOfName(index + 1);
  return { kind: 'listed-name', tier: 'warn', start: surname.start, end };
}

interface Entry {
  readonly surname: Word;
  readonly given: Word;
}

function isCapitalEntry(reader: NameReader, index: number, { surname, given }: Entry): boolean {
  const listed = isListedName(surname.key) || hasSurnameForm(surname.key);
  const initialOnly = given.shape === 'initial' && /^\.?(?:\s|$|[,;)])/.test(reader.textAfter(index + 1, 2));
  if (SEX_AFTER.test(reader.textAfter(index + 1, 8)) && !NOT_A_NAME.has(given.key)) return true;
  if (isGivenName(given.key)) return true;
  if (listed && (initialOnly || isWordlikeGivenName(given.key) || isGivenLike(given))) return true;
  if (!ENTRY_BEFORE.test(reader.textBefore(index, 2))) return false;
  // at the beginning of an entry: a surname that nobody listed, or one that is a word
  const isFamilyName = listed || surnameClass(surname.key) === 'everyday' || isUnknownName(reader, index);
  const isFirstName =
    isListedName(given.key) ||
    isWordlikeGivenName(given.key) ||
    isGivenLike(given) ||
    (initialOnly && surname.shape === 'title');
  return isFamilyName && isFirstName && ENTRY_AFTER.test(reader.textAfter(index + 1, 3));
}

/** Whether a word in capitals can be a first name that nobody listed. */
function isGivenLike(given: Word): boolean {
  if (given.shape === 'initial' || NOT_A_NAME.has(given.key) || isCommonWord(given.key)) return false;
  return given.shape === 'title' ? given.key.length > 1 : given.key.length >= SHORTEST_UNKNOWN;
}

/** All in small letters: a listed surname with a listed first name, or with an unknown one at the beginning of a line. */
function isSmallEntry(reader: NameReader, index: number, { surname, given }: Entry): boolean {
  if (surname.shape !== 'lower' || given.shape !== 'lower' || !isListedName(surname.key)) return false;
  if (isGivenName(given.key)) return true;
  const begins = /(?:^|\n)$/.test(reader.textBefore(index, 1));
  return (
    begins && given.key.length >= SHORTEST_UNKNOWN && !isCommonWord(given.key) && !isCommonWord(surname.key)
  );
}
