import { utc } from '@date-fns/utc';
import { isValid, parseISO } from 'date-fns';

const form = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text names a day that exists in the calendar, as `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  return form.test(text) && isValid(parseISO(text, { in: utc }));
}
