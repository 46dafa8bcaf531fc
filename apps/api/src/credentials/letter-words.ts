import type { Letter } from '@countersign/domain/credential';

/*
 * How letters write. Always in American English, whatever the server speaks: a letter is drawn anew each time it is asked
 * for, and must come out the same.
 */

const day = new Intl.DateTimeFormat('en-US', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});

/** A civil date: `Oct 1, 2027`. */
export function dayInFull(on: string): string {
  return day.format(Date.parse(`${on}T00:00:00Z`));
}

/** An instant where it was, and in UTC: `Fri, Oct 1, 2027, 9:14:22 AM EDT (13:14:22 UTC)`. */
export function momentInFull(at: string, timeZone: string): string {
  const local = new Intl.DateTimeFormat('en-US', {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  // Newer data of the calendar puts a narrow blank before AM, which the font does not have.
  return `${local.format(Date.parse(at)).replace(/\s/gu, ' ')} (${at.slice(11, 19)} UTC)`;
}

/** What the font of letters cannot draw: it has Latin, Greek and Cyrillic letters. */
const UNPRINTABLE =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\u0020-\u00ff\u02b0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2116\u2122]/gu;

/** A text as it can be printed: what the font lacks is shown as a question mark, never left out. */
export function printable(text: string): string {
  return text.normalize('NFC').replace(/\s/gu, ' ').replace(UNPRINTABLE, '?');
}

/** Whether anything of a letter could not be printed as it is. */
export function hasUnprintable(letter: Letter): boolean {
  return JSON.stringify(letter).normalize('NFC').replace(/\s/gu, ' ').search(UNPRINTABLE) >= 0;
}
