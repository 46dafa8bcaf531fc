import { utc } from '@date-fns/utc';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { parseISO } from 'date-fns/parseISO';
import { isCivilDate } from '../calendar';
import { DomainError } from '../refusal';

/** Days after the procedure from which an entry is late, unless the program sets its own limit. */
export const LATE_AFTER_DAYS = 14;

/** A program's limits in whole days, 0 or more; `hardDays` null means that nothing is ever too late. */
export interface LatenessLimits {
  readonly softDays: number;
  readonly hardDays: number | null;
}

/** How long after the procedure an entry was submitted. `past-hard-limit` is for the program to act on, never a block. */
export interface Lateness {
  readonly days: number;
  readonly stamp: 'in-time' | 'late' | 'past-hard-limit';
}

/**
 * Stamps an entry with the days between two civil dates of the site. The limits themselves are still in time.
 * Throws `entry/impossible-date` for a text that is no date, `entry/future-date` when the procedure lies after its
 * submission, and `entry/impossible-limits` for limits that are not whole days or whose hard limit is the shorter.
 */
export function lateness(
  performedOn: string,
  submittedOn: string,
  limits: LatenessLimits = { softDays: LATE_AFTER_DAYS, hardDays: null },
): Lateness {
  const { softDays, hardDays } = limits;
  if (!isLimit(softDays) || (hardDays !== null && (!isLimit(hardDays) || hardDays < softDays))) {
    throw new DomainError(
      'entry/impossible-limits',
      'limits are whole days, the hard one not below the soft one',
    );
  }
  const days = daysBetween(performedOn, submittedOn);
  if (days < 0) throw new DomainError('entry/future-date', 'a procedure cannot lie after its submission');
  if (hardDays !== null && days > hardDays) return { days, stamp: 'past-hard-limit' };
  return { days, stamp: days > softDays ? 'late' : 'in-time' };
}

function isLimit(days: number): boolean {
  return Number.isInteger(days) && days >= 0;
}

function daysBetween(fromOn: string, toOn: string): number {
  for (const on of [fromOn, toOn]) {
    if (!isCivilDate(on))
      throw new DomainError('entry/impossible-date', `${on} is not a date of the calendar`);
  }
  return differenceInCalendarDays(parseISO(toOn, { in: utc }), parseISO(fromOn, { in: utc }));
}
