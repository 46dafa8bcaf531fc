import {
  chartPath,
  earliestSignal,
  firstSignal,
  likelihoodRatioChart,
  type BarrierChart,
} from './barrier-chart';
import { limitWithin, type ExactLimit } from './chart-limit';
import { possibleRates, type FailureRates } from './failure-rates';
import { rememberByKey } from './remember-by-key';

/**
 * LC-CUSUM, the rule for competence: the fellow is taken to be inadequate until the record proves otherwise; the floor
 * at zero forgives the failures of learning.
 *
 * Source: Biau et al., Stat Med 2008 and Biau & Porcher, Stat Med 2010;29:1900. The limit is not Wald's
 * ln((1-beta)/alpha): with a floor that promises 5 % and gives 23 % false signals by case 50 at 10/30.
 */

/** What a program sets for the competence chart of a procedure. */
export interface CompetenceDesign {
  readonly rates: FailureRates;
  /** Number of cases over which false signals count. */
  readonly horizon: number;
  /** Highest accepted chance of a signal by then for someone who stays at the inadequate rate. */
  readonly falseCompetenceTarget: number;
}

/** The exact limit, and the first case at which it can be reached. */
export interface LcCusumCalibration extends ExactLimit {
  readonly earliestSignal: number;
}

/** Default promise: at most 5 % false signals over 50 cases. */
export const DEFAULT_COMPETENCE_PROMISE = { horizon: 50, falseCompetenceTarget: 0.05 } as const;

/**
 * The chart: success adds ln((1-pa)/(1-pu)), failure subtracts ln(pu/pa).
 *
 * Throws `statistics/rates-reversed` or `statistics/rate-out-of-range`.
 */
export function lcCusumChart(rates: FailureRates): BarrierChart {
  const { adequate, inadequate } = possibleRates(rates);
  return likelihoodRatioChart({ assumed: inadequate, alternative: adequate });
}

/**
 * The scores, oldest case first, and the 1-based case of the first score at the limit, or null. A fellow without a
 * signal is not shown to be incompetent.
 *
 * `failures`: 1 for a failure, 0 for a success. Throws `statistics/outcome-not-binary`, `statistics/not-positive` and
 * the errors of {@link lcCusumChart}.
 */
export function lcCusum(
  { rates, limit }: { readonly rates: FailureRates; readonly limit: number },
  failures: readonly number[],
): { readonly path: number[]; readonly signalCase: number | null } {
  const path = chartPath(lcCusumChart(rates), failures);
  return { path, signalCase: firstSignal(path, limit) };
}

/**
 * The exact limit of a competence design. Answers are kept, since a program asks for few designs again and again.
 *
 * Throws the errors of `limitWithin` and {@link lcCusumChart}.
 */
export const calibrateLcCusum: (design: CompetenceDesign) => LcCusumCalibration = rememberByKey(
  ({ rates, horizon, falseCompetenceTarget }) =>
    [rates.adequate, rates.inadequate, horizon, falseCompetenceTarget].join('|'),
  computeLcCusumLimit,
);

/** {@link calibrateLcCusum} computed afresh. Errors as there. */
export function computeLcCusumLimit({
  rates,
  horizon,
  falseCompetenceTarget,
}: CompetenceDesign): LcCusumCalibration {
  const chart = lcCusumChart(rates);
  const found = limitWithin({ chart, failureRate: rates.inadequate, horizon, target: falseCompetenceTarget });
  return { ...found, earliestSignal: earliestSignal(chart, found.limit) };
}
