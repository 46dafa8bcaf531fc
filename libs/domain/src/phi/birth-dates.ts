import { setOf } from './clinical-words';
import type { Finding } from './finding';
import type { Word } from './words';

/** Words that announce a date of birth. */
const BIRTH_LABEL = setOf(
  'dob birthdate birthday bday b-day born birth dobs bdate yob geb geboren nacio nacimiento nee naissance',
);
/** Labels that two digits alone may follow as the year. */
const BIRTH_YEAR_LABEL = setOf('dob yob birthdate bdate');
/** Whoever was born up to then is over 89. */
const LAST_CERTAIN_YEAR = 1935;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const GLUE = '[\\s:#=.,(-]{0,4}(?:(?:is|was|on|in|of|date|the|listed|as|year)\\b[\\s:.,(-]{0,3}){0,4}';
const BIRTH_VALUE = new RegExp(
  `${GLUE}(?:\\d{1,4}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|\\d{1,2} \\d{1,2} (?:(?:19|20)\\d{2}|\\d{2})(?!\\d)|\\d{1,2}(?:st|nd|rd|th)?[ -]?(?:of )?${MONTH}[ .,-]{0,3}(?:\\d{2,4})?|${MONTH}\\.?[ -]?\\d{1,2}(?:st|nd|rd|th)?(?:,? ?\\d{2,4})?|${MONTH}|(?:19|20)\\d{2}\\b|\\d{6}(?:\\d{2})?\\b)`,
  'iy',
);
const SHORT_YEAR = new RegExp(`${GLUE}'?\\d{2}(?![\\w%]|\\.\\d)`, 'iy');

/** Dates of birth. `Born in 1950` is only a warning: a year may stay unless it gives an age over 89 away. */
export function birthDates(text: string, words: readonly Word[]): Finding[] {
  const spotted = dottedBirthDates(text);
  for (const word of words) {
    if (!BIRTH_LABEL.has(word.key)) continue;
    const value = valueAfter(text, word);
    if (value === undefined || (!/\d/.test(value) && word.key !== 'dob')) continue;
    const yearOnly = /^[^\d]*(?:19|20)\d{2}$/.test(value);
    const tier =
      yearOnly && word.key === 'born' && Number(value.slice(-4)) > LAST_CERTAIN_YEAR ? 'warn' : 'block';
    spotted.push({ kind: 'birth-date', tier, start: word.start, end: word.end + value.length });
  }
  return spotted;
}

/** The label letter by letter: `d.o.b. 7.8.72`, `D/O/B 3-4-61` */
const DOTTED =
  /(?<![\w.])d(?:\. ?|\/| )o(?:\. ?|\/| )b\b\.?[\s:#=-]{0,3}(?:is |was )?\d{1,4}[/. -]\d{1,2}[/. -]\d{2,4}(?!\d)/gi;

function dottedBirthDates(text: string): Finding[] {
  return [...text.matchAll(DOTTED)].map(({ 0: found, index }) => ({
    kind: 'birth-date',
    tier: 'block',
    start: index,
    end: index + found.length,
  }));
}

function valueAfter(text: string, label: Word): string | undefined {
  BIRTH_VALUE.lastIndex = label.end;
  const value = BIRTH_VALUE.exec(text)?.[0];
  if (value !== undefined || !BIRTH_YEAR_LABEL.has(label.key)) return value;
  SHORT_YEAR.lastIndex = label.end;
  return SHORT_YEAR.exec(text)?.[0];
}
