import type { IdentifierKind, Spotted } from './finding';
import type { Word } from './words';

/** A number counts as labelled if one of the words stands before it. */
interface NumberLabel {
  readonly kind: IdentifierKind;
  readonly tier: 'block' | 'warn';
  /** The words, blank between. */
  readonly words: string;
  /** The value must have at least this many digits. */
  readonly digits: number;
  /** The label is also an ordinary word and needs `number`, `no`, `#` or `id` after it. */
  readonly needsNumberWord?: true;
  /** The word before the label must be one of these. */
  readonly after?: readonly string[];
}

const block = { tier: 'block', digits: 4 } as const;
const announced = { ...block, needsNumberWord: true } as const;

const LABELS: readonly NumberLabel[] = [
  { ...block, kind: 'social-security-number', words: 'ssn ssns' },
  { ...block, kind: 'social-security-number', words: 'security sec', after: ['social', 'soc'] },
  {
    ...block,
    kind: 'social-security-number',
    words: 'social',
    after: ['of', 'her', 'his', 'their', 'the', 'pts'],
  },
  { ...block, kind: 'social-security-number', words: 'social soc ss', digits: 9 },
  { ...block, kind: 'record-number', words: 'mrn mrns emrn umrn csn empi', digits: 3 },
  { ...block, kind: 'record-number', words: 'chart encounter accession har fin' },
  {
    ...announced,
    kind: 'record-number',
    words: 'record records patient pt hospital visit mr specimen order employee badge episode',
  },
  { ...announced, kind: 'record-number', words: 'rec emr ehr epic' },
  { ...block, kind: 'record-number', words: 'record records rec', after: ['medical', 'med', 'health'] },
  { ...announced, kind: 'record-number', words: 'case', digits: 5 },
  { ...block, kind: 'account-number', words: 'account acct policy subscriber mbi hicn claim' },
  {
    ...announced,
    kind: 'account-number',
    words:
      'member medicare medicaid insurance plan group auth authorization beneficiary insured invoice card billing aetna cigna humana payer tricare bcbs',
  },
  { ...announced, kind: 'account-number', words: 'cross shield', after: ['blue'] },
  { ...announced, kind: 'license-number', words: 'certificate certification registration' },
  { ...block, kind: 'license-number', words: 'npi dea passport license licence lic dl' },
  {
    ...block,
    kind: 'vehicle-number',
    words: 'plate plates tag',
    digits: 1,
    after: ['license', 'licence', 'number', 'car', 'vehicle', 'vanity'],
  },
  { ...announced, kind: 'vehicle-number', words: 'plate plates', digits: 2 },
  { ...block, kind: 'vehicle-number', words: 'vin' },
  {
    ...block,
    kind: 'phone-number',
    words:
      'phone tel telephone cell cellphone mobile fax ph call called calls callback text contact reach reachable dial voicemail whatsapp landline',
    digits: 7,
  },
  { ...block, kind: 'phone-number', words: 'pager beeper bleep extension ext fax phone tel' },
  { kind: 'device-serial', tier: 'warn', words: 'serial serials sn udi imei', digits: 4 },
];

const labelsOfWord = new Map<string, NumberLabel[]>();
for (const label of LABELS) {
  for (const word of label.words.split(' '))
    labelsOfWord.set(word, [...(labelsOfWord.get(word) ?? []), label]);
}

/** Between a label and its value: signs and a few small words. */
const GLUE =
  /'?s?[\s:#=.,(-]{0,4}(?:(?:is|was|are|of|in|at|on|no|nr|num|number|numbers|id|code|ending|ends|last|four|digits|listed|as|back|him|her|them|me|us|pt|patient|card|home|work|cell|phone|office|unit|4)\b[\s:#=.(-]{0,4}){0,5}/iy;
