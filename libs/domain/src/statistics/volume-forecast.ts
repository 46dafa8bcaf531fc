import { forecastTarget, type Forecast } from './forecast';
import { countedRecord, fourWeekBlocks, overDispersion, settledLog } from './forecast-log';
import { caseRate, forecastPrior, type CaseRatePrior, type CaseRecord } from './forecast-rate';
import type { TrainingService } from './training-service';

/** What a forecast of one fellow's volume in one competency rests on. */
export interface VolumeQuestion {
  /** The civil date of each case that counts, in any order, as often as it counts. */
  readonly cases: readonly string[];
  /** Cases to reach, a whole number above zero. */
  readonly target: number;
  /** Civil date. */
  readonly today: string;
  readonly service: TrainingService;
  /** Days from procedure to entry of each of the fellow's entries, zero or more. */
  readonly delays: readonly number[];
  /** Cases per on-service week of other fellows of the program. */
  readonly fellowRates: readonly number[];
  /** Over-dispersion of the counts of the program’s fellows, 1 to 4; null where none is kept yet. */
  readonly dispersion: number | null;
}

/** A forecast with what it rests on. */
export interface VolumeForecast {
  readonly forecast: Forecast;
  /** Cases and on-service weeks of the training from which the rate is taken. */
  readonly record: CaseRecord;
  readonly basis: CaseRatePrior['basis'];
  /** Over-dispersion with which it was made: variance over mean of the counts, 1 where cases come singly. */
  readonly dispersion: number;
  /** Cases and service of the record in whole four-week blocks, for the over-dispersion of the class. */
  readonly blocks: () => readonly CaseRecord[];
}

/**
 * When the volume of a competency is reached: the rate from the cases of this training up to today, of a fellow who logs
 * late without the last week, with the over-dispersion of the class (of the own whole four-week blocks, before one is known)
 * and the default prior; dates by the schedule
 * ahead. Cases from before the training count towards the target and say nothing of its rate.
 *
 * Null where the training holds no service at all, of which nothing can be told. Throws the errors of `settledLog`,
 * `forecastPrior` and `forecastTarget`. Source: those of its parts.
 */
export function volumeForecast(question: VolumeQuestion): VolumeForecast | null {
  const { cases, target, today, service, delays, fellowRates } = question;
  const { past, future, plannedWeeks } = service;
  if (!(plannedWeeks > 0)) return null;
  const first = past[0]?.on ?? '9999';
  const own = cases.filter((on) => first <= on && on <= today);
  const log = settledLog({ cases: own, exposure: past }, delays);
  const record = countedRecord(log);
  const prior = forecastPrior({ fellowRates, target, plannedWeeks });
  const blocks = () => fourWeekBlocks(log);
  const dispersion = question.dispersion ?? overDispersion(blocks());
  const rate = caseRate(prior, record, dispersion);
  const forecast = forecastTarget({ rate, count: cases.length, target, today, exposure: future });
  return { forecast, record, basis: prior.basis, dispersion, blocks };
}
