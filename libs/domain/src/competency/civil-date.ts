import { utc } from '@date-fns/utc';
import { addDays, addMonths, isValid, lightFormat, parseISO, subMonths } from 'date-fns';

const form = /^[12]\d{3}-\d{2}-\d{2}$/;

/** Longest window in months; keeps every window inside the years that a civil date can name. */
export const longestWindow = 600;

/** Whether a text is a day that exists, `YYYY-MM-DD`, from the year 1000 to 2999. */
export function isCivilDate(text: string): boolean {
  return form.test(text) && isValid(parseISO(text, { in: utc }));
}

/** Whether a number can be the length of a window: whole months, 1 to 600. */
export function isWindow(months: number): boolean {
  return Number.isInteger(months) && months >= 1 && months <= longestWindow;
}

/** First day of the window of `months` that ends on `asOf`: the same day months before, clamped to the month's last day. */
export function windowStart(asOf: string, months: number): string {
  return lightFormat(subMonths(parseISO(asOf, { in: utc }), months), 'yyyy-MM-dd');
}

/**
 * Last as-of date whose window of `months` still holds `day`. Later than the same day months after where clamping lets
 * several dates share a first day: 28 February is in the six months that end on 31 August.
 */
export function lastDayInWindow(day: string, months: number): string {
  let last = addMonths(parseISO(day, { in: utc }), months);
  for (
    let next = addDays(last, 1);
    lightFormat(subMonths(next, months), 'yyyy-MM-dd') <= day;
    next = addDays(next, 1)
  ) {
    last = next;
  }
  return lightFormat(last, 'yyyy-MM-dd');
}
