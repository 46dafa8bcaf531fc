import { utc } from '@date-fns/utc';
import { eachMonthOfInterval } from 'date-fns/eachMonthOfInterval';
import { endOfMonth } from 'date-fns/endOfMonth';
import { lightFormat } from 'date-fns/lightFormat';
import { parseISO } from 'date-fns/parseISO';
import { isCivilDate } from '../calendar';
import { DomainError } from '../refusal';
import type { ResolvedForecasts } from './calibration';
import { forecastTarget, type Forecast } from './forecast';
import type { CaseLog } from './forecast-log';
import type { CaseRate } from './forecast-rate';
import { positiveCount } from './preconditions';
import { splitExposure, type ServiceExposure } from './service-exposure';

/** What is replayed: one fellow's whole log in one procedure, forecast again at the end of every month. */
export interface BackTestQuestion {
  /** The civil date of each counted case up to `lookedOn`, in any order. */
  readonly cases: readonly string[];
  /** From which civil date each of `cases` counted, in their order: earlier forecasts do not know it. Its own day if left out. */
  readonly countedOn?: readonly string[];
  /** The service of the whole training, from its first day to its last. */
  readonly exposure: ServiceExposure;
  /** Cases to reach, a whole number above zero. */
  readonly target: number;
  /** The day of the look: what lies later is not known yet. Civil date. */
  readonly lookedOn: string;
  /** The belief that is tested: the case rate from what was logged up to the day of a forecast. */
  readonly rateFrom: (log: CaseLog) => CaseRate;
}

/** One forecast of the past, and what came of it. */
export interface ReplayedForecast {
  /** The day of the forecast, a month's last. */
  readonly today: string;
  readonly forecast: Forecast;
  /**
   * Whether the 80 % interval of dates held the day of the last case needed. Null where its later date lies beyond the end
   * of training or beyond the look: such intervals cannot be judged, however early the target was reached.
   */
  readonly held: boolean | null;
  /** The same of the 95 % interval. */
  readonly heldWide: boolean | null;
  /** Whether the target was reached by the end of training; null while training goes on. */
  readonly metByEnd: boolean | null;
}

/** The ends of the 80 % interval, then those of the 95 % interval. */
const INTERVALS = [0.1, 0.9, 0.025, 0.975] as const;

function monthEnds(from: string, to: string): string[] {
  const interval = { start: parseISO(from, { in: utc }), end: parseISO(to, { in: utc }) };
  return eachMonthOfInterval(interval, { in: utc })
    .map((month) => lightFormat(endOfMonth(month), 'yyyy-MM-dd'))
    .filter((on) => on < to);
}

/** Judged only by what was certain at the forecast, so that early and late successes are kept alike. */
function judged(
  [low, high]: readonly (string | null)[],
  { metOn, lookedOn }: { readonly metOn: string | null; readonly lookedOn: string },
): boolean | null {
  if (!low || !high || high > lookedOn) return null;
  return metOn !== null && low <= metOn && metOn <= high;
}

/**
 * The rolling-origin back-test: at the end of every month of training before the look, forecast from what was logged by
 * then, as long as the target was not reached; then look. Forecasts never see a later case, nor one that counted later.
 *
 * Throws `statistics/count-invalid`, `statistics/date-impossible`, `statistics/lengths-differ`, and what {@link forecastTarget} and `rateFrom` throw.
 * Source: rolling-origin evaluation, Tashman, Int J Forecast 2000;16:437.
 */
export function replayForecasts(question: BackTestQuestion): ReplayedForecast[] {
  const { exposure, target, lookedOn, rateFrom } = question;
  const { countedOn = question.cases } = question;
  if (countedOn.length !== question.cases.length)
    throw new DomainError(
      'statistics/lengths-differ',
      'each case needs the day from which it counted',
      'countedOn',
    );
  const cases = [...question.cases].sort();
  if (![lookedOn, ...cases, ...countedOn].every(isCivilDate)) {
    throw new DomainError('statistics/date-impossible', 'cases and look need dates of the calendar', 'cases');
  }
  const lastNeeded = cases[positiveCount(target, 'target') - 1] ?? null;
  const [first, end] = [exposure[0]?.on, exposure.at(-1)?.on];
  if (first === undefined || end === undefined || lookedOn < first) return [];
  const metOn = lastNeeded !== null && lastNeeded <= lookedOn ? lastNeeded : null;
  const lastDay = lookedOn < end ? lookedOn : end;
  return monthEnds(first, lastDay)
    .filter((today) => metOn === null || today < metOn)
    .map((today) => {
      const { past, future } = splitExposure(exposure, today);
      const known = question.cases.filter((on, k) => on <= today && (countedOn[k] as string) <= today);
      const rate = rateFrom({ cases: known, exposure: past });
      const asked = { rate, count: known.length, target, today, exposure: future, quantiles: INTERVALS };
      const forecast = forecastTarget(asked);
      const dates = forecast.dates.map(({ on }) => on);
      return {
        today,
        forecast,
        held: judged(dates.slice(0, 2), { metOn, lookedOn }),
        heldWide: judged(dates.slice(2), { metOn, lookedOn }),
        metByEnd: lookedOn < end ? null : metOn !== null && metOn <= end,
      };
    });
}

/** What replayed forecasts hand to the scores of calibration. */
export interface BackTest {
  /** P(met by the end of training) and what came, of the trainings that ended. */
  readonly byEnd: ResolvedForecasts;
  /** How many of the judged 80 % intervals held. */
  readonly intervals: JudgedIntervals;
  /** The same of the 95 % intervals. */
  readonly wideIntervals: JudgedIntervals;
}

/** Intervals whose days are over, and those of them that held. */
export interface JudgedIntervals {
  readonly inside: number;
  readonly total: number;
}

/**
 * Gathers replayed forecasts of any number of fellows for `calibrationScores`, `calibrationBins` and `intervalCoverage`
 * (nominal 0.8 and 0.95). It throws nothing: no forecasts give empty lists. Forecasts of one fellow lean on each other; the p-value of the coverage takes them as independent.
 */
export function gatherBackTest(replayed: readonly ReplayedForecast[]): BackTest {
  const ended = replayed.filter(({ metByEnd }) => metByEnd !== null);
  const judgedOf = (held: readonly (boolean | null)[]): JudgedIntervals => ({
    inside: held.filter((one) => one === true).length,
    total: held.filter((one) => one !== null).length,
  });
  return {
    byEnd: {
      probabilities: ended.map(({ forecast }) => forecast.probabilityByEnd),
      outcomes: ended.map(({ metByEnd }) => (metByEnd === true ? 1 : 0)),
    },
    intervals: judgedOf(replayed.map(({ held }) => held)),
    wideIntervals: judgedOf(replayed.map(({ heldWide }) => heldWide)),
  };
}
