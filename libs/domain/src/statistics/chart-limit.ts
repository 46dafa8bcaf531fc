import { DomainError } from '../refusal';
import { possibleChart, SCORE_TOLERANCE, type BarrierChart } from './barrier-chart';
import { signalProbability } from './chart-distribution';
import { openRate, positiveCount } from './preconditions';

/** What a limit must hold: P(signal by case `horizon` | `failureRate`) at the `target`. */
export interface LimitQuestion {
  readonly chart: BarrierChart;
  /** The failure rate at which a signal is false, strictly between 0 and 1. */
  readonly failureRate: number;
  /** Number of cases over which false signals count, one or more. */
  readonly horizon: number;
  /** Highest accepted chance of a false signal over the horizon, strictly between 0 and 1. */
  readonly target: number;
}

/** An exact limit. Every limit in (`openLower`, `limit`] gives the same chart over the horizon. */
export interface ExactLimit {
  readonly limit: number;
  readonly openLower: number;
  /** The value to store and to compare with: rounding it in print changes nothing, rounding `limit` may. */
  readonly midpoint: number;
  /** The chance of a false signal over the horizon that the limit really gives. */
  readonly achieved: number;
}

/** The longest horizon for which a limit is searched: the number of attainable scores grows with its square. */
const LONGEST_CALIBRATION = 2000;

/** Scores that the chart can attain within the horizon, ascending, each once. */
function attainableScores({ up, down }: BarrierChart, horizon: number): number[] {
  const scores: number[] = [];
  for (let ups = 1; ups <= horizon; ups++) {
    for (let downs = 0; ups + downs <= horizon; downs++) {
      const score = ups * up - downs * down;
      if (score <= SCORE_TOLERANCE) break;
      scores.push(score);
    }
  }
  const sorted = Float64Array.from(scores).sort();
  return [...sorted.filter((score, k) => k === 0 || score - (sorted[k - 1] as number) > SCORE_TOLERANCE)];
}

function achievedAt(question: LimitQuestion, limit: number): number {
  const { chart, failureRate } = question;
  return signalProbability({ chart, limit, failureRate }, question.horizon);
}

function candidates(question: LimitQuestion): number[] {
  possibleChart(question.chart);
  openRate(question.target, 'target');
  openRate(question.failureRate, 'failureRate');
  if (positiveCount(question.horizon, 'horizon') > LONGEST_CALIBRATION) {
    throw new DomainError(
      'statistics/horizon-too-long',
      `horizon must not exceed ${LONGEST_CALIBRATION}`,
      'horizon',
    );
  }
  return attainableScores(question.chart, question.horizon);
}

/** The first index below `count` that holds, or `count`; whatever follows one that holds must hold too. */
function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The index of the first score whose chance of a false signal is at most the target, or `scores.length`. */
function firstWithin(question: LimitQuestion, scores: readonly number[]): number {
  return firstIndex(scores.length, (k) => achievedAt(question, scores[k] as number) <= question.target);
}

function exactLimit(question: LimitQuestion, scores: readonly number[], index: number): ExactLimit {
  const limit = scores[index] as number;
  const openLower = scores[index - 1] ?? 0;
  return { limit, openLower, midpoint: (openLower + limit) / 2, achieved: achievedAt(question, limit) };
}

/**
 * The smallest attainable score whose chance of a false signal over the horizon is at most the target, found on the
 * exact distribution instead of by simulation (whose answers for one design differ in the first decimal).
 *
 * Throws `statistics/target-unattainable` if even a perfect run signals too often, `statistics/horizon-too-long` above
 * {@link LONGEST_CALIBRATION} cases, `statistics/count-invalid`, `statistics/rate-out-of-range`, and for an impossible
 * chart `statistics/not-positive` or `statistics/outcome-unknown`.
 * Source: the calibration of Biau et al., Stat Med 2008/2010, made exact.
 */
export function limitWithin(question: LimitQuestion): ExactLimit {
  const scores = candidates(question);
  const index = firstWithin(question, scores);
  if (index < scores.length) return exactLimit(question, scores, index);
  throw new DomainError(
    'statistics/target-unattainable',
    'no limit keeps false signals this rare over so few cases',
    'target',
  );
}

/**
 * The attainable score whose chance of a false signal over the horizon is nearest the target, above or below it; the
 * rule of R package `cusum` (cusum_limit_exact). Errors as {@link limitWithin}, save `statistics/target-unattainable`.
 */
export function limitNearest(question: LimitQuestion): ExactLimit {
  const scores = candidates(question);
  const index = firstWithin(question, scores);
  const above = exactLimit(question, scores, Math.max(0, index - 1));
  if (index === 0 || index === scores.length) return above;
  // Of scores that no run has as its highest, the chance is that of the next score up: take the one that a run has.
  const { achieved } = exactLimit(question, scores, index);
  const rarer = firstIndex(scores.length, (k) => achievedAt(question, scores[k] as number) < achieved);
  const within = exactLimit(question, scores, rarer - 1);
  return question.target - within.achieved <= above.achieved - question.target ? within : above;
}
