import { FEWEST_RESOLVED_FORECASTS, intervalCoverage, intervalWidth } from './calibration';
import { LARGEST_DISPERSION } from './forecast-log';
import { positiveNumber, wholeCount } from './preconditions';
import { standardNormalQuantile } from './special-functions';

/** What the date intervals of a forecast promise. */
const PROMISED = 0.8;

/** The half width, in standard deviations, of a central normal interval with this coverage. */
function halfWidth(coverage: number): number {
  return standardNormalQuantile((1 + coverage) / 2);
}

/**
 * The over-dispersion to forecast with after a back-test of the 80 % intervals. It stays unless {@link intervalWidth} finds
 * them too narrow (coverage below 0.70) or too wide (above 0.90), with p < 0.05.
 *
 * By how much it changes is our choice: phi is a variance ratio, and intervals that hold the share c where 0.80 was
 * promised have the width of z((1+c)/2) standard deviations instead of z(0.90), so phi is multiplied by
 * (z(0.90) / z((1+c)/2))^2, with c = (inside + 1/2)/(total + 1) so that none or all inside stays finite. Too narrow
 * inflates it, to 4 at most; too wide shrinks it, to 1 at least.
 *
 * `phi` above zero. Throws `statistics/not-positive`, `statistics/count-invalid`, `statistics/events-exceed-trials` or
 * `statistics/shape-too-large` (over a million intervals).
 */
export function dispersionAfterCoverage(
  phi: number,
  intervals: { readonly inside: number; readonly total: number },
): number {
  positiveNumber(phi, 'phi');
  if (intervalWidth(intervalCoverage(intervals, PROMISED)) === 'as promised') return phi;
  const held = (intervals.inside + 0.5) / (intervals.total + 1);
  const factor = (halfWidth(PROMISED) / halfWidth(held)) ** 2;
  return Math.min(LARGEST_DISPERSION, Math.max(1, phi * factor));
}

/**
 * The decimals of a forecast's percentages and counts: none until 30 forecasts of the program are resolved, then one. A
 * decimal that nobody has checked yet claims too much. Throws `statistics/count-invalid`.
 */
export function forecastDigits(resolvedForecasts: number): 0 | 1 {
  return wholeCount(resolvedForecasts, 'resolvedForecasts') < FEWEST_RESOLVED_FORECASTS ? 0 : 1;
}
