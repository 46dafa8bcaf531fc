import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { DomainError } from '../refusal';

/**
 * An XML Schema dateTimeStamp, which always names its offset, of at most 14 hours (XML Schema 1.1 part 2, section
 * 3.4.28); as UTC instant in ms; null for anything else.
 */
export function instantOf(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;
  if (!form.test(value)) return null;
  const time = parseISO(value);
  return isValid(time) ? time.getTime() : null;
}

/** Throws `ledger/impossible-instant` unless a UTC instant is a whole number of ms; NaN is neither before nor after. */
export function assertInstant(instant: number, field: string): void {
  if (!Number.isSafeInteger(instant))
    throw new DomainError('ledger/impossible-instant', 'an instant is a whole number of ms', field);
}
