import { mixedEquations, type MixedEquations } from './rater-equations';
import { nonNegativeNumber, positiveNumber } from './preconditions';
import { possibleRatings, type RaterVariances, type Rating, type RatingScale } from './rater-rating';
import { solveMixed, type MixedSolution } from './rater-solution';

/** What the ratings say of one fellow, freed of who happened to rate. */
export interface FellowLevel {
  readonly fellowId: string;
  readonly ratings: number;
  /** Distance from the average fellow, in points of the scale, drawn towards 0 where ratings are few. */
  readonly effect: number;
  /** mean + effect: the rating by an average rater, where experience is part of the model at the first case. */
  readonly fairMean: number;
  /** Standard error of the fair mean, in points. */
  readonly standardError: number;
  /** The rating by an average rater at the fellow's largest experience so far, and the variance of its error. */
  readonly now: { readonly mean: number; readonly variance: number };
  /** The same at the fellow's mean experience, which lies where the ratings are. */
  readonly usual: { readonly mean: number; readonly variance: number };
}

/** What the ratings say of one rater. */
export interface RaterEffect {
  readonly raterId: string;
  readonly ratings: number;
  /** Points above (dove) or below (hawk) what colleagues give the same fellows, drawn towards 0. */
  readonly effect: number;
  /** Square root of the prediction error variance (PEV), in points. */
  readonly standardError: number;
  /** 1 - PEV/Vr, 0..1; 0 where raters do not differ at all. */
  readonly reliability: number;
}

/** The crossed model of fellows and raters, fitted. People are sorted by id. */
export interface RaterModel {
  /** The rating of an average fellow by an average rater, where experience is part of the model at the first case. */
  readonly mean: number;
  /** Points per unit of experience; null where no experience is given or where it never differs. */
  readonly slope: number | null;
  readonly variances: RaterVariances;
  readonly fellows: readonly FellowLevel[];
  readonly raters: readonly RaterEffect[];
}

/** Ratings turned into the sums of a mixed model with fellows as factor 0 and raters as factor 1. */
export interface RatingEquations {
  readonly equations: MixedEquations;
  readonly fellowIds: readonly string[];
  readonly raterIds: readonly string[];
}

function positions(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, k) => [id, k]));
}

function sortedIds(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}

/** The sums of a set of ratings. Throws what {@link possibleRatings} throws. */
export function ratingEquations(ratings: readonly Rating[], scale?: RatingScale): RatingEquations {
  possibleRatings(ratings, scale);
  const fellowIds = sortedIds(ratings.map(({ fellowId }) => fellowId));
  const raterIds = sortedIds(ratings.map(({ raterId }) => raterId));
  const [fellowAt, raterAt] = [positions(fellowIds), positions(raterIds)];
  const differs = ratings.some(({ experience }) => experience !== ratings[0]?.experience);
  const rows = ratings.map(({ value, experience = 0, fellowId, raterId }) => ({
    value,
    fixed: differs ? [1, experience] : [1],
    levels: [fellowAt.get(fellowId) as number, raterAt.get(raterId) as number],
  }));
  const shape = { fixed: differs ? 2 : 1, levels: [fellowIds.length, raterIds.length] };
  return { equations: mixedEquations(rows, shape), fellowIds, raterIds };
}

/** Guards variances. Throws `statistics/negative`, or `statistics/not-positive` for the residual. */
export function possibleVariances(variances: RaterVariances): RaterVariances {
  nonNegativeNumber(variances.fellow, 'fellow');
  nonNegativeNumber(variances.rater, 'rater');
  positiveNumber(variances.residual, 'residual');
  return variances;
}

function countBy(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/**
 * The crossed linear mixed model with known variances,
 * rating = mean + slope x experience + fellow effect + rater effect + rest,
 * solved by Henderson's mixed-model equations: best linear unbiased predictions with their error variances. The slope is
 * part of the model where ratings carry an experience that differs.
 *
 * Fellow and rater variance zero or more, residual above zero, in squared points. With a `scale` every rating must be a
 * point of it. Ratings of separate islands still get
 * numbers; whether they may be compared is told by `ratingIslands` and `raterFinding`. Throws `statistics/empty`,
 * `statistics/not-a-number`, `statistics/experience-missing`, `statistics/negative`, `statistics/not-positive`,
 * `statistics/scale-impossible`, `statistics/rating-off-scale`, `statistics/too-many-levels` (over 10,000 people) or
 * `statistics/not-computable`. Source: Henderson, Applications of Linear Models in Animal Breeding, 1984, chapter 5.
 */
export function fitRaterModel(
  ratings: readonly Rating[],
  variances: RaterVariances,
  scale?: RatingScale,
): RaterModel {
  const { fellow, rater, residual } = possibleVariances(variances);
  const { equations, fellowIds, raterIds } = ratingEquations(ratings, scale);
  const solution = solveMixed(equations, [Math.sqrt(fellow / residual), Math.sqrt(rater / residual)]);
  const slope = solution.fixed[1] ?? null;
  const mean = solution.fixed[0] as number;
  return {
    ...{ mean, slope, variances },
    fellows: fellowLevels(ratings, { solution, ids: fellowIds, residual }),
    raters: raterEffects(ratings, { solution, ids: raterIds, variances }),
  };
}

function fellowLevels(
  ratings: readonly Rating[],
  { solution, ids, residual }: { solution: MixedSolution; ids: readonly string[]; residual: number },
): FellowLevel[] {
  const counts = countBy(ratings.map(({ fellowId }) => fellowId));
  const latest = new Map<string, number>();
  const sums = new Map<string, number>();
  for (const { fellowId, experience = 0 } of ratings) {
    latest.set(fellowId, Math.max(experience, latest.get(fellowId) ?? -Infinity));
    sums.set(fellowId, (sums.get(fellowId) ?? 0) + experience);
  }
  const [mean, slope = 0] = solution.fixed as [number, number?];
  return ids.map((fellowId, k) => {
    const effect = solution.effects[0]?.[k] as number;
    const contrast = (x: number): number[] => (solution.fixed.length === 2 ? [1, x] : [1]);
    const fairMean = mean + effect;
    const at = (experience: number) => ({
      mean: fairMean + slope * experience,
      variance: residual * solution.variance(contrast(experience), 0, k),
    });
    return {
      ...{ fellowId, ratings: counts.get(fellowId) as number, effect, fairMean },
      standardError: Math.sqrt(residual * solution.variance(contrast(0), 0, k)),
      now: at(latest.get(fellowId) as number),
      usual: at((sums.get(fellowId) as number) / (counts.get(fellowId) as number)),
    };
  });
}

function raterEffects(
  ratings: readonly Rating[],
  {
    solution,
    ids,
    variances,
  }: { solution: MixedSolution; ids: readonly string[]; variances: RaterVariances },
): RaterEffect[] {
  const counts = countBy(ratings.map(({ raterId }) => raterId));
  return ids.map((raterId, k) => {
    const errorVariance = variances.residual * solution.variance([], 1, k);
    return {
      raterId,
      ratings: counts.get(raterId) as number,
      effect: solution.effects[1]?.[k] as number,
      standardError: Math.sqrt(errorVariance),
      reliability: variances.rater > 0 ? Math.max(0, 1 - errorVariance / variances.rater) : 0,
    };
  });
}
