import { DomainError } from '../refusal';
import { FINEST_DISTANCE, openRate, positiveNumber } from './preconditions';

/**
 * The two failure rates that a program sets for a procedure before the first case.
 *
 * Both lie strictly between 0 and 1, and `adequate < inadequate`. Between the two rates a chart promises nothing.
 * Papers swap the symbols p0 and p1 between these two, so neither symbol is used here.
 */
export interface FailureRates {
  /** The failure rate of someone who is competent: acceptable. */
  readonly adequate: number;
  /** The failure rate that must not be called competent: unacceptable. */
  readonly inadequate: number;
}

/** Default rates, to be confirmed per procedure by the program director: 10 % is adequate, 30 % is not. */
export const DEFAULT_FAILURE_RATES: FailureRates = { adequate: 0.1, inadequate: 0.3 };

/**
 * Answers `rates` if they are possible.
 *
 * Throws `statistics/rate-out-of-range` for a rate outside 0..1 (ends excluded) and `statistics/rates-reversed` where
 * the adequate rate is not the smaller one by at least a millionth ({@link FINEST_DISTANCE}).
 */
export function possibleRates(rates: FailureRates): FailureRates {
  openRate(rates.adequate, 'adequate');
  openRate(rates.inadequate, 'inadequate');
  if (rates.inadequate - rates.adequate >= FINEST_DISTANCE) return rates;
  throw new DomainError(
    'statistics/rates-reversed',
    'the adequate failure rate must be below the inadequate one',
    'adequate',
  );
}

/**
 * The rate whose odds are `oddsMultiplier` times the odds of `rate`: R p / (1 - p + R p).
 *
 * Throws `statistics/rate-out-of-range` or `statistics/not-positive`. Source: Steiner et al., Biostatistics 2000;1:441.
 */
export function shiftOdds(rate: number, oddsMultiplier: number): number {
  openRate(rate, 'rate');
  positiveNumber(oddsMultiplier, 'oddsMultiplier');
  return (oddsMultiplier * rate) / (1 - rate + oddsMultiplier * rate);
}
