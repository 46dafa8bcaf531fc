import { ratingIslands } from './rater-connectivity';
import { fitRaterModel, possibleVariances, type FellowLevel, type RaterEffect } from './rater-model';
import {
  possibleRatings,
  possibleScale,
  type RaterVariances,
  type Rating,
  type RatingScale,
} from './rater-rating';
import { standardNormalQuantile } from './special-functions';

/** What must be known of a rater before a word is said. */
const FEWEST_FOR_FINDING = { ratings: 10, sharedFellows: 3, reliability: 0.5 } as const;

/** Why nothing is said of a rater; the screen shows "cannot be told apart". */
export type NoFindingReason = 'few-ratings' | 'few-shared-fellows' | 'unreliable';

/** What may be shown of a rater, to that rater and the director, never to fellows. */
export interface RaterFinding extends RaterEffect {
  /** Fellows whom somebody else rated too. */
  readonly sharedFellows: number;
  /** The 95 % interval of the effect, in points of the scale. */
  readonly low: number;
  readonly high: number;
  /** 0-based number of the rater's island. Raters of different islands cannot be compared. */
  readonly island: number;
  /** Null: the finding may be shown. */
  readonly hiddenBecause: NoFindingReason | null;
}

const NINETY_FIVE_PERCENT = standardNormalQuantile(0.975);

function sharedFellows(ratings: readonly Rating[], raterId: string): number {
  const own = new Set(ratings.filter((rating) => rating.raterId === raterId).map(({ fellowId }) => fellowId));
  const others = ratings.filter((rating) => rating.raterId !== raterId && own.has(rating.fellowId));
  return new Set(others.map(({ fellowId }) => fellowId)).size;
}

function hiddenBecause(effect: RaterEffect, shared: number): NoFindingReason | null {
  if (effect.ratings < FEWEST_FOR_FINDING.ratings) return 'few-ratings';
  if (shared < FEWEST_FOR_FINDING.sharedFellows) return 'few-shared-fellows';
  return effect.reliability < FEWEST_FOR_FINDING.reliability ? 'unreliable' : null;
}

/**
 * How each rater rates against colleagues who rated the same fellows, and whether that may be shown: at least 10 ratings
 * of at least 3 fellows whom somebody else rated too, with a reliability of at least 0.5. Each island of ratings is fitted
 * by itself, so that no effect leans on people whom nothing connects.
 *
 * Raters are not assigned at random: hard fellows and hard cases look like hawks. No ratings give no finding.
 * Source: as {@link fitRaterModel}; what must be known first is the product's own choice.
 * Otherwise errors as {@link fitRaterModel}, and impossible variances or an impossible scale are refused in any case.
 */
export function raterFindings(
  ratings: readonly Rating[],
  variances: RaterVariances,
  scale?: RatingScale,
): RaterFinding[] {
  possibleVariances(variances);
  if (scale !== undefined) possibleScale(scale);
  if (ratings.length > 0) possibleRatings(ratings, scale);
  return ratingIslands(ratings).flatMap(({ raters }, island) => {
    const inside = new Set(raters);
    const own = ratings.filter(({ raterId }) => inside.has(raterId));
    return fitRaterModel(own, variances).raters.map((effect) => {
      const shared = sharedFellows(own, effect.raterId);
      return {
        ...effect,
        sharedFellows: shared,
        low: effect.effect - NINETY_FIVE_PERCENT * effect.standardError,
        high: effect.effect + NINETY_FIVE_PERCENT * effect.standardError,
        island,
        hiddenBecause: hiddenBecause(effect, shared),
      };
    });
  });
}

/** What ratings say of a fellow, freed of who happened to rate, beside what was said. */
export interface FairLevel extends FellowLevel {
  /** Different raters. */
  readonly raters: number;
  /** The mean of the ratings as they were given, in points of the scale. */
  readonly rawMean: number;
  /** The 95 % interval of the level at the usual experience, in points. */
  readonly low: number;
  readonly high: number;
  /** 0-based number of the fellow's island. Fellows of different islands cannot be compared. */
  readonly island: number;
}

/**
 * The fair level of each fellow, island by island. The raw mean always stands beside the fair one. Errors as
 * {@link raterFindings}; no ratings give no level. Source: as {@link fitRaterModel}.
 */
export function fairLevels(
  ratings: readonly Rating[],
  variances: RaterVariances,
  scale?: RatingScale,
): FairLevel[] {
  possibleVariances(variances);
  if (scale !== undefined) possibleScale(scale);
  if (ratings.length > 0) possibleRatings(ratings, scale);
  return ratingIslands(ratings).flatMap(({ fellows }, island) => {
    const inside = new Set(fellows);
    const own = ratings.filter(({ fellowId }) => inside.has(fellowId));
    return fitRaterModel(own, variances).fellows.map((level) => {
      const given = own.filter(({ fellowId }) => fellowId === level.fellowId);
      const half = NINETY_FIVE_PERCENT * Math.sqrt(level.usual.variance);
      return {
        ...level,
        raters: new Set(given.map(({ raterId }) => raterId)).size,
        rawMean: given.reduce((sum, { value }) => sum + value, 0) / given.length,
        ...{ low: level.usual.mean - half, high: level.usual.mean + half, island },
      };
    });
  });
}
