import { DomainError } from '../refusal';
import { probabilityOfAtLeast, probabilityOfAtMost } from './binomial';
import {
  binaryOutcomes,
  nonEmpty,
  openRate,
  positiveCount,
  probabilityIn,
  wholeCount,
} from './preconditions';

/** Forecasts that were shown, and what came of them. Both lists in the same order. */
export interface ResolvedForecasts {
  /** The probabilities as shown, 0..1. */
  readonly probabilities: readonly number[];
  /** 1 if it happened, 0 if not. */
  readonly outcomes: readonly number[];
}

/** How well probabilities matched outcomes. */
export interface CalibrationScores {
  /** Mean squared error, 0 (perfect) to 1. */
  readonly brier: number;
  /** Mean of -ln(probability given to what happened), nats, 0 is perfect. */
  readonly logScore: number;
  readonly meanProbability: number;
  readonly meanOutcome: number;
  /** Spiegelhalter's z; |z| > 1.96 speaks for miscalibration. Null where every forecast was 0, 0.5 or 1. */
  readonly spiegelhalterZ: number | null;
}

/** Resolved forecasts that must exist before a forecast is shown with decimals. */
export const FEWEST_RESOLVED_FORECASTS = 30;

function checked(forecasts: ResolvedForecasts): ResolvedForecasts {
  nonEmpty(forecasts.probabilities, 'probabilities').forEach((p) => probabilityIn(p, 'probabilities'));
  binaryOutcomes(forecasts.outcomes, 'outcomes');
  if (forecasts.probabilities.length !== forecasts.outcomes.length) {
    throw new DomainError('statistics/lengths-differ', 'each forecast needs its outcome', 'outcomes');
  }
  return forecasts;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function logLoss(p: number, outcome: number): number {
  const given = outcome === 1 ? p : 1 - p;
  if (given > 0) return -Math.log(given);
  throw new DomainError('statistics/impossible-happened', 'a forecast of 0 or 1 was wrong', 'probabilities');
}

/**
 * Brier score, log score and Spiegelhalter's z = sum (y-p)(1-2p) / sqrt(sum (1-2p)^2 p(1-p)).
 *
 * Throws `statistics/empty`, `statistics/lengths-differ`, `statistics/probability-out-of-range`,
 * `statistics/outcome-not-binary`, or `statistics/impossible-happened` where a forecast of 0 or 1 was wrong, which has no
 * finite log score. Sources: Brier, Mon Weather Rev 1950;78:1; Spiegelhalter, Stat Med 1986;5:421.
 */
export function calibrationScores(forecasts: ResolvedForecasts): CalibrationScores {
  const { probabilities, outcomes } = checked(forecasts);
  const pairs = probabilities.map((p, k) => ({ p, y: outcomes[k] as number }));
  const excess = pairs.reduce((sum, { p, y }) => sum + (y - p) * (1 - 2 * p), 0);
  const variance = pairs.reduce((sum, { p }) => sum + (1 - 2 * p) ** 2 * p * (1 - p), 0);
  return {
    brier: mean(pairs.map(({ p, y }) => (y - p) ** 2)),
    logScore: mean(pairs.map(({ p, y }) => logLoss(p, y))),
    meanProbability: mean(probabilities),
    meanOutcome: mean(outcomes),
    spiegelhalterZ: variance > 0 ? excess / Math.sqrt(variance) : null,
  };
}

/** More bins than this no page shows. */
const MOST_BINS = 1000;

/** The forecasts of one range of probability. The means are null where there is none. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanProbability: number | null;
  readonly meanOutcome: number | null;
}

/**
 * The forecasts in `bins` equally wide ranges of probability, lower end included; the last holds 1 as well.
 *
 * `bins` 1 to 1,000. Errors as {@link calibrationScores} but for `statistics/impossible-happened`, and
 * `statistics/count-invalid` or `statistics/too-many-bins`. Source: the reliability diagram of Murphy & Winkler, Appl Stat
 * 1977;26:41.
 */
export function calibrationBins(forecasts: ResolvedForecasts, bins = 5): CalibrationBin[] {
  const { probabilities, outcomes } = checked(forecasts);
  if (positiveCount(bins, 'bins') > MOST_BINS) {
    throw new DomainError('statistics/too-many-bins', `bins must not exceed ${MOST_BINS}`, 'bins');
  }
  const width = 1 / bins;
  const binOf = probabilities.map((p) => Math.min(bins - 1, Math.floor(p * bins)));
  return Array.from({ length: bins }, (_, bin) => {
    const inBin = (values: readonly number[]): number[] => values.filter((_value, k) => binOf[k] === bin);
    const count = inBin(outcomes).length;
    return {
      from: bin * width,
      to: (bin + 1) * width,
      count,
      meanProbability: count > 0 ? mean(inBin(probabilities)) : null,
      meanOutcome: count > 0 ? mean(inBin(outcomes)) : null,
    };
  });
}

/** How often intervals held what came, against what they promised. */
export interface IntervalCoverage {
  /** inside / total. */
  readonly coverage: number;
  /** Exact two-sided binomial p-value of the promised coverage. */
  readonly pValue: number;
}

/**
 * The share of intervals that held, and the exact binomial p-value of the promised share `nominal`: twice the smaller
 * tail, at most 1.
 *
 * Throws `statistics/rate-out-of-range` (nominal), `statistics/count-invalid` or `statistics/events-exceed-trials`.
 * Source: Clopper & Pearson, Biometrika 1934;26:404.
 */
export function intervalCoverage(
  { inside, total }: { readonly inside: number; readonly total: number },
  nominal: number,
): IntervalCoverage {
  openRate(nominal, 'nominal');
  if (wholeCount(inside, 'inside') > positiveCount(total, 'total')) {
    throw new DomainError('statistics/events-exceed-trials', 'more intervals held than there are', 'inside');
  }
  const trials = { n: total, rate: nominal };
  const tail = Math.min(probabilityOfAtMost(inside, trials), probabilityOfAtLeast(inside, trials));
  return { coverage: inside / total, pValue: Math.min(1, 2 * tail) };
}

/** What the coverage of the 80 % date intervals says of their width. */
export const intervalWidths = ['too narrow', 'too wide', 'as promised'] as const;

/** One of {@link intervalWidths}. */
export type IntervalWidth = (typeof intervalWidths)[number];

/**
 * Intervals that promise 80 % are too narrow below 70 % coverage and too wide above 90 %, in both cases only where
 * chance explains it with p < 0.05 at most. `dispersionAfterCoverage` says by how much the forecast's over-dispersion
 * changes then. The cut-offs are the product's own choices. Throws `statistics/probability-out-of-range`.
 */
export function intervalWidth({ coverage, pValue }: IntervalCoverage): IntervalWidth {
  probabilityIn(coverage, 'coverage');
  if (probabilityIn(pValue, 'pValue') >= 0.05) return 'as promised';
  if (coverage < 0.7) return 'too narrow';
  return coverage > 0.9 ? 'too wide' : 'as promised';
}
