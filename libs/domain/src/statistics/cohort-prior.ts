import { UNIFORM_PRIOR, type BetaDistribution } from './beta-posterior';
import { fitBetaPrior, pooledRate, type EventCounts } from './beta-prior-fit';

/** A prior for a new fellow, and where it comes from. */
export interface CohortPrior {
  readonly prior: BetaDistribution;
  readonly source: 'cohort' | 'uniform';
}

/** Past fellows that a cohort prior needs. */
export const FEWEST_PAST_FELLOWS = 5;
/** Cases of the procedure that a past fellow needs to count. */
export const FEWEST_PAST_CASES = 10;
/** The worth of a cohort prior in cases is capped here, so that ten cases of the fellow's own outweigh it. */
export const LARGEST_PRIOR_WORTH = 8;

function worth(cases: number, rate: number): BetaDistribution {
  return { a: cases * rate, b: cases * (1 - rate) };
}

/**
 * The prior for a success rate from the records of past fellows (`events` are successes).
 *
 * Fellows with fewer than {@link FEWEST_PAST_CASES} cases do not count; with fewer than {@link FEWEST_PAST_FELLOWS} who
 * do, or where all their cases ended alike, the answer is the uniform prior. Past fellows who differ by chance only
 * would give a prior of endless worth; like every other it is capped. Throws `statistics/count-invalid` or
 * `statistics/events-exceed-trials`.
 */
export function cohortPrior(pastFellows: readonly EventCounts[]): CohortPrior {
  const counted = pastFellows.filter(({ trials }) => trials >= FEWEST_PAST_CASES);
  if (counted.length < FEWEST_PAST_FELLOWS) return { prior: UNIFORM_PRIOR, source: 'uniform' };
  const fitted = fitBetaPrior(counted);
  if (fitted.ok) {
    const { a, b } = fitted.value;
    return { prior: worth(Math.min(a + b, LARGEST_PRIOR_WORTH), a / (a + b)), source: 'cohort' };
  }
  if (fitted.code === 'statistics/no-spread-between-people') {
    return { prior: worth(LARGEST_PRIOR_WORTH, pooledRate(counted)), source: 'cohort' };
  }
  return { prior: UNIFORM_PRIOR, source: 'uniform' };
}
