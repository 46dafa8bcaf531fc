import { caseRate, PRIOR_CASES, probabilityOfSilence } from './forecast-rate';
import { totalWeeks, weeksThrough, type ServiceExposure } from './service-exposure';

/** Below this number of cases a pace is no pace, and a pause says nothing. A choice. */
export const FEWEST_FOR_SILENCE = 5;

/** Days without any service, from today back, after which a fellow is off service. */
const OFF_SERVICE_DAYS = 7;

/** A pause of fewer on-service weeks is none, however quick the pace: entries come in some days later. A choice. */
export const SHORTEST_PAUSE = 1;

/** Rounding of a pause that is whole in exact arithmetic: a difference of sums of fifths. */
const ROUNDING = 1e-9;

/**
 * P(no case in the on-service weeks since the last), by the fellow's own pace up to the last case, 0..1: the pace is Gamma
 * with the cases so far and a prior worth two at that same pace. Null where nothing can be said: fewer than
 * {@link FEWEST_FOR_SILENCE} cases in the exposure, no service before the last of them, or a fellow who is off service now,
 * which is a week without any. A pause shorter than {@link SHORTEST_PAUSE} is none: 1.
 *
 * `cases` are civil dates in any order; those outside the exposure do not count. `past` ends today. Throws
 * `statistics/date-impossible` or `statistics/exposure-impossible`. Source: as `probabilityOfSilence`.
 */
export function silenceSince(cases: readonly string[], past: ServiceExposure): number | null {
  const weeks = totalWeeks(past);
  const [first, last] = [past[0]?.on, past.at(-1)?.on];
  if (first === undefined || last === undefined) return null;
  const own = cases.filter((on) => first <= on && on <= last).sort();
  const lastCase = own.at(-1);
  if (lastCase === undefined || own.length < FEWEST_FOR_SILENCE) return null;
  const weekAgo = past.at(-1 - OFF_SERVICE_DAYS)?.weeks ?? 0;
  if (weeks <= weekAgo) return null;
  const until = weeksThrough(past, lastCase);
  if (!(until > 0)) return null;
  if (weeks - until < SHORTEST_PAUSE - ROUNDING) return 1;
  const prior = { a: PRIOR_CASES, b: (PRIOR_CASES * until) / own.length };
  return probabilityOfSilence(caseRate(prior, { count: own.length, weeks: until }), weeks - until);
}
