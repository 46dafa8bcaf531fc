import { isCivilDate } from '../calendar';
import { DomainError } from '../refusal';
import { probabilityOfCases, weeksToCases } from './forecast-count';
import { meanCaseRate, type CaseRate } from './forecast-rate';
import { positiveCount, wholeCount } from './preconditions';
import { dateReaching, totalWeeks, type ServiceExposure } from './service-exposure';
import { expectedShortfall } from './shortfall';

/** Early, likely and late: the dates that a forecast shows, as an 80 % interval around a median. */
export const DEFAULT_QUANTILES: readonly number[] = [0.1, 0.5, 0.9];

/** What is asked: when does one fellow's count in one procedure reach its target? */
export interface ForecastQuestion {
  /** What is believed of the fellow's case rate, from the record up to today. */
  readonly rate: CaseRate;
  /** Cases that count so far, a whole number. */
  readonly count: number;
  /** Cases to reach, a whole number above zero. */
  readonly target: number;
  /** Today; cases so far are of this day at the latest. Civil date. */
  readonly today: string;
  /** The service of the days after today up to and with the end of training. */
  readonly exposure: ServiceExposure;
  /** Probabilities strictly between 0 and 1; {@link DEFAULT_QUANTILES} if left out. */
  readonly quantiles?: readonly number[];
}

/** One date of a forecast: by this day the target is reached with probability `quantile`. */
export interface ForecastDate {
  readonly quantile: number;
  /** On-service weeks from today. */
  readonly weeks: number;
  /** Civil date; null: not before the end of training. Today where the target is already reached. */
  readonly on: string | null;
}

/** When a target is reached, as far as a record and a rotation schedule tell. Show the dates as a range, with words. */
export interface Forecast {
  /** Whether the count has reached the target: then nothing is left to chance. */
  readonly status: 'already-met' | 'open';
  /** Cases still needed, zero or more. */
  readonly remaining: number;
  /** Expected cases per on-service week. */
  readonly meanRate: number;
  /** On-service weeks left in training. */
  readonly weeksToEnd: number;
  /** In the order of the quantiles asked for. */
  readonly dates: readonly ForecastDate[];
  /** P(target reached by the end of training), 0..1. */
  readonly probabilityByEnd: number;
  /** Expected count at the end of training, the cases so far included. */
  readonly expectedAtEnd: number;
  /** Expected cases missing at the end of training. */
  readonly expectedShortfall: number;
}

/** Service that was already done cannot hold the cases still to come. */
function afterToday({ today, exposure }: ForecastQuestion): ServiceExposure {
  if (!isCivilDate(today)) {
    throw new DomainError('statistics/date-impossible', 'today is not a date of the calendar', 'today');
  }
  if ((exposure[0]?.on ?? '9999') > today) return exposure;
  throw new DomainError('statistics/exposure-not-ahead', 'the service begins today or earlier', 'exposure');
}

/**
 * The forecast of one target on on-service weeks, mapped through the rotation schedule to dates: the date of a quantile is
 * the first day after today through which the service reaches the quantile's weeks.
 *
 * Throws `statistics/count-invalid`, `statistics/rate-out-of-range` (a quantile), `statistics/not-positive` (the rate),
 * `statistics/date-impossible` (today), `statistics/exposure-not-ahead` (service before tomorrow),
 * `statistics/shape-too-large` or `statistics/not-computable`. Source: Gajewski, Simon & Carlson, Stat Med
 * 2008;27:2328, on exposure instead of calendar time.
 */
export function forecastTarget(question: ForecastQuestion): Forecast {
  const { rate, count, target, today, quantiles = DEFAULT_QUANTILES } = question;
  const exposure = afterToday(question);
  const remaining = Math.max(0, positiveCount(target, 'target') - wholeCount(count, 'count'));
  const weeksToEnd = totalWeeks(exposure);
  const meanRate = meanCaseRate(rate);
  return {
    status: remaining === 0 ? 'already-met' : 'open',
    remaining,
    meanRate,
    weeksToEnd,
    dates: quantiles.map((quantile) => {
      const weeks = weeksToCases(rate, { cases: remaining, quantile });
      return { quantile, weeks, on: remaining === 0 ? today : dateReaching(exposure, weeks) };
    }),
    probabilityByEnd: probabilityOfCases(rate, { cases: remaining, weeks: weeksToEnd }),
    expectedAtEnd: count + meanRate * weeksToEnd,
    expectedShortfall: expectedShortfall(rate, { remaining, weeks: weeksToEnd }),
  };
}
