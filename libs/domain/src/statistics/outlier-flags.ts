import { benjaminiHochberg } from './benjamini-hochberg';
import {
  possibleBeta,
  predictiveProbabilities,
  type BetaDistribution,
  type OutcomeCounts,
} from './beta-posterior';
import { openRate, wholeCount } from './preconditions';

/** A record that lies farther from the cohort than chance explains; null: it does not. */
export type OutlierFlag = 'below' | 'above' | null;

/** Default share of flags that may be false. */
const FALSE_FLAGS = 0.1;

/** How likely so low, and so high, a number of successes is under the prior. */
interface Tails {
  readonly below: number;
  readonly above: number;
}

function tailsOf(prior: BetaDistribution, { successes, failures }: OutcomeCounts): Tails {
  const cases = wholeCount(successes, 'successes') + wholeCount(failures, 'failures');
  const chances = predictiveProbabilities(prior, cases);
  const sum = (part: readonly number[]): number =>
    Math.min(
      1,
      part.reduce((all, chance) => all + chance, 0),
    );
  return { below: sum(chances.slice(0, successes + 1)), above: sum(chances.slice(successes)) };
}

/**
 * Who lies outside what the cohort explains: per fellow, in the order given, a flag or null. It is no ranking, and holds
 * no number to make one of: with few fellows and few cases their order is mostly noise.
 *
 * The p-value of a fellow is twice the smaller tail of the beta-binomial predictive distribution of the fellow's own
 * number of cases under the `prior` of success rates (`cohortPrior`, made of others than the fellows who are looked at),
 * P(K <= k) or P(K >= k), at most 1. Because all fellows are looked at, flags are what Benjamini and Hochberg's rule
 * rejects at `q`, the accepted share of false flags among flags: strictly between 0 and 1, 0.10 if left out. A fellow
 * without a case is never flagged; no fellows give no flags.
 *
 * Throws `statistics/count-invalid`, `statistics/too-many-cases` (over 262,144), `statistics/not-positive`,
 * `statistics/shape-too-large` or `statistics/rate-out-of-range`. Sources: Gelman et al., Bayesian Data Analysis, 3rd ed.,
 * section 6.3 (predictive tail); Benjamini & Hochberg, J R Stat Soc B 1995;57:289.
 */
export function outlierFlags(
  fellows: readonly OutcomeCounts[],
  { prior, q = FALSE_FLAGS }: { readonly prior: BetaDistribution; readonly q?: number },
): OutlierFlag[] {
  possibleBeta(prior);
  openRate(q, 'q');
  if (fellows.length === 0) return [];
  const tails = fellows.map((fellow) => tailsOf(prior, fellow));
  const pValues = tails.map(({ below, above }) => Math.min(1, 2 * Math.min(below, above)));
  const flagged = new Set(benjaminiHochberg(pValues, q));
  return tails.map(({ below, above }, k) => {
    if (!flagged.has(k)) return null;
    return below < above ? 'below' : 'above';
  });
}
