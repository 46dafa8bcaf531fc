import { setOf, startsWithUnit } from './clinical-words';
import { caught, textAfter, textBefore, type PatternRule } from './pattern-rule';

/** Without accents, as the rules read them; those that English shares are left to monthDates. */
const FOREIGN_MONTHS =
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|januar|februar|marz|juni|juli|oktober|dezember';

/** Full dates in digits. A date finer than a year is an identifier (Safe Harbor C). */
export const numericDateRules: readonly PatternRule[] = [
  {
    kind: 'full-date',
    tier: 'block',
    needs: 'digit',
    pattern:
      /(?<![A-Za-z\d]|\d[.,-])(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19[2-9]|20[0-4])\d)(?![\dA-SU-Za-z]|[.,-]\d)/g,
  },
  {
    kind: 'full-date',
    tier: 'block',
    needs: 'digit',
    pattern:
      /(?<![\w./-])(?:19|20)\d{2}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!T?[\d_]{3}|[\d/A-SU-Za-z]|\.\d)/g,
  },
  {
    kind: 'full-date',
    tier: 'block',
    needs: 'digit',
    // two letters may touch it (`DOS3/14/24`); one letter makes it a row of levels (`L3/4/5`)
    pattern:
      /(?<![\d/\\-]|\d\.|(?<![A-Za-z])[A-Za-z]-?|_)(\d{1,2})( ?[-/.\\] ?)(\d{1,2})\2('?(?:19|20)\d{2}|'?\d{2})(?![\w/\\]|\.\d|-\d{1,2}(?![\d/]))/g,
    accept: isCalendarDate,
  },
  // the second date of a range: 3/14/24-3/16/24
  {
    kind: 'full-date',
    tier: 'block',
    needs: setOf('/'),
    pattern: /(?<=\/\d{2,4} ?- ?)(\d{1,2})(\/)(\d{1,2})\/((?:19|20)\d{2}|\d{2})(?![\w/])/g,
    accept: isCalendarDate,
  },
  {
    kind: 'full-date',
    tier: 'block',
    needs: 'digit',
    pattern:
      /(?<![\w./-])(?:(?:19|20)\d{2} (?:0[1-9]|1[0-2]) (?:0[1-9]|[12]\d|3[01])|(?:(?:0[1-9]|1[0-2]) (?:0[1-9]|[12]\d|3[01])|(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])),? (?:19|20)\d{2})(?![\w/-]|\.\d)/g,
    accept: (match) => !startsWithUnit(textAfter(match, 8)),
  },
  // months of Spanish, French and German
  {
    kind: 'full-date',
    tier: 'block',
    needs: setOf(FOREIGN_MONTHS.replaceAll('|', ' ')),
    pattern: new RegExp(
      `(?<![\\w./])(?:0?[1-9]|[12]\\d|3[01])(?:er|\\.)? (?:de )?(?:${FOREIGN_MONTHS}) (?:de |del )?(?:19|20)\\d{2}(?!\\w)`,
      'gi',
    ),
  },
  // a holiday with its year
  {
    kind: 'full-date',
    tier: 'block',
    needs: setOf('christmas xmas x-mas thanksgiving new july halloween valentine easter day'),
    pattern:
      /\b(?:(?:christmas|x-?mas)(?: eve| day)?|thanksgiving(?: day| eve)?|new year'?s(?: eve| day)|(?:4th|fourth) of july|halloween|valentine'?s day|(?:memorial|labor|veterans|mother'?s|father'?s|presidents'?|columbus) day|easter(?: sunday)?),? (?:of )?(?:19|20)\d{2}\b/gi,
  },
  {
    kind: 'full-date',
    tier: 'block',
    needs: setOf('dos date dates'),
    pattern:
      /\b(?:dos|dates?(?: of (?:service|surgery|procedure))?)[ :#-]{0,3}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:(?:19|20)\d{2}|\d{2})(?!\w)/gi,
  },
];

const PUMP_BEFORE =
  /\b(?:pca|pcea|bolus|lockout|settings?|rate|bupi\w*|ropi\w*|fent\w*|hydromorphone|dilaudid|morphine|hm|strength|motor|reflexes|pulses)\b[ :]{1,2}(?:at |of |on )?$|[@%] ?$/i;
const VERSION_BEFORE = /\b(?:v|ver|version|software|firmware|app|build|release|rev)\b[ .:]{0,2}$/i;
/** Before `3.9.26`, which may be a version too. */
const DATE_BEFORE =
  /\b(?:on|signed|dated?|since|until|by|due|seen|dos|expire[sd]?|done|from|performed|completed)[ :]{1,2}$/i;
const COUNTED_BEFORE = /(?:ribs?|levels?|contacts?|electrodes?) ?$/i;

function isCalendarDate(match: RegExpExecArray): boolean {
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (first < 1 || second < 1 || first > 31 || second > 31 || (first > 12 && second > 12)) return false;
  const after = textAfter(match, 12);
  if (startsWithUnit(after) || /^ (?:settings?|levels?|ribs?)\b/i.test(after)) return false;
  const before = textBefore(match, 18);
  // settings of a pump: PCEA 8/4/10, bupi 6/4/15
  if (match[0].length < 8 && PUMP_BEFORE.test(before)) return false;
  const sign = caught(match, 2).trim();
  // 2.5.10 is a version; a short date with dots has two digits in two of its parts
  if (sign === '.' && ((match[0].length < 7 && !DATE_BEFORE.test(before)) || VERSION_BEFORE.test(before)))
    return false;
  // " - " and ". " also part sentences
  if (sign !== '/' && match[2] !== sign) return /\d{4}/.test(caught(match, 4));
  // 10-11-12 counts ribs or levels
  const consecutive = second === first + 1 && Number(match[4]) === second + 1;
  return !(consecutive && sign === '-' && COUNTED_BEFORE.test(before.slice(-12)));
}
