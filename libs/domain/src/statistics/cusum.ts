import { DomainError } from '../refusal';
import { chartPath, likelihoodRatioChart, SCORE_TOLERANCE } from './barrier-chart';
import { possibleRates, type FailureRates } from './failure-rates';
import { binaryOutcomes, FINEST_DISTANCE, openRate } from './preconditions';

/**
 * The classic cumulative-sum chart of procedural training: a repeated sequential probability ratio test.
 *
 * It is a drawing that people know, not the rule for competence: without a floor early failures are a debt for ever,
 * and a test repeated over a career has no fixed error rate. The rule is the LC-CUSUM.
 * Source: Kestin, Br J Anaesth 1995;75:805; Wald, Sequential Analysis, 1947.
 */

/** What defines the chart: two failure rates and the two error rates of one decision. */
export interface CusumDesign {
  readonly rates: FailureRates;
  /** Chance of the verdict "inadequate" for someone adequate; strictly between 0 and 1. */
  readonly alpha: number;
  /** Chance of the verdict "adequate" for someone inadequate; strictly between 0 and 1, alpha + beta < 1. */
  readonly beta: number;
}

/** The parameters of the chart. Scores are in cases: a failure adds 1 - s, a success subtracts s. */
export interface CusumParameters {
  /** ln(inadequate/adequate), nats. */
  readonly failureEvidence: number;
  /** ln((1-adequate)/(1-inadequate)), nats. */
  readonly successEvidence: number;
  /** ln((1-beta)/alpha), nats. */
  readonly upperEvidence: number;
  /** ln((1-alpha)/beta), nats. */
  readonly lowerEvidence: number;
  /** s, the score of a success. */
  readonly successStep: number;
  /** h0 > 0: crossing -h0 from above speaks for the adequate rate. */
  readonly lowerLimit: number;
  /** h1 > 0: crossing +h1 from below speaks for the inadequate rate. */
  readonly upperLimit: number;
  /** Successes in a row that reach the lower limit. */
  readonly fewestSuccesses: number;
  /** Failures in a row that reach the upper limit. */
  readonly fewestFailures: number;
  /** Wald's expected number of cases to a verdict at the adequate rate. */
  readonly expectedCasesIfAdequate: number;
  /** Wald's expected number of cases to a verdict at the inadequate rate. */
  readonly expectedCasesIfInadequate: number;
}

/** One verdict of the repeated test, at a 1-based case number. */
export interface CusumVerdict {
  readonly caseNumber: number;
  readonly verdict: 'acceptable' | 'unacceptable';
}

function casesToReach(limit: number, step: number): number {
  return Math.ceil(limit / step - SCORE_TOLERANCE);
}

/**
 * P = ln(pu/pa), Q = ln((1-pa)/(1-pu)), a = ln((1-beta)/alpha), b = ln((1-alpha)/beta), s = Q/(P+Q), h0 = b/(P+Q),
 * h1 = a/(P+Q); expected cases (h0(1-alpha) - alpha h1)/(s-pa) and (h1(1-beta) - beta h0)/(pu-s).
 *
 * Throws `statistics/rates-reversed`, `statistics/rate-out-of-range`, or `statistics/error-rates-too-large` where
 * alpha + beta is not below 1 by at least a millionth, which leaves no room between the limits. Sources: Kestin, Br J
 * Anaesth 1995;75:805; Wald, Sequential Analysis, 1947, for the expected cases.
 */
export function cusumParameters({ rates, alpha, beta }: CusumDesign): CusumParameters {
  const { adequate, inadequate } = possibleRates(rates);
  openRate(alpha, 'alpha');
  openRate(beta, 'beta');
  if (alpha + beta > 1 - FINEST_DISTANCE) {
    throw new DomainError('statistics/error-rates-too-large', 'alpha + beta must be below 1', 'alpha');
  }
  const failureEvidence = Math.log(inadequate / adequate);
  const successEvidence = Math.log((1 - adequate) / (1 - inadequate));
  const upperEvidence = Math.log((1 - beta) / alpha);
  const lowerEvidence = Math.log((1 - alpha) / beta);
  const unit = failureEvidence + successEvidence;
  const successStep = successEvidence / unit;
  const lowerLimit = lowerEvidence / unit;
  const upperLimit = upperEvidence / unit;
  return {
    failureEvidence,
    successEvidence,
    upperEvidence,
    lowerEvidence,
    successStep,
    lowerLimit,
    upperLimit,
    fewestSuccesses: casesToReach(lowerLimit, successStep),
    fewestFailures: casesToReach(upperLimit, 1 - successStep),
    expectedCasesIfAdequate: (lowerLimit * (1 - alpha) - alpha * upperLimit) / (successStep - adequate),
    expectedCasesIfInadequate: (upperLimit * (1 - beta) - beta * lowerLimit) / (inadequate - successStep),
  };
}

/**
 * The chart without a floor, and its verdicts. After a verdict the test starts again from the value where the line was
 * crossed; papers differ on this point (Starkie & Drake, Can J Anesth 2013;60:1228), so it is settled here.
 *
 * `failures`: 1 for a failure, 0 for a success, oldest first. Throws `statistics/outcome-not-binary` and the errors of
 * {@link cusumParameters}.
 */
export function repeatedSprt(
  design: CusumDesign,
  failures: readonly number[],
): { readonly path: number[]; readonly verdicts: CusumVerdict[] } {
  const { successStep, lowerLimit, upperLimit } = cusumParameters(design);
  const verdicts: CusumVerdict[] = [];
  let score = 0;
  let baseline = 0;
  const path = binaryOutcomes(failures, 'failures').map((failure, index) => {
    score += failure - successStep;
    const low = score - baseline <= -lowerLimit + SCORE_TOLERANCE;
    if (low || score - baseline >= upperLimit - SCORE_TOLERANCE) {
      verdicts.push({ caseNumber: index + 1, verdict: low ? 'acceptable' : 'unacceptable' });
      baseline = score;
    }
    return score;
  });
  return { path, verdicts };
}

/**
 * The learning phase as R package `cusumr` draws it: min(0, S - s) on success, min(0, S + 1 - s) on failure. It is the
 * LC-CUSUM upside down, divided by P + Q. Errors as {@link repeatedSprt} without the error rates.
 */
export function holdingBarrierScores(rates: FailureRates, failures: readonly number[]): number[] {
  const { adequate, inadequate } = possibleRates(rates);
  const chart = likelihoodRatioChart({ assumed: inadequate, alternative: adequate });
  return chartPath(chart, failures).map((score) => (score === 0 ? 0 : -score / (chart.up + chart.down)));
}
