import { setOf } from './clinical-words';
import { DOING_WORDS, INTRODUCERS, PATIENT_WORDS, RELATIVES, STAFF } from './name-cues';
import { isWordlikeGivenName } from './name-lexicon';
import type { NameReader } from './name-reader';

/** What is called by somebody's name: `the Okafor case`, `Goldberg's pump`. */
const NAMED_AFTER_SOMEBODY = setOf(`
  case cases family twins films imaging scan images mri ct xray appointment visit consult chart referral follow-up followup procedure pump stimulator stim implant trial refill
  injection block esi tfesi rfa revision explant battery lead leads`);
/** Where somebody lies: `room 3 Ferreira`. */
const PLACES = setOf('room rm bed bay slot');
/** How far before a name in brackets or between commas the word for the person may stand, in words. */
const REACH = 7;
const APPOSITION = /^(?: \d{1,3})?(?: ?[([{]|,| -| —|:)/;
/** Between a word that introduces somebody and the name: `insured: Petra`, `POA is Gwen`, `sincerely, Walter`. */
const INTRODUCTION = /^ {1,2}$|^ ["']$|^ ?[:,=/] ?["']?$|^ \($|^ - $|^! ?$|^\. $|^ #?\d{1,2}:? $/;
/** Small words that may stand between the two. */
const SAYING = setOf('is was by are im its this at for of');
/** What a colleague does with a case: `Hsu did the block`, `Tran doing MBB`. */
const DOING_A_CASE =
  /^ (?:doing|performed|placed|supervised|scrubbed|proctored|drove|staffed|taught|(?:did|held|took|had) (?:the|a|an|it|left|right|both|this|that|l|r|bilat)\b)/i;

/**
 * Whether a name that no word before it announces stands beside a word for a person or a case: `the Alvarez lady`,
 * `Kowalski's refill`, `same woman as last week (Kowalski)`, `bed 4 Ferreira`. It tells how the name was cued, never
 * whether it is one.
 */
export function standsBesidePerson(reader: NameReader, first: number, last: number): boolean {
  return (
    isFollowedByPerson(reader, last) ||
    isApposition(reader, first) ||
    isIntroduced(reader, first) ||
    isInPlace(reader, first) ||
    DOING_A_CASE.test(reader.textAfter(last, 16)) ||
    isSigned(reader, first, last)
  );
}

/** The name at the end of a message: `Please fix side. - Hollis`, `agree. /Gupta` */
function isSigned(reader: NameReader, first: number, last: number): boolean {
  return (
    first > 0 &&
    /^[.!)]?\s?$/.test(reader.textAfter(last, 2)) &&
    /(?:-|\/|,|\n) ?$/.test(reader.textBefore(first, 2))
  );
}

/** `claimant Ortiz`, `e-signed by K. Osterman`, `hey Marcus`, `formerly Janet Dorsey` */
function isIntroduced(reader: NameReader, first: number): boolean {
  let at = first - 1;
  if (reader.word(at)?.shape === 'initial' && /^\.? ?$/.test(reader.gapAfter(at))) at -= 1;
  // a first name that is a word: "regards, Ned Farrow"
  else if (isWordlikeGivenName(reader.key(at)) && reader.gapAfter(at) === ' ') at -= 1;
  if (SAYING.has(reader.key(at)) && reader.gapAfter(at) === ' ') at -= 1;
  return (
    INTRODUCTION.test(reader.gapAfter(at)) && (INTRODUCERS.has(reader.key(at)) || isPerson(reader.key(at)))
  );
}

function isFollowedByPerson(reader: NameReader, last: number): boolean {
  if (!/^ $|^ [([-]/.test(reader.gapAfter(last))) return false;
  const next = reader.key(last + 1);
  return isPerson(next) || NAMED_AFTER_SOMEBODY.has(next);
}

function isApposition(reader: NameReader, first: number): boolean {
  if (!APPOSITION.test(reader.gapAfter(first - 1))) return false;
  for (let at = first - 1; at >= Math.max(0, first - REACH); at -= 1) {
    if (isPerson(reader.key(at)) || DOING_WORDS.has(reader.key(at))) return true;
    if (/[.;!?\n]/.test(reader.gapAfter(at - 1))) return false;
  }
  return false;
}

function isInPlace(reader: NameReader, first: number): boolean {
  return (
    PLACES.has(reader.key(first - 1)) ||
    (PLACES.has(reader.key(first - 2)) && /\d|^[a-z]$/.test(reader.key(first - 1)))
  );
}

function isPerson(key: string): boolean {
  return PATIENT_WORDS.has(key) || RELATIVES.has(key) || STAFF.has(key);
}
