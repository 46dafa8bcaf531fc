import { DomainError } from '../refusal';
import { binaryOutcomes, openRate, positiveNumber } from './preconditions';

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
 * Throws `statistics/rate-out-of-range`, or `statistics/rates-equal` if there is nothing to tell apart.
 */
export function likelihoodRatioChart({ assumed, alternative }: Hypotheses): BarrierChart {
  openRate(assumed, 'assumed');
  openRate(alternative, 'alternative');
  const failure = Math.log(alternative / assumed);
  const success = Math.log((1 - alternative) / (1 - assumed));
  if (failure > 0 && success < 0) return { up: failure, down: -success, upOn: 'failure' };
  if (failure < 0 && success > 0) return { up: success, down: -failure, upOn: 'success' };
  throw new DomainError('statistics/rates-equal', 'the two failure rates must differ', 'alternative');
}

/** The chance that a case moves the score up, at a constant failure rate. */
export function upProbability(chart: BarrierChart, failureRate: number): number {
  return chart.upOn === 'failure' ? failureRate : 1 - failureRate;
}

/**
 * The score after each case, oldest first. `failures` holds 1 for a failure and 0 for a success; no case gives no score.
 *
 * Throws `statistics/outcome-not-binary`.
 */
export function chartPath(chart: BarrierChart, failures: readonly number[]): number[] {
  const upOutcome = chart.upOn === 'failure' ? 1 : 0;
  let score = 0;
  return binaryOutcomes(failures, 'failures').map((outcome) => {
    score = Math.max(0, outcome === upOutcome ? score + chart.up : score - chart.down);
    return score;
  });
}

/** The 1-based number of the first case with a score at the limit or above, or null. */
export function firstSignal(path: readonly number[], limit: number): number | null {
  positiveNumber(limit, 'limit');
  const index = path.findIndex((score) => score >= limit - SCORE_TOLERANCE);
  return index < 0 ? null : index + 1;
}

/** The first case at which the chart can signal at all: the cases in a row that climb from zero to the limit. */
export function earliestSignal(chart: BarrierChart, limit: number): number {
  positiveNumber(limit, 'limit');
  return Math.max(1, Math.ceil((limit - SCORE_TOLERANCE) / chart.up));
}
