import type { IdentifierKind, Finding } from './finding';
import { isDoseSeries, setOf, startsWithUnit } from './clinical-words';
import { labelsOf, NUMBER_WORDS, NUMBERED_THINGS, type NumberLabel } from './number-labels';
import type { Word } from './words';

/** Between a label and its value: signs and a few small words. */
const GLUE =
  /'?s?[\s:;#=.,(-]{0,4}(?:(?:is|was|are|of|in|at|on|no|nr|num|number|numbers|id|code|ending|ends|last|four|six|eight|digits|listed|old|new|as|back|from|to|for|the|reads?|said|says|starts|beginning|changed|d|file|box|label|him|her|his|them|me|us|pt|patient|wife|husband|daughter|son|left|card|home|work|cell|phone|office|unit|[468])\b[\s:#=.(-]{0,4}){0,5}x?/iy;
const NUMBER_WORD = /#|\b(?:no|nr|num|number|numbers|id|ids|ending|ends|beginning|starts)\b/i;
const SAID_TO_BE = /[:=]|\b(?:is|was|reads?|said|says)\b/i;
/** The value: letters may stand before and between the digits, and single blanks, dots and hyphens inside. */
const VALUE =
  /(?:[A-Z]{5,8}-?|[A-Za-z]{0,4}[-. ]?|[A-Z]{2,4}\/)\+?\(?\d[\dA-Za-z]{0,24}(?: ?[-. )(/]{1,2}(?=[A-Za-z]{0,3}-?\d)[\dA-Za-z]{1,16}){0,6}(?:-[A-Z]\b)?/y;
const PLATE = /(?:[A-Z]{2} )?[A-Z0-9]{1,4}[- ]?[A-Z0-9]{2,6}\b/y;
/** `call NDC 0409161002`: the number of a product or of a code. */
const PRODUCT_NUMBER = /^(?:ndc|cpt|icd|pmid|doi)\b/i;
const YEAR = /^(?:19|20)\d{2}$/;
/** The case label that the program itself invents (`2026-0142`) may stand in text. */
const LOCAL_CASE_LABEL = /^20\d{2}-\d{4}$/;
/** Values shorter than this many letters and digits are counts. */
const SHORTEST_VALUE = 4;
/** `auth: A44719`; five digits, since codes of services have four */
const LETTER_AND_DIGITS = /^[A-Z]{1,4}\d{5,}$/;
/** `ending in 902` */
const SHORTEST_ENDING = 3;
/** So many digits are a number of somebody after any label. */
const CERTAIN_DIGITS = 7;

/** Numbers announced by a label: `MRN 0048291`, `acct # 44-2019`, `pager 4432`. Linear in the number of words. */
export function labelledNumbers(text: string, words: readonly Word[]): Finding[] {
  const spotted: Finding[] = [];
  let end = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    // a word inside the last value is no label
    if (!word || word.start < end) continue;
    const labels = labelsOf(word.key);
    const before = words[index - 1]?.key ?? '';
    const found =
      (labels && labelledNumber(text, word, { labels, before })) ?? announcedNumber(text, word, before);
    if (!found) continue;
    spotted.push(found);
    end = found.end;
  }
  return spotted;
}

function labelledNumber(
  text: string,
  word: Word,
  cue: { labels: readonly NumberLabel[]; before: string },
): Finding | undefined {
  for (const label of cue.labels) {
    if (label.after && !label.after.includes(cue.before)) continue;
    const end = endOfValue(text, word, label);
    if (end !== undefined) return { kind: label.kind, tier: label.tier, start: word.start, end };
  }
  return nearbyNumber(text, word, cue);
}

/** A long number that other words part from a label: `wrong MRN entered, should be 4471902`. */
const NEARBY = /[^\d\n;]{2,32}(?<![\w.$-])[A-Z]{0,4}(\d{5,12})(?![\w-]|\.\d)/y;

function nearbyNumber(
  text: string,
  word: Word,
  cue: { labels: readonly NumberLabel[]; before: string },
): Finding | undefined {
  const label = cue.labels.find(
    (each) =>
      each.tier === 'block' && !each.after && (!each.needsNumberWord || each.kind === 'account-number'),
  );
  if (!label) return undefined;
  NEARBY.lastIndex = word.end;
  const match = NEARBY.exec(text);
  // a label that nothing else is called by needs fewer digits
  if (!match || (match[1]?.length ?? 0) < (label.digits < SHORTEST_VALUE ? 5 : CERTAIN_DIGITS))
    return undefined;
  const found = match[0];
  const end = NEARBY.lastIndex;
  // the number of a product between them: "fax NDC 0409161002"
  if (
    startsWithUnit(text.slice(end, end + 8)) ||
    /\b(?:ndc|udi|cpt|pmid|doi|model|serial|s\/n|sn)\b/i.test(found)
  )
    return undefined;
  return { kind: label.kind, tier: 'block', start: word.start, end };
}

