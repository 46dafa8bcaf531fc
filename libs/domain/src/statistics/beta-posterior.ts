import { DomainError } from '../refusal';
import {
  binaryOutcomes,
  caseCount,
  MOST_CASES,
  openRate,
  positiveNumber,
  probabilityIn,
  wholeCount,
} from './preconditions';
import { betaCdf, betaQuantile, betaUpperTail, LARGEST_SHAPE, logBeta } from './special-functions';

/**
 * How sure are we of a success rate: a Beta distribution, updated by counted successes and failures. It answers "how
 * sure", not "competent yet": looked at after every case it is no test with a fixed error rate.
 *
 * Source: Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.4.
 */
export interface BetaDistribution {
  /** Successes it is worth, above zero. */
  readonly a: number;
  /** Failures it is worth, above zero. */
  readonly b: number;
}

/** Successes and failures, whole numbers. */
export interface OutcomeCounts {
  readonly successes: number;
  readonly failures: number;
}

/** The uniform prior: worth one success and one failure. */
export const UNIFORM_PRIOR: BetaDistribution = { a: 1, b: 1 };

/** Default retention per case for "now": about the last 20 cases count. For the record it is 1. */
export const DEFAULT_RETENTION = 0.95;

/** Default success rate that a fellow is asked to reach. */
export const DEFAULT_TARGET_RATE = 0.8;

/**
 * Guards a distribution: both worths above zero and at most a million. Throws `statistics/not-positive` or
 * `statistics/shape-too-large`.
 */
export function possibleBeta(distribution: BetaDistribution): BetaDistribution {
  for (const [field, worth] of [
    ['a', distribution.a],
    ['b', distribution.b],
  ] as const) {
    if (positiveNumber(worth, field) > LARGEST_SHAPE) {
      throw new DomainError('statistics/shape-too-large', `${field} must not exceed ${LARGEST_SHAPE}`, field);
    }
  }
  return distribution;
}

/**
 * Beta(a + successes, b + failures). Throws `statistics/count-invalid`, `statistics/not-positive`, or
 * `statistics/shape-too-large` for a prior or a posterior worth more than a million cases of one outcome.
 */
export function betaPosterior(prior: BetaDistribution, counts: OutcomeCounts): BetaDistribution {
  const { a, b } = possibleBeta(prior);
  return possibleBeta({
    a: a + wholeCount(counts.successes, 'successes'),
    b: b + wholeCount(counts.failures, 'failures'),
  });
}

/**
 * The posterior for a skill that drifts: before each case the evidence shrinks towards the prior by the retention,
 * a <- a0 + retention (a - a0) + y and b <- b0 + retention (b - b0) + (1 - y), oldest case first.
 *
 * `successes`: 1 for a success, 0 for a failure. `retention` in 0..1; 1 keeps everything, and below 1 the evidence is
 * worth at most 1/(1-retention) cases. Throws `statistics/probability-out-of-range`, `statistics/outcome-not-binary`,
 * `statistics/not-positive` or `statistics/shape-too-large`.
 */
export function discountedPosterior(
  prior: BetaDistribution,
  successes: readonly number[],
  retention: number,
): BetaDistribution {
  const { a: a0, b: b0 } = possibleBeta(prior);
  probabilityIn(retention, 'retention');
  return binaryOutcomes(successes, 'successes').reduce<BetaDistribution>(
    ({ a, b }, y) => ({ a: a0 + retention * (a - a0) + y, b: b0 + retention * (b - b0) + (1 - y) }),
    { a: a0, b: b0 },
  );
}

/** a/(a+b): the mean rate, and the probability that the next case succeeds. Errors as {@link possibleBeta}. */
export function meanRate(distribution: BetaDistribution): number {
  const { a, b } = possibleBeta(distribution);
  return a / (a + b);
}

/** The standard deviation of the rate, sqrt(ab / ((a+b)^2 (a+b+1))). Errors as {@link possibleBeta}. */
export function rateDeviation(distribution: BetaDistribution): number {
  const { a, b } = possibleBeta(distribution);
  return Math.sqrt((a * b) / (a + b + 1)) / (a + b);
}

/**
 * The central interval that holds the rate with probability `level` (strictly between 0 and 1).
 *
 * Throws `statistics/rate-out-of-range`, `statistics/not-positive`, `statistics/shape-too-large`, or
 * `statistics/not-computable` for worths so small that no end is found.
 */
export function credibleInterval(
  distribution: BetaDistribution,
  level: number,
): { low: number; high: number } {
  const { a, b } = possibleBeta(distribution);
  const tail = (1 - openRate(level, 'level')) / 2;
  return { low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b) };
}

/**
 * P(rate >= `target`) = 1 - I_target(a, b), `target` in 0..1. Throws `statistics/probability-out-of-range` or as
 * {@link possibleBeta}.
 */
export function probabilityOfReaching(distribution: BetaDistribution, target: number): number {
  const { a, b } = possibleBeta(distribution);
  return betaUpperTail(probabilityIn(target, 'target'), a, b);
}

/**
 * P(k of the next `cases` succeed) for k = 0 … `cases`: C(m,k) B(a+k, b+m-k) / B(a,b).
 *
 * Throws `statistics/count-invalid`, `statistics/too-many-cases` above 262,144 cases, or as {@link possibleBeta}.
 */
export function predictiveProbabilities(distribution: BetaDistribution, cases: number): number[] {
  const { a, b } = possibleBeta(distribution);
  const m = caseCount(cases, 'cases');
  const base = logBeta(a, b) + Math.log(m + 1);
  return Array.from({ length: m + 1 }, (_, k) =>
    Math.exp(logBeta(a + k, b + m - k) - logBeta(k + 1, m - k + 1) - base),
  );
}

/** What a clean or nearly clean record must show: P(rate >= target) >= confidence with so many failures. */
export interface ConfidenceGoal {
  /** Success rate to reach, strictly between 0 and 1. */
  readonly target: number;
  /** Probability to reach, strictly between 0 and 1. */
  readonly confidence: number;
  /** Failures on the record. */
  readonly failures: number;
}

/** Probabilities that differ by less are equal: 1 - 0.9 is not exactly 0.1. */
const ROUNDING = 1e-12;

/**
 * The smallest number of cases, failures included, that reaches the goal.
 *
 * Throws `statistics/rate-out-of-range`, `statistics/count-invalid`, `statistics/not-positive`,
 * `statistics/shape-too-large`, or `statistics/goal-out-of-reach` where 262,144 successes do not suffice.
 */
export function fewestCasesFor(prior: BetaDistribution, goal: ConfidenceGoal): number {
  const { a, b } = possibleBeta(prior);
  openRate(goal.target, 'target');
  openRate(goal.confidence, 'confidence');
  const failures = wholeCount(goal.failures, 'failures');
  const reached = (successes: number): boolean =>
    betaCdf(goal.target, a + successes, b + failures) <= 1 - goal.confidence + ROUNDING;
  if (reached(0)) return failures;
  let missed = 0;
  let enough = 1;
  while (!reached(enough)) {
    missed = enough;
    enough *= 2;
    if (enough > MOST_CASES) {
      throw new DomainError(
        'statistics/goal-out-of-reach',
        'no record of this length reaches the goal',
        'target',
      );
    }
  }
  while (enough - missed > 1) {
    const middle = (missed + enough) >> 1;
    if (reached(middle)) enough = middle;
    else missed = middle;
  }
  return failures + enough;
}
