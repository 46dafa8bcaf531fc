import { DomainError } from '../refusal';
import {
  binaryOutcomes,
  FINEST_DISTANCE,
  finiteNumber,
  openRate,
  positiveNumber,
  probabilityIn,
} from './preconditions';

/**
 * A cumulative log-likelihood-ratio chart with a floor at zero:
 * S_t = max(0, S_{t-1} + up) or max(0, S_{t-1} - down), S_0 = 0, signal at the first S_t >= limit.
 *
 * Source: Page, Biometrika 1954;41:100; with binary outcomes Steiner et al., Biostatistics 2000;1:441.
 */
export interface BarrierChart {
  /** Step in favor of the alternative, in nats, above zero. */
  readonly up: number;
  /** Step against it, in nats, above zero. */
  readonly down: number;
  /** The outcome that moves the score up. */
  readonly upOn: 'failure' | 'success';
}

/**
 * Guards a chart. Throws `statistics/not-positive` for a step that is not a number above zero, or
 * `statistics/outcome-unknown` for a chart that neither outcome moves up.
 */
export function possibleChart(chart: BarrierChart): BarrierChart {
  positiveNumber(chart.up, 'up');
  positiveNumber(chart.down, 'down');
  if (['failure', 'success'].includes(chart.upOn)) return chart;
  throw new DomainError('statistics/outcome-unknown', 'the outcome must be failure or success', 'upOn');
}

/** The two failure rates that a chart weighs against each other, each strictly between 0 and 1. */
export interface Hypotheses {
  /** The failure rate assumed until the chart signals. */
  readonly assumed: number;
  /** The failure rate that a signal speaks for. */
  readonly alternative: number;
}

/** Scores that differ by less are equal: sums of the same steps in another order differ in the last bits only. */
export const SCORE_TOLERANCE = 1e-9;

/**
 * The chart for two hypotheses: failure scores ln(alternative/assumed), success ln((1-alternative)/(1-assumed)).
 *
 * Throws `statistics/rate-out-of-range`, or `statistics/rates-equal` for rates nearer to each other than a millionth.
 * Source: Page, Biometrika 1954;41:100.
 */
export function likelihoodRatioChart({ assumed, alternative }: Hypotheses): BarrierChart {
  openRate(assumed, 'assumed');
  openRate(alternative, 'alternative');
  if (!(Math.abs(alternative - assumed) >= FINEST_DISTANCE)) {
    throw new DomainError('statistics/rates-equal', 'the two failure rates must differ', 'alternative');
  }
  const failure = Math.log(alternative / assumed);
  const success = Math.log((1 - alternative) / (1 - assumed));
  return failure > 0
    ? { up: failure, down: -success, upOn: 'failure' }
    : { up: success, down: -failure, upOn: 'success' };
}

/**
 * The chance that a case moves the score up, at a constant failure rate, 0..1. Throws
 * `statistics/probability-out-of-range`.
 */
export function upProbability(chart: BarrierChart, failureRate: number): number {
  probabilityIn(failureRate, 'failureRate');
  return chart.upOn === 'failure' ? failureRate : 1 - failureRate;
}

/**
 * The score after each case, oldest first. `failures` holds 1 for a failure and 0 for a success; no case gives no score.
 *
 * Throws `statistics/outcome-not-binary`, and for an impossible chart `statistics/not-positive`,
 * `statistics/outcome-unknown` or, where steps add up beyond all numbers, `statistics/not-a-number`.
 */
export function chartPath(chart: BarrierChart, failures: readonly number[]): number[] {
  const upOutcome = possibleChart(chart).upOn === 'failure' ? 1 : 0;
  let score = 0;
  return binaryOutcomes(failures, 'failures').map((outcome) => {
    score = Math.max(0, outcome === upOutcome ? score + chart.up : score - chart.down);
    return finiteNumber(score, 'up');
  });
}

/**
 * The 1-based number of the first case with a score at the limit or above, or null. Throws `statistics/not-positive`
 * (limit) or `statistics/not-a-number` (a score).
 */
export function firstSignal(path: readonly number[], limit: number): number | null {
  positiveNumber(limit, 'limit');
  path.forEach((score) => finiteNumber(score, 'path'));
  const index = path.findIndex((score) => score >= limit - SCORE_TOLERANCE);
  return index < 0 ? null : index + 1;
}

/**
 * The first case at which the chart can signal at all: the cases in a row that climb from zero to the limit,
 * ceil(limit / up).
 *
 * Throws `statistics/not-positive`, `statistics/outcome-unknown`, or `statistics/signal-out-of-reach` where no whole
 * number of cases is large enough.
 */
export function earliestSignal(chart: BarrierChart, limit: number): number {
  positiveNumber(limit, 'limit');
  const cases = Math.max(1, Math.ceil((limit - SCORE_TOLERANCE) / possibleChart(chart).up));
  if (Number.isSafeInteger(cases)) return cases;
  throw new DomainError('statistics/signal-out-of-reach', 'the limit is beyond all cases', 'limit');
}
