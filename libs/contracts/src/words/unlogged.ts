import { LOGGING_LAG_DAYS, sumOfDays, unloggedShare, type DayRange } from '@countersign/domain/people';
import type { UnloggedLineView, UnloggedView } from '../dashboards/yield-views';
import { percent } from './count';
import { dayFull } from './time';

/** What a procedure day without a case does not say, under the numbers. */
export const unloggedCaution = `A procedure day without a case is possible: lists fall out, and holidays are not known here. This is a question, not a finding. Cases are taken to fall on procedure days, and a case at another site counts, so that the real number may be higher. Not counted: weekends, leave, and the last ${LOGGING_LAG_DAYS} days with today, which may still be written up.`;

/** `12`, or `12 to 15` where a week that is cut by leave or by the end of a rotation leaves it open. */
export function rangeInWords({ low, high }: DayRange): string {
  return low === high ? String(low) : `${low} to ${high}`;
}

/** The share of planned procedure days without a case: `4 %`, `4 % to 6 %`, or that there are too few. */
export function unloggedShareInWords(days: NonNullable<UnloggedLineView['days']>): string {
  const share = unloggedShare(days);
  if (share === null) return 'too few to say';
  const [low, high] = [percent(share.low), percent(share.high)];
  return low === high ? low : `${low} to ${high}`;
}

/** Why there is no number for a fellow or a site; null where there is one. */
export function notCountedInWords({ isPlanned, days }: UnloggedLineView): string | null {
  if (!isPlanned) return 'no rotation planned';
  return days === undefined ? 'its rotations plan no procedure days' : null;
}

/** What the schedule lets one say, as a title. */
export function unloggedFinding({ fellows, throughOn }: UnloggedView): string {
  if (throughOn === undefined) return 'Procedure days without a case: these days are too new to ask';
  const counted = fellows.flatMap(({ days }) => (days === undefined ? [] : [days]));
  if (counted.length === 0) return 'Procedure days without a case: no rotation says how many it plans';
  const { planned, unlogged } = sumOfDays(counted);
  const without = rangeInWords(unlogged);
  return `${without} of ${rangeInWords(planned)} planned procedure days through ${dayFull(throughOn)} have no logged case`;
}
