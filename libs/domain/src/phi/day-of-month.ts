import { setOf, startsWithUnit } from './clinical-words';
import { textAfter, textBefore, type PatternRule } from './pattern-rule';

const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
/** After one of these no score, level or fraction follows. */
const CERTAIN_CUE = new RegExp(
  `(?:\\b(?:do[sia]|dated?|appts?|appointments?|seen|visit(?:ed)?|clinic|(?:re)?sched(?:uled?)?|(?:re)?booked|cancel(?:l?ed)?|no[- ]?show(?:ed)?|(?:re)?admit(?:ted)?|discharged?|dc'?d|d\\/c'?d?|transferred|mri|ct|emg|x-?rays?|films?|scan(?:ned)?|labs?|inr|cbc|bmp|uds|cultures?|cx|mv[ac]|injur(?:y|ed)|accident|fell|surg(?:ery|eries)?|(?:ex|im)plant(?:ed)?|done|performed|placed|pull(?:ed)?|removed|revision|refill(?:ed)?|due|exp(?:ires?|ired)?|effective|deadline|vacation|leave|conference|ebp|week of|wk of|weekend of|notes?|entry|log(?:ged)?|rtc|ret|returns?|moved(?: to)?|enter(?:ed)?|addendum|shift|starts?|ends?|cases?(?: of| from| on)?|check(?:ed)?|consent(?: signed)?|out|path|tele(?:visit)?|ed|er|icu|stent|stroke|shot|vaccine|covid|fever|denied|approved|auth|exam|boards|rounds|plan(?:ned)?|added|swap|ime|court|rtw|return to work|pushed to|infected|died|procedure|${WEEKDAY})\\.?(?: (?:on|for|was|is|to|in|dated|done|from|of|the))?|\\b(?:last|next|prior|stop(?:ped)?|start(?:ed)?|hold|held|resumed?|off) (?!pain|score|vas|nrs)[\\w.-]{2,16}(?: (?:from|on|since|was))?|\\b(?:seen|done|performed|back|returned?|follow(?:ing)?[- ]?up|f\\/?u) on)[\\s,:(]{1,3}$`,
  'i',
);
/** Words that announce a date, though some of them also stand before a score. */
const TIME_CUE =
  /(?:\b(?:on|since|until|til|till|thru|through|by|before|after|from|procedure|follow(?:ed|ing)?[- ]?up|f\/?u|back|done|performed|last|next|prior|repeat|fill|consult|inject(?:ed|ion)|inj|started|ended|began|stopped|held|esi|mbb|rfa|scs|kypho|trial|block|caudal|perm|post[- ]?op|sx|or|noted|vs|as|to|opened|closed|washed out|drained|cleared)(?: (?:on|for|was|is|to|in|at|dated|done|visit))?[\s,:(]{1,3})$/i;
/** Words after it that make it a day: `3/14 note`, `3/14 RFA`, `3/12 tues`. */
const DAY_AFTER = new RegExp(
  `^,?:? ?(?:(?:the )?(?:${WEEKDAY}|notes?|entry|log|visit|cases?|procedure|appt|appointment|mri|ct|films?|labs?|clinic|seen|fell|admit(?:ted)?|surgery|fusion)\\b|@ ?\\d|\\d{1,2}(?::\\d\\d)? ?[ap]m\\b)`,
  'i',
);
const PROCEDURE_AFTER =
  /^:? ?(?:(?:repeat|left|right|bilat\w*|dx|diagnostic|second|first|2nd|1st|[lr]) )?(?:rfa?|mbb|l?esi|ilesi|tfesi|caudal|scs|drg|trial|implant|explant|perm|kypho|refill|tpi|genicular|sgb|stellate|ebp|inj|injection|epidural|block|f\/?u|lead|pump|discogram|botox|started|stopped)\b/i;
const A_LETTER = /[A-Za-z]/;
const ANOTHER_DAY = /^ \d{1,2}\/\d/;
const A_DIGIT_LAST = /\d ?$/;
const LAST_MONTH = 12;
/** From here on the first number is too large for a mix or a ratio with the second. */
const FIRST_CERTAIN_MONTH = 6;
/** Days that are more often the denominator of a score. */
const SCORE_DENOMINATORS: ReadonlySet<number> = new Set([4, 5, 10]);
const SCORE_BEFORE =
  /\b(?:drop|phq|gad|odi|ndi|vas|nrs|moca|mmse|ort|pcs|scored?|scale|quiz|checklist|step|week|month|ratio|apgar|aldrete|gcs|success|got|plt|bup|strength|power|motor|reflex(?:es)?|womac|audit|bpi|esas|pain|relief|ehl|beighton|waddell'?s?|suboxone|zubsolv|balloons?|criteria|grip)[-\d]{0,2}\b|\b[CTLS] ?$|[CTLS]\d{1,2}\/\d{1,2}(?:,| and| &) ?$/i;
/** Totals of questionnaires and counts that are also days. */
const SCALE_BEFORE =
  /\b(?:phq|gad|odi|ndi|moca|mmse|ort|pcs|scored?|scale|womac|audit|bpi|esas|lanss|rmdq|roland|paindetect|hgb|h\/h|hct|plt|balloons?)[-\d]{0,2}\b/i;
const SCORE_AFTER =
  /^(?: ?(?:pain|strength|power|points?|levels?|contacts?|electrodes?|relief|vas|nrs|criteria|signs|motor|pulses?|reflex|cc|ml|of\b|positive|tests?|sites?|passes|tries|attempts|cases|patients?|pts|leads?|inch|in needle|in spinal|on the form|murmur|beighton|lido|bicarb|mbbs|days|weeks|nights|relieved|improved|covered|tender|trigger|stairs|better|mix|ratio|split|discs?|hnp|stenosis|protrusion|facets?|mg|bid|tid|daily)\b|:\d)/i;
const JOINED_AFTER = /^ ?(?:-|to|and|&|,|->|then|or|vs|thru|through) ?(\d{1,2})\/(\d{1,2})(?!\d)/;
const JOINED_BEFORE = /(?<![\w/])(\d{1,2})\/(\d{1,2}) ?(?:-|to|and|&|,|->|then|or|vs|thru|through) ?$/;

/**
 * Days of a month without a year, in digits. `5/10` is far more often a score, `4/5` a level and `1/2` a half, so these need
 * words of time around them; other days are dates unless the words around them speak of a score or a count.
 */
export const dayOfMonthRules: readonly PatternRule[] = [
  {
    kind: 'partial-date',
    tier: 'warn',
    needs: setOf('/'),
    pattern:
      /(?<![\w./\\]|[A-Za-z]-|\d\.?\d?-)(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])(?![\w%\\]|\/ ?\d|\.\d|-\d{1,2}(?![\d/]))/g,
    accept: isDayOfMonth,
  },
  // 3-14 with a day that is no level
  {
    kind: 'partial-date',
    tier: 'warn',
    needs: setOf('- .'),
    pattern:
      /(?<=\b(?:on|since|until|dos|dated?|appt|seen|scheduled|booked|rtc|due|f\/?u|follow[- ]?up|completed|finished|stopped|started|refilled|placed|clinic|procedure|visit|moved to)(?: on| for)?:? )(?:0?[1-9]|1[0-2])[-.](?:1[3-9]|2\d|3[01])(?!\w|[-./]\d| ?-)/gi,
    accept: (match) => !startsWithUnit(textAfter(match, 8)),
  },
  {
    kind: 'partial-date',
    tier: 'warn',
    needs: setOf('dos date dated'),
    pattern: /(?<=\b(?:dos|dated?):? )(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])(?![\w-])/gi,
  },
  // the day first: 17/12
  {
    kind: 'partial-date',
    tier: 'warn',
    needs: setOf('/'),
    pattern: /(?<![\w./\\-])(?:1[3-9]|2\d|3[01])\/(?:0?[1-9]|1[0-2])(?![\w%\\/-]|\.\d)/g,
    accept: (match) => {
      const before = textBefore(match, 26);
      const after = textAfter(match, 24);
      if (startsWithUnit(after) || SCORE_AFTER.test(after) || SCORE_BEFORE.test(before)) return false;
      return CERTAIN_CUE.test(before) || TIME_CUE.test(before);
    },
  },
  // 14.3. as on the continent
  {
    kind: 'partial-date',
    tier: 'warn',
    needs: setOf('.'),
    pattern:
      /(?<=\b(?:on|since|until|from|by|am|vom|dated|f\/?u) )(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?![\w.])/gi,
    accept: (match) => !startsWithUnit(textAfter(match, 8)),
  },
  // 05.12 with a zero that no measure has
  {
    kind: 'partial-date',
    tier: 'warn',
    needs: setOf('.'),
    pattern: /(?<![\w.:/-])0[1-9]\.(?:0[1-9]|[12]\d|3[01])(?![\w%/-]|\.\d)/g,
    accept: (match) => !startsWithUnit(textAfter(match, 8)),
  },
  // the day alone: "on the 14th", "the 5th of this month", "Tuesday the 4th"
  {
    kind: 'partial-date',
    tier: 'warn',
    needs: setOf('th st nd rd'),
    pattern: new RegExp(
      `\\b(?:(?:on|by|until|till|since|from|before|after|for|seen|due|back) the (?:1[3-9]th|2[0-9](?:st|nd|rd|th)|30th|31st|1[0-2]th(?=[.,;)"'\\]!?]|$| of| [-/(]))\\b(?! (?:time|attempt|pass|case|patient|visit|inj|block|percentile|needle|try|one))|(?:${WEEKDAY}),? (?:the )?(?:\\d|[12]\\d|3[01])(?:st|nd|rd|th)\\b|(?:\\d|[12]\\d|3[01])(?:st|nd|rd|th) of (?:this|last|next|the) month\\b)`,
      'gi',
    ),
  },
  // a holiday on which something happened is a day too
  {
    kind: 'partial-date',
    tier: 'warn',
    needs: setOf('christmas xmas x-mas thanksgiving new july halloween valentine valentines day easter'),
    pattern:
      /\b(?:on|since|until|by|fell|admitted|seen|done|(?:day|night|morning) (?:of|before|after)) (?:(?:christmas|x-?mas)(?: eve| day)?|thanksgiving(?: day| eve)?|new year'?s(?: eve| day)?|(?:the )?(?:4th|fourth) of july|july (?:4th|fourth)|halloween|valentine'?s(?: day)?|(?:memorial|labor|veterans|mother'?s|father'?s|mlk|patrick'?s|presidents'?|columbus) day|easter(?: sunday)?)\b/gi,
  },
];

