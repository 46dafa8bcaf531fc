import { betaPosterior, credibleInterval, UNIFORM_PRIOR } from './beta-posterior';
import {
  calibrationBins,
  FEWEST_RESOLVED_FORECASTS,
  intervalCoverage,
  type CalibrationBin,
  type ResolvedForecasts,
} from './calibration';
import type { JudgedIntervals } from './forecast-back-test';
import { openRate } from './preconditions';

/** How often ranges held what came. */
export interface RangeFound {
  readonly held: number;
  /** 95 % interval of the share that holds, 0..1. */
  readonly low: number;
  readonly high: number;
  /** Exact two-sided binomial p-value of the promised share. */
  readonly pValue: number;
}

/** What is known of ranges that promise a share. */
export interface RangeStanding {
  readonly promised: number;
  /** Ranges whose days are over. */
  readonly resolved: number;
  /** Null below {@link FEWEST_RESOLVED_FORECASTS}: nothing is said. */
  readonly found: RangeFound | null;
}

/** Forecasts of one range of probability, with the 95 % interval of how often it happened; null where there is none. */
export interface BinStanding extends CalibrationBin {
  readonly low: number | null;
  readonly high: number | null;
}

/** The equal-tailed 95 % interval of a share. */
function shareInterval(successes: number, total: number): { low: number; high: number } {
  return credibleInterval(betaPosterior(UNIFORM_PRIOR, { successes, failures: total - successes }), 0.95);
}

/**
 * How often ranges held that promise `promised` (strictly between 0 and 1), with the 95 % interval of its Beta posterior and
 * the exact p-value; nothing below 30. Forecasts of one fellow lean on each other, and both take them as independent: they
 * claim rather too much than too little.
 *
 * Throws the errors of `intervalCoverage` and `statistics/shape-too-large`. Source: as `intervalCoverage`.
 */
export function rangeStanding(promised: number, { inside, total }: JudgedIntervals): RangeStanding {
  openRate(promised, 'promised');
  if (total < FEWEST_RESOLVED_FORECASTS) return { promised, resolved: total, found: null };
  const { pValue } = intervalCoverage({ inside, total }, promised);
  return { promised, resolved: total, found: { held: inside, ...shareInterval(inside, total), pValue } };
}

/**
 * How often it came as the probabilities said, in five bins with their 95 % intervals; null below 30 resolved forecasts.
 * Independence as in {@link rangeStanding}; errors as `calibrationBins`.
 */
export function binStandings(forecasts: ResolvedForecasts): readonly BinStanding[] | null {
  if (forecasts.probabilities.length < FEWEST_RESOLVED_FORECASTS) return null;
  return calibrationBins(forecasts).map((bin) => {
    const happened = Math.round((bin.meanOutcome ?? 0) * bin.count);
    return { ...bin, ...(bin.count === 0 ? { low: null, high: null } : shareInterval(happened, bin.count)) };
  });
}
