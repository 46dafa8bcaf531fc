import { isCivilDate } from '../calendar';
import { DomainError } from '../refusal';
import type { CaseRecord } from './forecast-rate';
import { median } from './median';
import { nonNegativeNumber, wholeCount } from './preconditions';
import { totalWeeks, type ServiceDay, type ServiceExposure } from './service-exposure';

/** A fellow's cases in one procedure and the service in which they came. */
export interface CaseLog {
  /** The civil date of each counted case, in any order: the day of the procedure, never of its entry. */
  readonly cases: readonly string[];
  /** The service from the start of training up to and with today. */
  readonly exposure: ServiceExposure;
}

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
 * Over-dispersion phi of the counts of blocks of one fellow, {@link pooledDispersion} of a class of one: 1 where fewer than
 * eight blocks are left. Throws `statistics/negative`.
 */
export function overDispersion(blocks: readonly CaseRecord[]): number {
  return pooledDispersion([blocks]);
}

/**
 * Over-dispersion phi of the counts of blocks of a class: Pearson's chi-square over its degrees of freedom,
 * sum (k - rate E)^2 / (rate E) / sum (blocks - 1), with one rate for each fellow. Cases come with certain rotations, and
 * the fellows of a program go through the same ones, so that a class tells of it months before a single record does.
 * Blocks without service and fellows without a case say nothing and are left out.
 *
 * 1 where fewer than eight blocks are left, or where phi is at most 1.3; never above 4. Throws `statistics/negative`.
 * Source: McCullagh & Nelder, Generalized Linear Models, 2nd ed., section 6.2.3.
 */
export function pooledDispersion(fellows: readonly (readonly CaseRecord[])[]): number {
  fellows.flat().forEach(({ count, weeks }) => {
    nonNegativeNumber(count, 'count');
    nonNegativeNumber(weeks, 'weeks');
  });
  const served = fellows
    .map((blocks) => blocks.filter(({ weeks }) => weeks > 0))
    .filter((blocks) => blocks.length > 1 && blocks.some(({ count }) => count > 0));
  const blocks = served.reduce((sum, one) => sum + one.length, 0);
  if (blocks < FEWEST_BLOCKS) return 1;
  const phi = served.reduce((sum, one) => sum + chiSquareOf(one), 0) / (blocks - served.length);
  return phi > CHANCE_DISPERSION ? Math.min(phi, LARGEST_DISPERSION) : 1;
}

/** How far the counts of one fellow lie from one rate, in units of what chance explains. */
function chiSquareOf(blocks: readonly CaseRecord[]): number {
  const cases = blocks.reduce((sum, { count }) => sum + count, 0);
  const rate = cases / blocks.reduce((sum, { weeks }) => sum + weeks, 0);
  return blocks.reduce((sum, { count, weeks }) => sum + (count - rate * weeks) ** 2 / (rate * weeks), 0);
}