function endOfValue(text: string, word: Word, label: NumberLabel): number | undefined {
  const labelEnd = word.end;
  GLUE.lastIndex = labelEnd;
  const glue = GLUE.exec(text)?.[0] ?? '';
  const shape = label.kind === 'vehicle-number' && label.digits < 4 ? PLATE : VALUE;
  shape.lastIndex = labelEnd + glue.length;
  const value = shape.exec(text)?.[0];
  if (value === undefined || (label.tier === 'block' && PRODUCT_NUMBER.test(value))) return undefined;
  const end = shape.lastIndex;
  return isIdentifying({ value, glue, after: text.slice(end, end + 8) }, label) ? end : undefined;
}

/** Labels after which a short number without `number` or a colon is still one of a person. */
const CERTAIN_LABELS: ReadonlySet<IdentifierKind> = new Set([
  'social-security-number',
  'license-number',
  'phone-number',
]);

interface Labelled {
  readonly value: string;
  readonly glue: string;
  readonly after: string;
}

function isIdentifying({ value, glue, after }: Labelled, label: NumberLabel): boolean {
  const trimmed = value.trim();
  const digits = trimmed.replace(/\D/g, '').length;
  const least = /\bend/i.test(glue) ? SHORTEST_ENDING : label.digits;
  if (digits < least || LOCAL_CASE_LABEL.test(trimmed)) return false;
  const numberWord = NUMBER_WORD.test(glue);
  if (label.kind === 'device-serial' && least === label.digits && !isSerial(trimmed)) return false;
  if (label.needsNumberWord && !numberWord) {
    // in one piece: "plan: 64483 x2" is a code of a service
    const piece = Math.max(...trimmed.split(' ').map((part) => part.replace(/\D/g, '').length));
    const said = SAID_TO_BE.test(glue) && (piece === CERTAIN_DIGITS - 1 || LETTER_AND_DIGITS.test(trimmed));
    const certain = piece >= CERTAIN_DIGITS || said;
    return certain && !startsWithUnit(after) && !isDoseSeries(value);
  }
  const isAnnounced = numberWord || /[:=]/.test(glue);
  // otherwise a year or a small count may follow the word: "chart 2019", "policy 1200"
  if (YEAR.test(trimmed)) return isAnnounced && label.kind === 'record-number';
  const mixed =
    label.kind === 'record-number' && /^[A-Z]{0,3}-?\d{3,}-?[A-Z\d]+$/.test(trimmed) && /\D/.test(trimmed);
  return isAnnounced || mixed || label.digits !== 4 || digits >= 5 || CERTAIN_LABELS.has(label.kind);
}

/** Four letters and digits without a blank after the letters: no `serial MRI 2019`. */
const isSerial = (value: string): boolean =>
  value.replace(/[^\dA-Za-z]/g, '').length >= SHORTEST_VALUE && !/^[A-Za-z]+ /.test(value);

const ANNOUNCED_GAP = /[\s:.#=]{1,3}(?:is |was |of )?/y;
const ANNOUNCED_DIGITS = 5;

/** Before `number` these do not say whose it is: `old number 10048291`. */
const UNSAID = setOf(
  'old new same wrong other another long big her his their my your last first best only correct right',
);

/** A number of anything that is no product and no code: `tracking number 94001`, `Reading-room ID 88213`. */
function announcedNumber(text: string, word: Word, before: string): Finding | undefined {
  if (!NUMBER_WORDS.has(word.key) || NUMBERED_THINGS.has(before)) return undefined;
  ANNOUNCED_GAP.lastIndex = word.end;
  const gap = ANNOUNCED_GAP.exec(text)?.[0];
  if (gap === undefined || (word.key === 'no' && before === '')) return undefined;
  VALUE.lastIndex = word.end + gap.length;
  const value = VALUE.exec(text)?.[0];
  const end = VALUE.lastIndex;
  if (value === undefined || LOCAL_CASE_LABEL.test(value) || startsWithUnit(text.slice(end, end + 8)))
    return undefined;
  // "has no 25g 3.5": without a sign after it the word is a denial as well
  if (word.key === 'no' && gap === ' ' && !/^\d{5}/.test(value)) return undefined;
  const digits = value.replace(/\D/g, '').length;
  const least = /[A-Za-z]/.test(value) && value.length > ANNOUNCED_DIGITS ? SHORTEST_VALUE : ANNOUNCED_DIGITS;
  if (digits < least - (word.key.startsWith('id') && gap.includes(':') ? 1 : 0)) return undefined;
  return before === '' || UNSAID.has(before)
    ? { kind: 'long-number', tier: 'warn', start: word.start, end }
    : { kind: 'record-number', tier: 'block', start: word.start, end };
}