function isDayOfMonth(match: RegExpExecArray): boolean {
  const rest = textAfter(match, 24);
  // another day right after it tells nothing
  const after = ANOTHER_DAY.test(rest) ? '' : rest;
  if (startsWithUnit(after) || SCORE_AFTER.test(after)) return false;
  const before = textBefore(match, 26);
  const cue = A_LETTER.test(before) ? before : '';
  const month = Number(match[1]);
  const day = Number(match[2]);
  if (day > LAST_MONTH) return !SCALE_BEFORE.test(cue) || isDateBeside(month, day, { before, after });
  if (isDateBeside(month, day, { before, after })) return true;
  if (SCORE_BEFORE.test(cue)) return false;
  if (day === 10 && /^ ?(?:->|to |post|after|then|end)/i.test(after)) return false;
  if (CERTAIN_CUE.test(cue)) return !isAfterLooseCue(day, cue);
  if (DAY_AFTER.test(after)) return !isFraction(month, day);
  // "6/6 lesions": all of them
  if (month === day && !TIME_CUE.test(cue)) return false;
  if (isFraction(month, day) || isLevel(month, day)) return /\bon $/i.test(cue) && day !== 4;
  if (month > day && day !== 10) return month >= FIRST_CERTAIN_MONTH || TIME_CUE.test(cue);
  if (SCORE_DENOMINATORS.has(day)) return false;
  return !isSpan(cue, after) && (day > 3 || TIME_CUE.test(cue) || PROCEDURE_AFTER.test(after));
}

