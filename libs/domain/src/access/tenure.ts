import { dayAfter, isWithin, type Stretch } from '../calendar';

/**
 * Days after the last day of a role in which days of training can still be logged and drafts sent, unless the program
 * sets its own number.
 */
export const CLOSING_DAYS = 14;

/** Where a role stands on a day: still to come, in force, in the program's closing days, or over. */
export type Tenure = 'to-come' | 'in-force' | 'closing' | 'over';

/** A role that has ended: `closing` while the program's closing days run, then `over`. */
export type Ended = Extract<Tenure, 'closing' | 'over'>;

/** Whether somebody has left a program: every role that the person held there, of any kind, has ended. */
export function hasLeft(held: readonly Pick<Stretch, 'toOn'>[], today: string): boolean {
  return held.length > 0 && held.every(({ toOn }) => toOn < today);
}

/**
 * Where a role that is held for a stretch of days stands on a day.
 * @param closingDays whole days, 0 or more; 0 leaves no day after the last one.
 */
export function tenureOf(held: Stretch, today: string, closingDays: number = CLOSING_DAYS): Tenure {
  if (today < held.fromOn) return 'to-come';
  if (isWithin(today, held)) return 'in-force';
  return today <= dayAfter(held.toOn, closingDays) ? 'closing' : 'over';
}
