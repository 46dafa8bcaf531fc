import { shareOfWeeks } from './forecast-count';
import { possibleRate, type CaseRate } from './forecast-rate';
import { wholeCount } from './preconditions';
import { betaUpperTail } from './special-functions';

/**
 * The cases that are expected to be missing after `weeks` on-service weeks if `remaining` more are needed:
 * E max(0, r - N) = sum over k < r of (r-k) P(N=k), in cases, 0 … `remaining`.
 *
 * The sum is taken in closed form, r P(N < r) - E(N) P(N' < r-1) with N' of size a+1, because k P(N=k) is a negative
 * binomial of that size moved by one; over-dispersion phi divides r and the weeks, and multiplies the result.
 * Throws `statistics/count-invalid`, `statistics/negative`, `statistics/not-positive` or `statistics/shape-too-large`.
 * Source: NIST DLMF 8.17(iv) for the sums; the model is that of Gajewski, Simon & Carlson, Stat Med 2008;27:2328.
 */
export function expectedShortfall(
  rate: CaseRate,
  { remaining, weeks }: { readonly remaining: number; readonly weeks: number },
): number {
  const { a, b, overDispersion } = possibleRate(rate);
  const share = shareOfWeeks(rate, weeks);
  if (wholeCount(remaining, 'remaining') === 0) return 0;
  const r = remaining / overDispersion;
  const moved = r > 1 ? betaUpperTail(share, r - 1, a + 1) : 0;
  const met = moved > 0 ? ((a * (weeks / overDispersion)) / b) * moved : 0;
  const missing = r * betaUpperTail(share, r, a) - met;
  return Math.min(remaining, Math.max(0, overDispersion * missing));
}