/** Of the certain cues these may also precede a score or a count. */
const isAfterLooseCue = (day: number, before: string): boolean =>
  /\b(?:starts?|ends?|out|check(?:ed)?|path)[\s,:(]{1,3}$/i.test(before)
    ? SCORE_DENOMINATORS.has(day) || day < 4
    : day === 10 &&
      /\b(?:seen|discharged?|d\/?c'?d?|returns?|ed|er|fever|plan(?:ned)?|visit|clinic)[\s,:(]{1,3}$/i.test(
        before,
      );

/** `3/12` after "for" or "in" is the British way to write three months. */
const isSpan = (before: string, after: string): boolean =>
  /\b(?:in|for|x|every|after|over) $/i.test(before) || /^ ?(?:ago|later|duration|hx|history)\b/i.test(after);

/** `1/2 MBB` is the first of two. */
const isFraction = (part: number, whole: number): boolean => whole <= 3 && part < whole;
/** `4/5` and `5/1` are levels of the spine. */
const isLevel = (upper: number, lower: number): boolean =>
  (lower === upper + 1 && lower <= 8) || (upper === 5 && lower === 1);

/** Whether the day before or after it in a list or range goes on from it as dates do: scores share their denominator. */
function isDateBeside(month: number, day: number, around: { before: string; after: string }): boolean {
  const next = JOINED_AFTER.exec(around.after);
  // of "4/5 and 5/10" the first is a level
  if (next && isLevel(month, day) && !around.after.startsWith('-')) return false;
  if (next && isLaterDay([month, day], [Number(next[1]), Number(next[2])])) return true;
  // two days with only a blank between are not joined
  if (A_DIGIT_LAST.test(around.before.slice(-2))) return false;
  const last = JOINED_BEFORE.exec(around.before);
  return last !== null && isLaterDay([Number(last[1]), Number(last[2])], [month, day]);
}

type Day = readonly [month: number, day: number];

function isLaterDay([month, day]: Day, [nextMonth, nextDay]: Day): boolean {
  if (day === nextDay || nextMonth > 12 || nextDay > 31 || nextDay < 1 || month < 1) return false;
  if ((isLevel(month, day) && isLevel(nextMonth, nextDay)) || (month === 1 && day <= 4 && nextDay <= 4))
    return false;
  return nextMonth === month ? nextDay > day : nextMonth === (month % 12) + 1;
}
