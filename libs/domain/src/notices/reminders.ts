import { dayAfter } from '../calendar';
import { plannedDays, type FellowSchedule, type ServiceStretch } from '../people';
import { logsLate } from '../statistics';

/** Days that an entry has waited after which its supervisor is reminded. */
export const NUDGE_DAYS = 7;
/** Days that an entry has waited after which others are told. */
export const ESCALATION_DAYS = 30;
/** So many waiting entries are told of before any of them is old. */
export const ESCALATION_COUNT = 25;
/** Nobody is reminded of the same more often than once in so many days. */
export const REMINDER_DAYS = 7;

/** What waits for one supervisor. */
export interface Waiting {
  readonly count: number;
  /** Whole days since the oldest was sent; 0 without one. */
  readonly oldestDays: number;
}

/** Whether a supervisor is reminded: something has waited for a week. */
export function isNudgeDue({ count, oldestDays }: Waiting): boolean {
  return count > 0 && oldestDays >= NUDGE_DAYS;
}

/** Whether those who can help are told: something has waited for 30 days, or 25 entries wait. */
export function isEscalationDue({ count, oldestDays }: Waiting): boolean {
  return count >= ESCALATION_COUNT || (count > 0 && oldestDays >= ESCALATION_DAYS);
}

/** Whether something of which somebody was told so many days ago (null for never) may be told again. */
export function mayRemind(toldDaysAgo: number | null): boolean {
  return toldDaysAgo === null || toldDaysAgo >= REMINDER_DAYS;
}

/** A fellow’s log and what the schedule says of the days since. */
export interface LogSilence {
  /** Whole days since the newest logged procedure, or since the training began where there is none. */
  readonly days: number;
  /** Days on service since then. */
  readonly onService: number;
  /** Days from procedure to entry, of the fellow’s entries. */
  readonly delays: readonly number[];
}

/** Days on service without an entry after which a fellow is asked whether something is missing. A choice. */
export const SILENT_DAYS = 5;
/** More of them for a fellow who usually logs late: what is missing will most likely still come. A choice. */
const SILENT_DAYS_LATE = 10;

/**
 * Whether a fellow is told how long nothing was logged. Days count on which the schedule has the fellow on service, so that
 * leave and electives are no silence. Throws `statistics/count-invalid` for an impossible delay.
 */
export function isSilent({ onService, delays }: LogSilence): boolean {
  return onService >= (logsLate(delays) ? SILENT_DAYS_LATE : SILENT_DAYS);
}

/**
 * Weekdays on which a schedule has a fellow on service, after one day and up to another: in a rotation with any service and
 * not on leave.
 */
export function daysOnService(
  schedule: FellowSchedule<ServiceStretch>,
  after: string,
  until: string,
): number {
  return plannedDays(schedule, { fromOn: dayAfter(after, 1), toOn: until }).length;
}
