import { signalProbabilities } from './chart-distribution';
import type { CompetenceRule } from './competence-state';
import { lcCusumChart } from './lc-cusum';
import { monitoringChart } from './monitoring-cusum';
import { wholeCount } from './preconditions';
import { rememberByKey } from './remember-by-key';

/** A light of competence, as far as chance goes. */
export interface ChartedLight {
  readonly rule: Pick<CompetenceRule, 'rates' | 'lcLimit' | 'monitoringLimit'>;
  /** Judged cases under the learning chart. */
  readonly learning: number;
  /** Judged cases under the monitoring chart, after a signal. */
  readonly monitored: number;
}

/** Lights that chance alone is expected to set. */
export interface FalseLights {
  /** Signals, if everybody stayed at the inadequate rate. */
  readonly signals: number;
  /** Alarms, if everybody with a signal is at the adequate rate. */
  readonly alarms: number;
}

/** Chances are looked up for as many cases as this, and for more as for these. */
const MOST_CASES = 400;

type Limits = Pick<CompetenceRule, 'lcLimit' | 'monitoringLimit' | 'rates'>;

const keyOf = ({ rates, lcLimit, monitoringLimit }: Limits): string =>
  [rates.adequate, rates.inadequate, lcLimit, monitoringLimit].join('|');

const falseSignals = rememberByKey(keyOf, ({ rates, lcLimit: limit }: Limits) =>
  signalProbabilities({ chart: lcCusumChart(rates), limit, failureRate: rates.inadequate }, MOST_CASES),
);
const falseAlarms = rememberByKey(keyOf, ({ rates, monitoringLimit: limit }: Limits) =>
  signalProbabilities({ chart: monitoringChart(rates), limit, failureRate: rates.adequate }, MOST_CASES),
);

/**
 * How many of these lights chance alone is expected to set: the sum of the exact chances of a signal at the inadequate rate
 * within the cases under each learning chart, and of an alarm at the adequate rate within those under each monitoring
 * chart. The first is a bound, for nobody knows who is at that rate. Throws `statistics/count-invalid` and the errors of
 * the charts. Source: linearity of expectations, on the exact distributions of `signalProbabilities`.
 */
export function expectedFalseLights(lights: readonly ChartedLight[]): FalseLights {
  const within = (chances: readonly number[], cases: number) =>
    cases === 0 ? 0 : (chances[Math.min(cases, chances.length) - 1] ?? 0);
  return lights.reduce(
    ({ signals, alarms }, { rule, learning, monitored }) => ({
      signals: signals + within(falseSignals(rule), wholeCount(learning, 'learning')),
      alarms: alarms + within(falseAlarms(rule), wholeCount(monitored, 'monitored')),
    }),
    { signals: 0, alarms: 0 },
  );
}
