import { nonEmpty, openRate, probabilityIn } from './preconditions';

/** Room for rounding where a p-value equals its threshold in exact arithmetic. */
const ROUNDING = 1 + 1e-12;

/**
 * The indices, ascending, of the hypotheses that Benjamini and Hochberg's step-up rule rejects with false discovery
 * rate `q`: all p-values up to the largest p_(i) <= i q / m.
 *
 * Throws `statistics/empty`, `statistics/rate-out-of-range` (q) or `statistics/probability-out-of-range` (a p-value).
 * Source: Benjamini & Hochberg, J R Stat Soc B 1995;57:289.
 */
export function benjaminiHochberg(pValues: readonly number[], q: number): number[] {
  openRate(q, 'q');
  nonEmpty(pValues, 'pValues').forEach((p) => probabilityIn(p, 'pValues'));
  const order = pValues
    .map((_, index) => index)
    .sort((x, y) => (pValues[x] as number) - (pValues[y] as number));
  const count = order.findLastIndex(
    (index, rank) => (pValues[index] as number) <= ((rank + 1) * q * ROUNDING) / pValues.length,
  );
  return order.slice(0, count + 1).sort((x, y) => x - y);
}
