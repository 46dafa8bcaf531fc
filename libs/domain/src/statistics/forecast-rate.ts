import { DomainError } from '../refusal';
import { median } from './median';
import { nonNegativeNumber, positiveCount, positiveNumber } from './preconditions';

/**
 * What is believed of a fellow's case rate in one procedure, in cases per on-service week: Gamma(shape a, rate b), worth
 * `a` cases in `b` weeks. Where cases come in lists (over-dispersion phi above 1), both are worth 1/phi of what was
 * counted, and every count and exposure that is asked about is divided by phi too.
 *
 * Source: Gajewski, Simon & Carlson, Stat Med 2008;27:2328.
 */
export interface CaseRate {
  /** Cases it is worth, above zero. */
  readonly a: number;
  /** On-service weeks it is worth, above zero. */
  readonly b: number;
  /** Over-dispersion phi: variance over mean of the counts, above zero; 1 where cases come singly. */
  readonly overDispersion: number;
}

/** Cases that were counted, and the on-service weeks in which they were. */
export interface CaseRecord {
  /** Cases, zero or more. */
  readonly count: number;
  /** On-service weeks, zero or more. */
  readonly weeks: number;
}

/** Cases that the default prior is worth: the fellow's own record soon outweighs it. */
export const PRIOR_CASES = 2;

/** Fellows with a known rate that must exist before the program's rate makes the prior. */
const FEWEST_FELLOWS_FOR_RATE = 3;

/** Guards a case rate. Throws `statistics/not-positive`. */
export function possibleRate(rate: CaseRate): CaseRate {
  positiveNumber(rate.a, 'a');
  positiveNumber(rate.b, 'b');
  positiveNumber(rate.overDispersion, 'overDispersion');
  return rate;
}

/**
 * The rate after a record: a = a0 + k/phi, b = b0 + E/phi. The over-dispersion is 1 if none is given.
 *
 * Throws `statistics/not-positive` (prior, over-dispersion), `statistics/negative` (record), or
 * `statistics/not-computable` for sums beyond all numbers. Source: Gajewski, Simon & Carlson, Stat Med 2008;27:2328.
 */
export function caseRate(
  prior: { readonly a: number; readonly b: number },
  record: CaseRecord,
  overDispersion = 1,
): CaseRate {
  const phi = positiveNumber(overDispersion, 'overDispersion');
  const a = positiveNumber(prior.a, 'a') + nonNegativeNumber(record.count, 'count') / phi;
  const b = positiveNumber(prior.b, 'b') + nonNegativeNumber(record.weeks, 'weeks') / phi;
  if (a < Infinity && b < Infinity) return { a, b, overDispersion: phi };
  throw new DomainError('statistics/not-computable', 'the record is beyond all numbers', 'overDispersion');
}

/**
 * a/b: the expected cases per on-service week. Throws `statistics/not-positive`, or `statistics/not-computable` for a rate
 * beyond all numbers.
 */
export function meanCaseRate(rate: CaseRate): number {
  const { a, b } = possibleRate(rate);
  if (a / b < Infinity) return a / b;
  throw new DomainError('statistics/not-computable', 'the rate is beyond all numbers', 'b');
}

/**
 * P(no case in `weeks` on-service weeks) = (b/(b+e))^a with e = weeks/phi. Below 0.05 silence is a reason to look.
 *
 * The rate must rest on the record up to the last case: with the silent weeks in it, silence would excuse itself.
 * Throws `statistics/negative` or `statistics/not-positive`.
 */
export function probabilityOfSilence(rate: CaseRate, weeks: number): number {
  const { a, b, overDispersion } = possibleRate(rate);
  return Math.exp(-a * Math.log1p(nonNegativeNumber(weeks, 'weeks') / overDispersion / b));
}

/** The prior of a forecast, and what it rests on. */
export interface CaseRatePrior {
  readonly a: number;
  readonly b: number;
  /** `program rate`: the median of the program's fellows; `target pace`: the target over the planned weeks. */
  readonly basis: 'program rate' | 'target pace';
}

/** What is known before a fellow's first case. */
export interface PriorKnowledge {
  /** Cases per on-service week of each of the program's fellows in this procedure, each zero or more. */
  readonly fellowRates: readonly number[];
  /** Cases to reach, a whole number above zero. */
  readonly target: number;
  /** On-service weeks planned for the whole training, above zero. */
  readonly plannedWeeks: number;
}

/**
 * The default prior, worth two cases: a0 = 2, b0 = 2/lambda0. lambda0 is the median rate of at least three fellows, else
 * (or where that median is zero, which would forbid any case) the target over the planned on-service weeks.
 *
 * Throws `statistics/negative`, `statistics/count-invalid`, `statistics/not-positive` or, for a rate beyond any number
 * that can be halved, `statistics/not-computable`.
 */
export function forecastPrior({ fellowRates, target, plannedWeeks }: PriorKnowledge): CaseRatePrior {
  fellowRates.forEach((rate) => nonNegativeNumber(rate, 'fellowRates'));
  const pace = positiveCount(target, 'target') / positiveNumber(plannedWeeks, 'plannedWeeks');
  const program = fellowRates.length >= FEWEST_FELLOWS_FOR_RATE ? median(fellowRates) : 0;
  const b = PRIOR_CASES / (program > 0 ? program : pace);
  if (!(b > 0 && b < Infinity)) {
    throw new DomainError('statistics/not-computable', 'the rate is too extreme for a prior', 'fellowRates');
  }
  return { a: PRIOR_CASES, b, basis: program > 0 ? 'program rate' : 'target pace' };
}
