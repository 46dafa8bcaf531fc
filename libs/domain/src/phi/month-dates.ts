import { setOf, startsWithUnit } from './clinical-words';
import type { Finding } from './finding';
import type { Word } from './words';

const MONTHS = setOf(`
  jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december`);
/** In lower case these are words and abbreviations of the clinic too: may, to march, Marcaine, separate, decrease. */
const AMBIGUOUS = setOf('may march mar sep dec');
const ORDINAL_WORD =
  '(?:twenty[- ]|thirty[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth';
const DAY = `(?:(?:0?[1-9]|[12]\\d|3[01])(?!\\d)(?:st|nd|rd|th)?|(?:0[1-9]|[12]\\d|3[01])(?=(?:19|20)\\d\\d(?!\\d))|${ORDINAL_WORD})`;
/** What may follow a month: the day, then perhaps the year. Two digits are a year after an apostrophe or a second hyphen. */
const DAY_AFTER = new RegExp(
  `\\.?,?[ /-]{0,2}(?:the )?${DAY}(?![\\w%]|\\.\\d(?!\\d{3})|:\\d|,\\d{3}(?!\\d))(?: ?(?:-|&|and|to|,) ?\\d{1,2}(?:st|nd|rd|th)?(?![\\d/:]))?(?:(?:,?[ /.-]{0,2}|,? of )((?:19|20)\\d{2}(?![\\w%/]|:\\d|\\.\\d|-\\d)|(?:'\\d{2}|(?<=[-/])\\d{2}|(?<=\\d |\\d, )(?:1[5-9]|2\\d|3[0-5])(?! ?(?:[ap]m|h|x)\\b))(?![\\w%:/]|\\.\\d| ?-?\\d)))?|\\.?,?[ /-]{0,2}(?:0[1-9]|[12]\\d|3[01])((?:19|20)\\d{2})(?!\\w)`,
  'iy',
);
const DAY_BEFORE = new RegExp(
  `(?<![\\w./])(?:(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?\\.?[ /-]?(?:of )?|(?:${ORDINAL_WORD}) of )$`,
  'i',
);
const YEAR_BEFORE = /(?<![\w./-])(?:19|20)\d{2},?[ /-]?$/;
const YEAR_AFTER = /\.?,?[ /-]?((?:19|20)\d{2}(?![\w%/]|:\d|\.\d|-\d)|'?\d{2}(?![\w%:/]|\.\d| ?-?\d))/y;
/** How far a day reaches before a month: in digits, and in words before `of`. */
const SHORT_DAY_BEFORE = 8;
const LONGEST_DAY_BEFORE = 24;
/** Before a month in lower case: a day follows. */
const DATE_PREPOSITION = /\b(?:on|since|until|till|by|from|before|after|due|for|of|dated) (?:the )?$/i;
/** After a number: it counts something, also with units of one letter. */
const COUNT_AFTER = /^ ?(?:[A-Za-z]\b|x\d|or\b|to\b|more\b|levels?\b|sites?\b|times?\b|-\d)/;

/** Dates with the name of a month: blocked with a year, a warning without. Linear in the number of words. */
export function monthDates(text: string, words: readonly Word[]): Finding[] {
  const spotted: Finding[] = [];
  for (const word of words) {
    if (word.key.length > 9 || word.key.length < 3 || !MONTHS.has(word.key)) continue;
    const found = dateBefore(text, word) ?? dateAfter(text, word);
    if (found) spotted.push(found);
  }
  return spotted;
}

/** `14 March 2024`, `14MAR24`, `the 14th of March` */
function dateBefore(text: string, month: Word): Finding | undefined {
  const reach = text.startsWith('of ', month.start - 3) ? LONGEST_DAY_BEFORE : SHORT_DAY_BEFORE;
  const before = text.slice(Math.max(0, month.start - reach), month.start);
  const day = DAY_BEFORE.exec(before)?.[0];
  if (day === undefined) return undefined;
  YEAR_AFTER.lastIndex = month.end;
  const year = YEAR_AFTER.exec(text);
  const after = text.slice(year ? YEAR_AFTER.lastIndex : month.end, month.end + 16);
  const start = month.start - day.length;
  if (year && (year[1]?.length === 4 || !startsWithUnit(after)) && isWritten(month, text, { start, after }))
    return { kind: 'full-date', tier: 'block', start, end: YEAR_AFTER.lastIndex };
  // "2 mar" may be Marcaine and "5 may" the start of a clause
  if (
    AMBIGUOUS.has(month.key) &&
    month.shape === 'lower' &&
    !isCertainDay(day, text.slice(Math.max(0, start - 12), start))
  )
    return undefined;
  return text.charCodeAt(month.end) === 47
    ? undefined
    : { kind: 'partial-date', tier: 'warn', start, end: month.end };
}

const isCertainDay = (day: string, before: string): boolean =>
  /[a-z]|\d-$/i.test(day.trim()) || /^\d\d ?$/.test(day) || DATE_PREPOSITION.test(before);

function isWritten(month: Word, text: string, found: { start: number; after: string }): boolean {
  if (!AMBIGUOUS.has(month.key) || month.shape !== 'lower') return true;
  return (
    !COUNT_AFTER.test(found.after) ||
    DATE_PREPOSITION.test(text.slice(Math.max(0, found.start - 12), found.start))
  );
}

/** `March 14, 2024`, `mar 14`, `MAR142024`, `2024-Mar-14` */
function dateAfter(text: string, month: Word): Finding | undefined {
  DAY_AFTER.lastIndex = month.end;
  const match = DAY_AFTER.exec(text);
  if (!match) return undefined;
  const end = DAY_AFTER.lastIndex;
  const after = text.slice(end, end + 10);
  const yearBefore = YEAR_BEFORE.exec(text.slice(Math.max(0, month.start - 7), month.start))?.[0];
  const start = month.start - (yearBefore?.length ?? 0);
  if (yearBefore !== undefined) return { kind: 'full-date', tier: 'block', start, end };
  const year = match[1] ?? match[2];
  if (year?.length === 4 || (year !== undefined && !startsWithUnit(after)))
    return { kind: 'full-date', tier: 'block', start, end };
  if (startsWithUnit(after)) return undefined;
  const unsure = AMBIGUOUS.has(month.key) && month.shape !== 'title' && month.shape !== 'upper';
  if (unsure && COUNT_AFTER.test(after) && !/[a-z]$/.test(match[0])) return undefined;
  if (month.key === 'may' && unsure && !/\d/.test(match[0])) return undefined;
  return { kind: 'partial-date', tier: 'warn', start, end };
}
