import { startsWithUnit } from './clinical-words';
import { textAfter, textBefore, type PatternRule } from './pattern-rule';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const YEAR = "(?:(?:19|20)\\d{2}|'?\\d{2})";

/**
 * Dates finer than a year, and ages over 89 (Safe Harbor C). A full date is blocked; a day of a month without the
 * year is a warning, and only where the words around it speak of time, since `5/10` or `14/27` is far more often a score.
 */
export const dateRules: readonly PatternRule[] = [
  {
    kind: 'full-date',
    tier: 'block',
    pattern: /(?<![\w.,-])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\w|[.,-]\d)/g,
  },
  {
    kind: 'full-date',
    tier: 'block',
    pattern: /(?<![\w./-])(?:19|20)\d{2}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?![\w/-]|\.\d)/g,
  },
  {
    kind: 'full-date',
    tier: 'block',
    pattern: /(?<![\w./-])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2}|\d{2})(?![\w/-]|\.\d)/g,
    accept: isCalendarDate,
  },
  {
    kind: 'full-date',
    tier: 'block',
    pattern: new RegExp(
      `\\b${MONTH}\\.?[ -]?${DAY}(?:st|nd|rd|th)?,?[ -]{1,2}(?:(?:19|20)\\d{2}|'\\d{2})(?!\\w)`,
      'gi',
    ),
  },
  {
    kind: 'full-date',
    tier: 'block',
    pattern: new RegExp(
      `(?<![\\w.])${DAY}(?:st|nd|rd|th)?[ -]?(?:of )?${MONTH}[.,]?[ -]?${YEAR}(?!\\w|\\.\\d)`,
      'gi',
    ),
    accept: isNotModal,
  },
  {
    kind: 'partial-date',
    tier: 'warn',
    pattern: new RegExp(`\\b${MONTH}\\.? ${DAY}(?:st|nd|rd|th)?(?![\\w/-]|[.,]\\d)`, 'gi'),
    accept: isNotModal,
  },
  {
    kind: 'partial-date',
    tier: 'warn',
    pattern: new RegExp(`(?<![\\w./-])${DAY}(?:st|nd|rd|th)?[ -](?:of )?${MONTH}\\b`, 'gi'),
    accept: isNotModal,
  },
  {
    kind: 'partial-date',
    tier: 'warn',
    pattern: /(?<![\w./-])(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])(?![\w/%-]|\.\d)/g,
    accept: isDayOfMonth,
  },
  {
    kind: 'age-over-89',
    tier: 'block',
    pattern:
      /(?<![\w.])(?:9\d|1[0-2]\d)[ -]?(?:y\/?o\b|y\.o\.?|(?:yrs?|years?|y)\.?[ -](?:old|young)\b|(?:yrs?|years) of age\b|yo[mf]\b|y\/o[mf]?\b|y ?[mf]\b)/gi,
  },
  {
    kind: 'age-over-89',
    tier: 'block',
    pattern:
      /\b(?:age|aged)\b[:= ]{0,2}(?:is |was |of )?(?:9\d|1[0-2]\d)(?![\w+%.]| ?(?:%|s\b|mg|mcg|cm|sec))/gi,
  },
  {
    kind: 'age-over-89',
    tier: 'block',
    pattern:
      /(?<![\w.])(?:9\d|10\d) ?(?:M|F|male|female|man|woman|lady|gentleman)\b(?=,? ?(?:with|w\/|c\/o|s\/p|h\/o|hx|who|pt|patient|here|for|presents|in for)(?: |$))/g,
    accept: isNotTemperature,
  },
  {
    kind: 'age-over-89',
    tier: 'block',
    pattern: /(?<=^|[.;\n] ?)(?:9\d ?M|9[0-4] ?F)\b(?=[ ,])/g,
  },
  {
    kind: 'age-over-89',
    tier: 'block',
    pattern: /\b(?:turned|turning|turns) (?:9\d|1[0-2]\d)\b(?! ?(?:%|deg))/gi,
  },
  {
    kind: 'age-over-89',
    tier: 'block',
    pattern:
      /\b(?:pt|patient|she|he|lady|gentleman|man|woman|mother|father)(?:'s| is| was) (?:9\d|10\d)(?=[,.;]|$| and )/gi,
  },
  {
    kind: 'age-over-89',
    tier: 'block',
    pattern:
      /\bninety[- ](?:(?:one|two|three|four|five|six|seven|eight|nine)[- ])?years?[- ]old\b|\b(?:age|aged) ninety\b|\b(?:nonagenarian|centenarian)\b/gi,
  },
];

