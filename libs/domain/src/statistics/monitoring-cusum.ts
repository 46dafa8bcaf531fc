import { chartPath, firstSignal, likelihoodRatioChart, type BarrierChart } from './barrier-chart';
import { limitWithin, type ExactLimit } from './chart-limit';
import { possibleRates, type FailureRates } from './failure-rates';
import { rememberByKey } from './remember-by-key';

/**
 * The chart that watches a fellow after the signal of competence: adequate until the record says otherwise. An alarm is
 * a reason for a supervisor to look, never a verdict.
 *
 * Source: Page, Biometrika 1954;41:100; Steiner et al., Biostatistics 2000;1:441.
 */

/** What a program sets for the monitoring chart of a procedure. */
export interface MonitoringDesign {
  readonly rates: FailureRates;
  /** Number of cases over which false alarms count. */
  readonly horizon: number;
  /** Highest accepted chance of an alarm by then for someone who stays at the adequate rate. */
  readonly falseAlarmTarget: number;
}

/**
 * The chart: failure adds ln(pu/pa), success subtracts ln((1-pa)/(1-pu)).
 *
 * Throws `statistics/rates-reversed` or `statistics/rate-out-of-range`.
 */
export function monitoringChart(rates: FailureRates): BarrierChart {
  const { adequate, inadequate } = possibleRates(rates);
  return likelihoodRatioChart({ assumed: adequate, alternative: inadequate });
}

/**
 * The scores from the first case after the signal of competence, and the 1-based case of the alarm among them, or null.
 *
 * `failures`: 1 for a failure, 0 for a success, oldest first. Throws `statistics/outcome-not-binary`,
 * `statistics/not-positive` and the errors of {@link monitoringChart}.
 */
export function monitoringCusum(
  { rates, limit }: { readonly rates: FailureRates; readonly limit: number },
  failures: readonly number[],
): { readonly path: number[]; readonly alarmCase: number | null } {
  const path = chartPath(monitoringChart(rates), failures);
  return { path, alarmCase: firstSignal(path, limit) };
}

/**
 * The exact limit of a monitoring design. Answers are kept. Throws the errors of `limitWithin` and
 * {@link monitoringChart}.
 */
export const calibrateMonitoring: (design: MonitoringDesign) => ExactLimit = rememberByKey(
  ({ rates, horizon, falseAlarmTarget }) =>
    [rates.adequate, rates.inadequate, horizon, falseAlarmTarget].join('|'),
  ({ rates, horizon, falseAlarmTarget }) =>
    limitWithin({
      chart: monitoringChart(rates),
      failureRate: rates.adequate,
      horizon,
      target: falseAlarmTarget,
    }),
);
