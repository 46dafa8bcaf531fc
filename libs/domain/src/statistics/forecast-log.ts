import { isCivilDate } from '../calendar';
import { DomainError } from '../refusal';
import type { CaseRecord } from './forecast-rate';
import { median } from './median';
import { nonNegativeNumber, positiveNumber, wholeCount } from './preconditions';
import { totalWeeks, weeksUpTo, type ServiceDay, type ServiceExposure } from './service-exposure';

/** A fellow's cases in one procedure and the service in which they came. */
export interface CaseLog {
  /** The civil date of each counted case, in any order: the day of the procedure, never of its entry. */
  readonly cases: readonly string[];
  /** The service from the start of training up to and with today. */
  readonly exposure: ServiceExposure;
}

/** On-service weeks after which a case weighs half as much. */
const RECENCY_HALF_LIFE = 26;

/** Four-week blocks that must exist before over-dispersion is believed. */
const FEWEST_BLOCKS = 8;
/** Over-dispersion up to this is taken for chance. */
const CHANCE_DISPERSION = 1.3;
/** More over-dispersion than this is not believed. */
export const LARGEST_DISPERSION = 4;

const DAYS_OF_BLOCK = 28;

/** Refuses an impossible exposure, and cases that are not of the calendar or not of the days of the exposure. */
function possibleLog(log: CaseLog): CaseLog {
  totalWeeks(log.exposure);
  if (!log.cases.every(isCivilDate)) {
    throw new DomainError('statistics/date-impossible', 'a case has no date of the calendar', 'cases');
  }
  const [first, last] = [log.exposure[0]?.on ?? '', log.exposure.at(-1)?.on ?? ''];
  if (log.cases.every((on) => first <= on && on <= last)) return log;
  throw new DomainError(
    'statistics/case-outside-exposure',
    'a case lies outside the days of service',
    'cases',
  );
}

/** A fellow whose median delay from procedure to entry exceeds this, in days, usually logs late: our choice. */
const PROMPT_DAYS = 7;
/** The last days of the log of such a fellow, of which too many cases are still missing. */
const UNSETTLED_DAYS = 7;

/**
 * Whether a fellow usually logs late: the median of the days from procedure to entry, over the fellow's entries, is above
 * 7. Without an entry nobody is late. The rule is our choice. `delays` whole days, zero or more; throws
 * `statistics/count-invalid`.
 */
export function logsLate(delays: readonly number[]): boolean {
  delays.forEach((days) => wholeCount(days, 'delays'));
  return delays.length > 0 && median(delays) > PROMPT_DAYS;
}

/**
 * The part of a log that a rate may rest on. Of a fellow who usually {@link logsLate} the last 7 days are left out, cases
 * and service alike, because most of their cases are not entered yet and would look like a silence. What counts towards a
 * target, and the service still to come, stay as they are.
 *
 * Throws `statistics/count-invalid` (a delay), `statistics/case-outside-exposure`, `statistics/date-impossible` or
 * `statistics/exposure-impossible`.
 */
export function settledLog(log: CaseLog, delays: readonly number[]): CaseLog {
  const { cases, exposure } = possibleLog(log);
  if (!logsLate(delays)) return log;
  const settled = exposure.slice(0, -UNSETTLED_DAYS);
  const last = settled.at(-1)?.on ?? '';
  return { cases: cases.filter((on) => on <= last), exposure: settled };
}

/**
 * The cases and on-service weeks of a log as they are. Throws `statistics/case-outside-exposure`,
 * `statistics/date-impossible` or `statistics/exposure-impossible`.
 */
export function countedRecord(log: CaseLog): CaseRecord {
  const { cases, exposure } = possibleLog(log);
  return { count: cases.length, weeks: totalWeeks(exposure) };
}

/**
 * The cases and weeks of a log with weight 2^(-age/half-life), age in on-service weeks before the end of the log, so that
 * the record follows a rate that changes. Cases and weeks fade alike: the mean of a steady rate stays.
 *
 * `halfLife` above zero, in on-service weeks; {@link RECENCY_HALF_LIFE} if left out. Throws `statistics/not-positive`,
 * `statistics/case-outside-exposure`, `statistics/date-impossible` or
 * `statistics/exposure-impossible`.
 */
export function recencyWeightedRecord(log: CaseLog, halfLife = RECENCY_HALF_LIFE): CaseRecord {
  const { cases, exposure } = possibleLog(log);
  positiveNumber(halfLife, 'halfLife');
  const end = totalWeeks(exposure);
  const weight = (weeks: number): number => 2 ** ((weeks - end) / halfLife);
  return {
    count: cases.reduce((sum, on) => sum + weight(weeksUpTo(exposure, on)), 0),
    weeks: exposure.reduce((sum, day, k) => {
      const service = day.weeks - (exposure[k - 1]?.weeks ?? 0);
      return sum + service * weight(day.weeks);
    }, 0),
  };
}

/**
 * The cases and on-service weeks of each whole stretch of four weeks from the first day of a log; what is left at the
 * end is no whole block and is dropped. Throws `statistics/case-outside-exposure`, `statistics/date-impossible` or
 * `statistics/exposure-impossible`.
 */
export function fourWeekBlocks(log: CaseLog): CaseRecord[] {
  const { cases, exposure } = possibleLog(log);
  const whole = Math.floor(exposure.length / DAYS_OF_BLOCK);
  return Array.from({ length: whole }, (_, block) => {
    const days = exposure.slice(block * DAYS_OF_BLOCK, (block + 1) * DAYS_OF_BLOCK);
    const [first, last] = [days[0], days.at(-1)] as [ServiceDay, ServiceDay];
    const before = exposure[block * DAYS_OF_BLOCK - 1]?.weeks ?? 0;
    return {
      count: cases.filter((on) => first.on <= on && on <= last.on).length,
      weeks: totalWeeks(days) - before,
    };
  });
}

/**
 * Over-dispersion phi of the counts of blocks: Pearson's chi-square over its degrees of freedom,
 * sum (k - rate E)^2 / (rate E) / (blocks - 1), with one rate for all. Blocks without service say nothing and are left out.
 *
 * 1 where fewer than eight blocks are left, where no case was seen, or where phi is at most 1.3; never above 4. Throws
 * `statistics/negative`. Source: McCullagh & Nelder, Generalized Linear Models, 2nd ed., section 6.2.3.
 */
export function overDispersion(blocks: readonly CaseRecord[]): number {
  blocks.forEach(({ count, weeks }) => {
    nonNegativeNumber(count, 'count');
    nonNegativeNumber(weeks, 'weeks');
  });
  const served = blocks.filter(({ weeks }) => weeks > 0);
  const cases = served.reduce((sum, { count }) => sum + count, 0);
  if (served.length < FEWEST_BLOCKS || cases === 0) return 1;
  const rate = cases / served.reduce((sum, { weeks }) => sum + weeks, 0);
  const chiSquare = served.reduce(
    (sum, { count, weeks }) => sum + (count - rate * weeks) ** 2 / (rate * weeks),
    0,
  );
  const phi = chiSquare / (served.length - 1);
  return phi > CHANCE_DISPERSION ? Math.min(phi, LARGEST_DISPERSION) : 1;
}