const NUMBER_WORD = /#|\b(?:no|nr|num|number|numbers|id|ids|ending|ends)\b/i;
/** The value: letters may stand before and between the digits, and single blanks, dots and hyphens inside. */
const VALUE =
  /[A-Za-z]{0,4}[-. ]?\+?\(?\d[\dA-Za-z]{0,24}(?:[-. )(/]{1,2}(?=[A-Za-z]{0,3}\d)[\dA-Za-z]{1,16}){0,6}/y;
const PLATE = /[A-Z0-9]{1,4}[- ]?[A-Z0-9]{2,5}\b/y;
const YEAR = /^(?:19|20)\d{2}$/;
/** The case label that the program itself invents (`2026-0142`) may stand in text. */
const LOCAL_CASE_LABEL = /^20\d{2}-\d{4}$/;

/** Numbers announced by a label: `MRN 0048291`, `acct # 44-2019`, `pager 4432`. Linear in the number of words. */
export function labelledNumbers(text: string, words: readonly Word[]): Spotted[] {
  const spotted: Spotted[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    const labels = word && labelsOfWord.get(word.key);
    const found = labels && labelledNumber(text, word, { labels, before: words[index - 1]?.key ?? '' });
    if (found) spotted.push(found);
  }
  return spotted;
}

function labelledNumber(
  text: string,
  word: Word,
  cue: { labels: readonly NumberLabel[]; before: string },
): Spotted | undefined {
  for (const label of cue.labels) {
    if (label.after && !label.after.includes(cue.before)) continue;
    const end = endOfValue(text, word, label);
    if (end !== undefined) return { kind: label.kind, tier: label.tier, start: word.start, end };
  }
  return undefined;
}

function endOfValue(text: string, word: Word, label: NumberLabel): number | undefined {
  const labelEnd = word.end;
  GLUE.lastIndex = labelEnd;
  const glue = GLUE.exec(text)?.[0] ?? '';
  if (label.needsNumberWord && !NUMBER_WORD.test(glue)) return undefined;
  const shape = label.kind === 'vehicle-number' && label.digits < 4 ? PLATE : VALUE;
  shape.lastIndex = labelEnd + glue.length;
  const value = shape.exec(text)?.[0];
  if (value === undefined || !isIdentifying(value, glue, label)) return undefined;
  return shape.lastIndex;
}

/** Labels after which a short number without `number` or a colon is still one of a person. */
const CERTAIN_LABELS: ReadonlySet<IdentifierKind> = new Set([
  'social-security-number',
  'license-number',
  'phone-number',
]);

function isIdentifying(value: string, glue: string, label: NumberLabel): boolean {
  const trimmed = value.trim();
  const digits = trimmed.replace(/\D/g, '').length;
  if (digits < label.digits || LOCAL_CASE_LABEL.test(trimmed)) return false;
  const isAnnounced = NUMBER_WORD.test(glue) || /[:=]/.test(glue);
  // otherwise a year or a small count may follow the word: "chart 2019", "policy 1200"
  if (YEAR.test(trimmed)) return isAnnounced && label.kind === 'record-number';
  return isAnnounced || label.digits !== 4 || digits >= 5 || CERTAIN_LABELS.has(label.kind);
}

/** A date after "born", "DOB" or "birthday". */
const BIRTH_LABEL: ReadonlySet<string> = new Set([
  'dob',
  'birthdate',
  'birthday',
  'bday',
  'born',
  'birth',
  'dobs',
  'bdate',
]);
const BIRTH_VALUE =
  /[\s:#=.,(-]{0,4}(?:(?:is|was|on|in|of|date|the|listed|as|year)\b[\s:.,(-]{0,3}){0,4}(?:\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{1,2}(?:st|nd|rd|th)?[ -]?(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ .,-]{0,3}(?:\d{2,4})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?[ -]?\d{1,2}(?:st|nd|rd|th)?(?:,? ?\d{2,4})?|(?:19|20)\d{2}\b|\d{6}(?:\d{2})?\b)/iy;

/** Dates of birth. `Born in 1950` is only a warning: a year may stay unless it gives an age over 89 away. */
export function birthDates(text: string, words: readonly Word[]): Spotted[] {
  const spotted: Spotted[] = [];
  for (const word of words) {
    if (!BIRTH_LABEL.has(word.key)) continue;
    BIRTH_VALUE.lastIndex = word.end;
    const value = BIRTH_VALUE.exec(text)?.[0];
    if (value === undefined) continue;
    const yearOnly = /^[^\d]*(?:19|20)\d{2}$/.test(value);
    const tier = yearOnly && word.key === 'born' ? 'warn' : 'block';
    spotted.push({ kind: 'birth-date', tier, start: word.start, end: BIRTH_VALUE.lastIndex });
  }
  return spotted;
}
