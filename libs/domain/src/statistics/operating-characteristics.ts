import { signalProbability } from './chart-distribution';
import type { CompetenceRule } from './competence-state';
import { lcCusumChart } from './lc-cusum';
import { monitoringChart } from './monitoring-cusum';

/** How somebody who always fails at one rate looks to the charts of a rule. */
export interface OperatingPoint {
  /** The constant failure rate, strictly between 0 and 1. */
  readonly failureRate: number;
  /** P(signal of competence within the horizon), from the first case on, 0..1. */
  readonly signal: number;
  /** P(alarm within the horizon), from the first case after the signal on, 0..1. */
  readonly alarm: number;
}

/**
 * What the charts of a rule make of constant failure rates within `horizon` cases: computed on the exact distributions
 * of both charts, so that no promise has to be believed. Between the two rates of the rule nothing is promised.
 *
 * Throws `statistics/rate-out-of-range`, `statistics/count-invalid`, `statistics/horizon-too-long` and the errors of the
 * charts. Source: Brook & Evans, Biometrika 1972;59:539, on exact states.
 */
export function operatingCharacteristics(
  rule: Pick<CompetenceRule, 'rates' | 'lcLimit' | 'monitoringLimit'>,
  { failureRates, horizon }: { readonly failureRates: readonly number[]; readonly horizon: number },
): OperatingPoint[] {
  const signal = { chart: lcCusumChart(rule.rates), limit: rule.lcLimit };
  const alarm = { chart: monitoringChart(rule.rates), limit: rule.monitoringLimit };
  return failureRates.map((failureRate) => ({
    failureRate,
    signal: signalProbability({ ...signal, failureRate }, horizon),
    alarm: signalProbability({ ...alarm, failureRate }, horizon),
  }));
}
