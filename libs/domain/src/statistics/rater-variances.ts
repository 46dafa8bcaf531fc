import { ok, refused, type Result } from '../refusal';
import type { FitFault } from './fit-fault';
import { minimize, type Slope } from './quasi-newton';
import { ratingIslands } from './rater-connectivity';
import type { MixedEquations } from './rater-equations';
import { ratingEquations } from './rater-model';
import {
  possibleRatings,
  possibleScale,
  type RaterVariances,
  type Rating,
  type RatingScale,
} from './rater-rating';
import { solveMixed } from './rater-solution';

/** Variance components of a mixed model, in squared units of its values. */
export interface VarianceComponents {
  /** Per random factor, zero or more. */
  readonly factors: readonly number[];
  readonly residual: number;
}

/** A variance ratio below which the variance is zero, and one beyond which nothing is left for the residual. */
const RATIO_RANGE = { lowest: 1e-9, highest: 1e6 } as const;
/** A slope of the criterion (per unit of ln ratio) up to this is flat. */
const FLAT = 1e-9;
/** A share of the sum of squares up to this is nothing: fellows, raters and experience explain all of it. */
const UNEXPLAINED = 1e-5;
/** Below this ratio the criterion may be flat in the ln of the ratio though it still falls towards zero. */
const NEAR_ZERO = 1e-3;
/** Rounding of the criterion, relative to its value. */
const NOISE = 1e-12;
/** Where a balanced table speaks against a variance, the search starts at this ratio instead. */
const SMALL_RATIO = 0.1;

function degreesOfFreedom({ rows, fixed }: MixedEquations): number {
  return rows - fixed;
}

/**
 * Minus twice the restricted log-likelihood, up to a constant, with the residual variance put at its best, and its slope
 * in the ln of each variance ratio: levels - trace - squares/residual.
 *
 * Sources: Bates et al., J Stat Softw 2015;67(1), formula 42; Searle, Casella & McCulloch, Variance Components, 1992,
 * section 7.6 (the slope).
 */
function criterion(equations: MixedEquations, ratios: readonly number[]): Slope {
  const solution = solveMixed(equations, ratios.map(Math.sqrt));
  const freedom = degreesOfFreedom(equations);
  const residual = solution.residualSquares / freedom;
  return {
    value: solution.logDeterminant + freedom * Math.log(residual),
    gradient: solution.factors.map(
      ({ trace, squares }, k) => (equations.levels[k] as number) - trace - squares / residual,
    ),
  };
}

/** Variance ratios, and the criterion there. */
interface Fit {
  readonly ratios: readonly number[];
  readonly value: number;
}

/** Where the search from these ratios ends; it goes by the ln of the ratios above zero, and leaves the others zero. */
function searchFrom(
  equations: MixedEquations,
  start: readonly number[],
): Fit & { readonly converged: boolean } {
  const free = start.flatMap((ratio, factor) => (ratio > 0 ? [factor] : []));
  const ratiosAt = (point: readonly number[]): number[] =>
    start.map((ratio, factor) => (ratio > 0 ? Math.exp(point[free.indexOf(factor)] as number) : 0));
  const isBeyond = (point: readonly number[]): boolean =>
    point.map(Math.exp).some((ratio) => ratio < RATIO_RANGE.lowest || ratio > RATIO_RANGE.highest);
  const { point, value, converged } = minimize({
    slopeAt: (place) => {
      const { value: height, gradient } = criterion(equations, ratiosAt(place));
      return { value: height, gradient: free.map((factor) => gradient[factor] as number) };
    },
    start: free.map((factor) => Math.log(start[factor] as number)),
    flat: FLAT,
    longestStep: 2,
    isBeyond,
  });
  return { ratios: ratiosAt(point), value, converged: converged && !isBeyond(point) };
}

/**
 * The variance ratios at which the criterion is least, or null where the search finds no bottom. Where a ratio gets near
 * zero, each factor in turn is left out, because without it the other may have a variance after all; the least of these
 * fits counts, and of fits as good as each other the one with fewer factors.
 */
function bestFit(equations: MixedEquations, start: readonly number[]): Fit | null {
  if (start.every((ratio) => ratio === 0)) {
    return { ratios: start, value: criterion(equations, start).value };
  }
  const found = searchFrom(equations, start);
  const kept = found.converged ? [found] : [];
  const nearZero = found.ratios.some((ratio, k) => (start[k] as number) > 0 && ratio < NEAR_ZERO);
  if (!nearZero) return kept[0] ?? null;
  const away = start.map((ratio) => (ratio > 0 ? Math.max(ratio, SMALL_RATIO) : 0));
  const without = start.flatMap((ratio, factor) =>
    ratio > 0 ? [bestFit(equations, away.with(factor, 0))] : [],
  );
  return [...without, ...kept].reduce<Fit | null>((best, fit) => {
    if (best === null || fit === null) return best ?? fit;
    return fit.value < best.value - NOISE * Math.max(1, Math.abs(best.value)) ? fit : best;
  }, null);
}

/**
 * Variance ratios by analysis of variance, or null where levels do not meet equally often. Where they do and no variance
 * comes out negative, these are the restricted maximum likelihood themselves.
 *
 * Source: Searle, Casella & McCulloch, Variance Components, 1992, section 4.4.
 */
