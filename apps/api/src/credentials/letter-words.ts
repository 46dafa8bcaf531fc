import type { Letter } from '@countersign/domain/credential';
import { printable } from '../platform/pdf';

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

/** Whether anything of a letter could not be printed as it is. */
export function hasUnprintable(letter: Letter): boolean {
  const text = JSON.stringify(letter);
  return printable(text) !== text.normalize('NFC').replace(/\s/gu, ' ');
}
