import { utc } from '@date-fns/utc';
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { subMonths } from 'date-fns/subMonths';

const form = /^(19|2\d)\d{2}-\d{2}-\d{2}$/;

/** Longest window in months; keeps every window inside the years that a civil date can name. */
export const longestWindow = 600;

/**
 * Whether a text is a day that exists, `YYYY-MM-DD`, from the year 1900 to 2999. Nobody who logs was in practice earlier:
 * an older year is a slip of the finger, such as 0206 for 2026.
 */
export function isCivilDate(text: string): boolean {
  return form.test(text) && isValid(parseISO(text, { in: utc }));
}

/** Whether a number can be the length of a window: whole months, 1 to 600. */
export function isWindow(months: number): boolean {
  return Number.isInteger(months) && months >= 1 && months <= longestWindow;
}

/** First day of the window of `months` that ends on `asOf`: the same day months before, clamped to the month's last day. */
export function windowStart(asOf: string, months: number): string {
  return textOf(subMonths(utc(asOf), months));
}

/**
 * Last as-of date whose window of `months` still holds `day`. Later than the same day months after where clamping lets
 * several dates share a first day: 28 February is in the six months that end on 31 August.
 */
export function lastDayInWindow(day: string, months: number): string {
  let last = addMonths(utc(day), months);
  for (let next = addDays(last, 1); textOf(subMonths(next, months)) <= day; next = addDays(next, 1)) {
    last = next;
  }
  return textOf(last);
}

function textOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