const PUMP_BEFORE =
  /\b(?:pca|pcea|bolus|lockout|settings?|rate|bupi\w*|ropi\w*|fent\w*|hydromorphone|dilaudid|morphine|hm|strength|motor|reflexes|pulses)\b[ :]{1,2}(?:at |of |on )?$|[@%] ?$/i;

const COUNTED_BEFORE = /(?:ribs?|levels?|contacts?|electrodes?) ?$/i;

function isCalendarDate(match: RegExpExecArray): boolean {
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (first < 1 || second < 1 || first > 31 || second > 31 || (first > 12 && second > 12)) return false;
  if (startsWithUnit(textAfter(match, 8))) return false;
  // settings of a pump: PCEA 8/4/10, bupi 6/4/15
  if (match[0].length < 8 && PUMP_BEFORE.test(textBefore(match, 18))) return false;
  // 2.5.10 is a version; a short date with dots has two digits in each part
  if (match[2] === '.' && match[0].length < 8) return false;
  // 10-11-12 counts ribs or levels
  const consecutive = second === first + 1 && Number(match[4]) === second + 1;
  return !(consecutive && match[2] === '-' && COUNTED_BEFORE.test(textBefore(match, 12)));
}

/** Words that announce a date. */
const TIME_CUE =
  /(?:\b(?:on|dos|dated?|since|until|til|till|by|before|after|from|procedure|surgery|follow(?:ed|ing)?[- ]?up|f\/u|fu|seen|visit|appt|appointment|returns?|returning|rtc|back|scheduled|booked|admit(?:ted)?|discharged?|dc|done|performed|last|next|prior|repeat|fill|refill|pull|consult|injected|started|ended|began|stopped|placed|pulled|removed|fell|mri|ct|xray|emg|injection|esi|mbb|rfa|trial|implant|labs?|clinic|cancelled|moved to|due|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun)(?: (?:on|for|was|is|to|in|at|dated|done|visit))?[\s,:(]{1,3})$/i;
/** Days that are more often the denominator of a score: they need a cue that cannot stand before a score. */
const SCORE_DENOMINATORS: ReadonlySet<number> = new Set([4, 5, 10]);
/** Days that are more often the denominator of a fraction: they need at least an `on`. */
const FRACTION_DENOMINATORS: ReadonlySet<number> = new Set([2, 3, 6, 7, 8, 12]);
const SCORE_BEFORE =
  /\b(?:phq|gad|odi|ndi|vas|nrs|moca|mmse|ort|pcs|score|scored|scale|strength|motor|reflex(?:es)?|womac|audit|bpi)\b/i;
const CERTAIN_CUE =
  /(?:\b(?:dos|dated?|seen on|done on|scheduled for|booked for|appt|appointment(?: on)?|admitted(?: on)?|rtc|discharged(?: on)?|performed on|visit on|(?:mon|tues|wednes|thurs|fri|satur|sun)day|follow[- ]?up (?:on )?|f\/u (?:on )?)[\s,:(]{1,3})$/i;
const DATE_PREPOSITION = /\b(?:on|since|until|till|by|from|before|after|due|for|of|dated) (?:the )?$/i;
const SCORE_AFTER =
  /^ ?(?:pain|strength|power|points?|levels?|contacts?|electrodes?|relief|vas|nrs|criteria|signs|motor|pulses?|reflex|cc|ml|of\b|positive|tests?)/i;

function isDayOfMonth(match: RegExpExecArray): boolean {
  const after = textAfter(match, 12);
  if (startsWithUnit(after) || SCORE_AFTER.test(after)) return false;
  const before = textBefore(match, 28);
  const day = Number(match[0].split('/')[1]);
  if (CERTAIN_CUE.test(before)) return true;
  if (SCORE_DENOMINATORS.has(day) || SCORE_BEFORE.test(before)) return false;
  return FRACTION_DENOMINATORS.has(day) ? /\bon $/i.test(before) : TIME_CUE.test(before);
}

/** `may 5 mg`, `dec 10 %` and `mar 2 cc` (Marcaine) are no dates; in lower case such a month needs a preposition or a year. */
function isNotModal(match: RegExpExecArray): boolean {
  if (/(?:19|20)\d{2}$/.test(match[0])) return true;
  if (startsWithUnit(textAfter(match, 8))) return false;
  const ambiguous = /(?<![A-Za-z])(?:may|march|mar|dec|sep|oct)(?![a-z])/.test(match[0]);
  return !ambiguous || DATE_PREPOSITION.test(textBefore(match, 16));
}

/** `99F` and `101 F` are mostly temperatures. */
function isNotTemperature(match: RegExpExecArray): boolean {
  return !/(?:temp|temperature|fever|febrile|tmax|t)[ :=of]{0,4}$/i.test(textBefore(match, 16));
}
