import { UNIFORM_PRIOR, type BetaDistribution } from './beta-posterior';
import { fitBetaPrior, pooledRate, type EventCounts } from './beta-prior-fit';
import { eventsWithin } from './preconditions';

/** A prior for a new fellow, and where it comes from. */
export interface CohortPrior {
  readonly prior: BetaDistribution;
  readonly source: 'cohort' | 'uniform';
}

/** Past fellows that a cohort prior needs. */
const FEWEST_PAST_FELLOWS = 5;
/** Cases of the procedure that a past fellow needs to count. */
const FEWEST_PAST_CASES = 10;
/** The worth of a cohort prior in cases is capped here, so that ten cases of the fellow's own outweigh it. */
const LARGEST_PRIOR_WORTH = 8;

function worth(cases: number, rate: number): BetaDistribution {
  return { a: cases * rate, b: cases * (1 - rate) };
}

/**
 * The prior for a success rate from the records of past fellows (`events` are successes).
 *
 * Fellows with fewer than {@link FEWEST_PAST_CASES} cases do not count; with fewer than {@link FEWEST_PAST_FELLOWS} who
 * do, or where all their cases ended alike, the answer is the uniform prior. Past fellows who differ by chance only
 * would give a prior of endless worth; like every other it is capped. Throws `statistics/count-invalid`,
 * `statistics/events-exceed-trials` or `statistics/too-many-cases` (over a million). Source: as `fitBetaPrior`; the cut-offs and the cap are the product's own
 * choices.
 */
export function cohortPrior(pastFellows: readonly EventCounts[]): CohortPrior {
  for (const { events, trials } of pastFellows) eventsWithin(events, trials);
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
