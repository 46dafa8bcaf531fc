import { DomainError } from '../refusal';

/**
 * Guards against impossible parameters. Each answers the value it was given, or throws a {@link DomainError} whose
 * `field` names the parameter. NaN fails every one of them.
 */

/** A probability in 0..1, ends included; else `statistics/probability-out-of-range`. */
export function probabilityIn(value: number, field: string): number {
  if (value >= 0 && value <= 1) return value;
  throw new DomainError('statistics/probability-out-of-range', `${field} must lie in 0..1`, field);
}

/** How near to 0 or to 1 a rate may lie: nearer still the logarithms and ratios of the charts overflow. */
const FINEST_RATE = 1e-12;

/**
 * How near two rates may lie to each other. A record of a million million cases would be needed to tell nearer ones
 * apart, and their differences in the formulas of the charts are lost in rounding.
 */
export const FINEST_DISTANCE = 1e-6;

/** A rate strictly between 0 and 1, at least 1e-12 from both; else `statistics/rate-out-of-range`. */
export function openRate(value: number, field: string): number {
  if (value >= FINEST_RATE && value <= 1 - FINEST_RATE) return value;
  throw new DomainError('statistics/rate-out-of-range', `${field} must lie strictly between 0 and 1`, field);
}

/** A probability strictly between 0 and 1, however near to them; else `statistics/rate-out-of-range`. */
export function openProbability(value: number, field: string): number {
  if (value > 0 && value < 1) return value;
  throw new DomainError('statistics/rate-out-of-range', `${field} must lie strictly between 0 and 1`, field);
}

/** A whole number, zero or more; else `statistics/count-invalid`. */
export function wholeCount(value: number, field: string): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new DomainError('statistics/count-invalid', `${field} must be a whole number, zero or more`, field);
}

/** A whole number, one or more; else `statistics/count-invalid`. */
export function positiveCount(value: number, field: string): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new DomainError('statistics/count-invalid', `${field} must be a whole number, one or more`, field);
}

/** The longest record, or the farthest number of cases to come, whose cases are told one by one. */
export const MOST_CASES = 2 ** 18;

/** A whole number in 0..{@link MOST_CASES}; else `statistics/count-invalid` or `statistics/too-many-cases`. */
export function caseCount(value: number, field: string): number {
  if (wholeCount(value, field) <= MOST_CASES) return value;
  throw new DomainError('statistics/too-many-cases', `${field} must not exceed ${MOST_CASES}`, field);
}

/** Events among trials: whole numbers; else `statistics/count-invalid` or `statistics/events-exceed-trials`. */
export function eventsWithin(events: number, trials: number): void {
  if (wholeCount(events, 'events') > wholeCount(trials, 'trials')) {
    throw new DomainError('statistics/events-exceed-trials', 'events must not exceed trials', 'events');
  }
}

/** A finite number; else `statistics/not-a-number`. */
export function finiteNumber(value: number, field: string): number {
  if (Number.isFinite(value)) return value;
  throw new DomainError('statistics/not-a-number', `${field} must be a number`, field);
}

/** A finite number above zero; else `statistics/not-positive`. */
export function positiveNumber(value: number, field: string): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new DomainError('statistics/not-positive', `${field} must be a number above zero`, field);
}

/** A finite number, zero or more; else `statistics/negative`. */
export function nonNegativeNumber(value: number, field: string): number {
  if (Number.isFinite(value) && value >= 0) return value;
  throw new DomainError('statistics/negative', `${field} must be a number, zero or more`, field);
}

/** A list of 0 and 1, possibly empty; else `statistics/outcome-not-binary`. */
export function binaryOutcomes(values: readonly number[], field: string): readonly number[] {
  if (values.every((value) => value === 0 || value === 1)) return values;
  throw new DomainError('statistics/outcome-not-binary', `${field} must hold only 0 and 1`, field);
}

/** A list with at least one item; else `statistics/empty`. */
export function nonEmpty<T>(values: readonly T[], field: string): readonly T[] {
  if (values.length > 0) return values;
  throw new DomainError('statistics/empty', `${field} must not be empty`, field);
}