function balancedRatios(equations: MixedEquations): number[] | null {
  const { counts, cross, rest, fixed, rows, absorbed, levels, sums, restSums, squares } = equations;
  const cells = cross.subMatrix(0, cross.rows - 1, fixed - 1, cross.columns - 1).to2DArray();
  const alike = cells.every((row) => row.slice(1).every((cell) => cell === cells[0]?.[1]));
  if (fixed > 1 || !alike || counts.some((count) => count !== counts[0])) return null;
  const between = (totals: readonly number[], each: number): number =>
    totals.reduce((sum, total) => sum + total ** 2 / each, 0);
  const own = {
    each: counts[0] as number,
    squares: between(sums, counts[0] as number),
    levels: counts.length,
  };
  const each = rest.columns > fixed ? rest.get(fixed, fixed) : 1;
  const otherSums = restSums.slice(fixed);
  const other = { each, squares: between(otherSums, each), levels: otherSums.length };
  const factors = [own, other].slice(0, levels.length);
  const left = squares - factors.reduce((sum, factor) => sum + factor.squares, 0);
  const residual = left / (rows - 1 - factors.reduce((sum, factor) => sum + factor.levels - 1, 0));
  const ratios = factors.map((factor) => (factor.squares / (factor.levels - 1) / residual - 1) / factor.each);
  return absorbed === 1 ? ratios.reverse() : ratios;
}

/**
 * The variance components of a mixed model by restricted maximum likelihood (REML).
 *
 * Refused with `statistics/too-few-levels` (a factor has one level only), `statistics/too-few-ratings` (nothing is left
 * for the residual), `statistics/ratings-do-not-vary`, or `statistics/not-converged` (the factors explain everything, or
 * cannot be told apart). Source: Patterson & Thompson, Biometrika 1971;58:545.
 */
export function estimateComponents(equations: MixedEquations): Result<VarianceComponents, FitFault> {
  const { levels, rows, fixed, squares, center } = equations;
  if (levels.some((count) => count < 2)) return refused('statistics/too-few-levels');
  const used = fixed + levels.reduce((sum, count) => sum + count - 1, 0);
  if (rows <= used) return refused('statistics/too-few-ratings');
  // Equal values may differ from their mean by its rounding.
  if (Math.sqrt(squares / rows) <= rows * Number.EPSILON * Math.abs(center))
    return refused('statistics/ratings-do-not-vary');
  const unpenalized = solveMixed(
    equations,
    levels.map(() => Math.sqrt(RATIO_RANGE.highest)),
  );
  if (unpenalized.residualSquares <= UNEXPLAINED * squares) return refused('statistics/not-converged');
  const balanced = balancedRatios(equations) ?? levels.map(() => 1);
  const fit = bestFit(
    equations,
    balanced.map((ratio) =>
      ratio > RATIO_RANGE.lowest ? Math.min(ratio, RATIO_RANGE.highest) : SMALL_RATIO,
    ),
  );
  if (fit === null) return refused('statistics/not-converged');
  const { ratios } = fit;
  const residual = solveMixed(equations, ratios.map(Math.sqrt)).residualSquares / degreesOfFreedom(equations);
  return ok({ factors: ratios.map((ratio) => ratio * residual), residual });
}

/**
 * The variances of fellows, raters and the rest by REML. Refused as {@link estimateComponents}, or with
 * `statistics/raters-inseparable` where every fellow has one rater and every rater one fellow. Throws what
 * `fitRaterModel` throws for impossible ratings.
 */
export function estimateRaterVariances(ratings: readonly Rating[]): Result<RaterVariances, FitFault> {
  const { equations, fellowIds, raterIds } = ratingEquations(ratings);
  const islands = ratingIslands(ratings).length;
  if (islands === fellowIds.length && islands === raterIds.length && islands > 1) {
    return refused('statistics/raters-inseparable');
  }
  const found = estimateComponents(equations);
  if (!found.ok) return found;
  const [fellow, rater] = found.value.factors as [number, number];
  return ok({ fellow, rater, residual: found.value.residual });
}

/**
 * Variances on a scale of 1 to 5 until a program has ratings enough for its own: placeholders of plausible size, not
 * published estimates. A screen that shows results says so.
 */
export const PLACEHOLDER_VARIANCES: RaterVariances = { fellow: 0.5, rater: 0.25, residual: 0.75 };

/** What a program needs before its own variances replace the placeholders: one island of ratings, too. */
const FEWEST_FOR_VARIANCES = { ratings: 200, raters: 8 } as const;

/** Raters always differ a little: a smaller estimate is taken for chance. Squared points of the scale. */
export const SMALLEST_RATER_VARIANCE = 0.02;

/** The variances that a program's rater model uses this month. */
export interface ProgramVariances {
  readonly variances: RaterVariances;
  readonly basis: 'placeholder' | 'estimated';
}

/**
 * A program's variances: estimated from at least 200 ratings by at least 8 raters in one island, with a rater variance of
 * at least 0.02; else, and where there is no rating yet, the placeholders. Meant to be refitted monthly. Throws what
 * `fitRaterModel` throws for impossible ratings or an impossible scale, however few the ratings are.
 */
export function programVariances(ratings: readonly Rating[], scale?: RatingScale): ProgramVariances {
  if (scale !== undefined) possibleScale(scale);
  if (ratings.length > 0) possibleRatings(ratings, scale);
  const placeholder: ProgramVariances = { variances: PLACEHOLDER_VARIANCES, basis: 'placeholder' };
  const [island, ...others] = ratingIslands(ratings);
  const enough =
    island !== undefined &&
    others.length === 0 &&
    island.ratings >= FEWEST_FOR_VARIANCES.ratings &&
    island.raters.length >= FEWEST_FOR_VARIANCES.raters;
  if (!enough) return placeholder;
  const found = estimateRaterVariances(ratings);
  // Ratings that all agree, or that fellows and raters explain in full, carry no estimate to use.
  if (!found.ok) return placeholder;
  const rater = Math.max(SMALLEST_RATER_VARIANCE, found.value.rater);
  return { variances: { ...found.value, rater }, basis: 'estimated' };
}
