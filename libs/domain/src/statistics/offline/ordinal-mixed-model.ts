import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { DomainError, ok, refused, type Result } from '../../refusal';
import type { FitFault } from '../fit-fault';
import {
  groupLogLikelihood,
  groupMode,
  type GroupedRating,
  type OrdinalParameters,
} from './ordinal-likelihood';
import { gaussHermite } from './ordinal-quadrature';
import { nonEmpty } from '../preconditions';
import { minimize } from '../quasi-newton';

/** One rating on an ordinal scale. */
export interface OrdinalRating {
  /** Its category, a whole number; only the order matters. Categories that nobody used do not exist. */
  readonly value: number;
  /** Covariates of the fixed effects, the same number on every rating; possibly none, and never a constant. */
  readonly covariates: readonly number[];
  /** The group with a random intercept of its own, such as the rater. */
  readonly groupId: string;
}

/** The fitted model: logit P(rating <= category j) = threshold j - effects x covariates - group intercept. */
export interface OrdinalModel {
  /** Between neighboring categories, increasing. */
  readonly thresholds: readonly number[];
  /** Per covariate, on the logit scale; above zero raises ratings. */
  readonly effects: readonly number[];
  /** Standard deviation of the group intercepts, zero or more. */
  readonly groupDeviation: number;
  readonly logLikelihood: number;
  /** The most likely intercept of each group, sorted by id. */
  readonly groups: readonly { readonly groupId: string; readonly mode: number }[];
}

/** Points of the quadrature per group. */
const DEFAULT_POINTS = 10;

/** Step of the central differences, and the slope (per unit of a parameter) up to which the likelihood is flat. */
const DIFFERENCE = 1e-4;
const FLAT = 1e-5;
/** Logits beyond which a probability is 0 or 1 for every purpose: the data do not bound such a parameter. */
const FARTHEST_LOGIT = 40;
/** Curvature below this in any direction: the data do not bound the parameters. */
const UNBOUNDED = 1e-4;

interface OrdinalData {
  readonly categories: number;
  readonly covariates: number;
  readonly shares: readonly number[];
  readonly groups: readonly { readonly groupId: string; readonly ratings: readonly GroupedRating[] }[];
}

function dataOf(ratings: readonly OrdinalRating[]): OrdinalData {
  const covariates = (nonEmpty(ratings, 'ratings')[0] as OrdinalRating).covariates.length;
  for (const { value, covariates: own } of ratings) {
    if (![value, ...own].every(Number.isFinite)) {
      throw new DomainError('statistics/not-a-number', 'ratings and covariates must be numbers', 'ratings');
    }
    if (!Number.isSafeInteger(value)) {
      throw new DomainError('statistics/rating-off-scale', 'a rating must be a whole number', 'ratings');
    }
    if (own.length !== covariates) {
      throw new DomainError('statistics/lengths-differ', 'each rating needs each covariate', 'covariates');
    }
  }
  const scale = [...new Set(ratings.map(({ value }) => value))].sort((one, other) => one - other);
  const at = new Map(scale.map((value, k) => [value, k]));
  const groupIds = [...new Set(ratings.map(({ groupId }) => groupId))].sort();
  const upTo = (category: number): number =>
    ratings.filter(({ value }) => (at.get(value) as number) <= category).length;
  return {
    categories: scale.length,
    covariates,
    shares: scale.slice(1).map((_, k) => upTo(k) / ratings.length),
    groups: groupIds.map((groupId) => ({
      groupId,
      ratings: ratings
        .filter((rating) => rating.groupId === groupId)
        .map((rating) => ({ category: at.get(rating.value) as number, covariates: rating.covariates })),
    })),
  };
}

/** Thresholds are searched as the first one and the ln of each distance, so that they stay in order. */
function parametersAt(point: readonly number[], { categories }: OrdinalData): OrdinalParameters {
  const thresholds = point.slice(0, categories - 1);
  for (let k = 1; k < thresholds.length; k++) {
    thresholds[k] = (thresholds[k - 1] as number) + Math.exp(thresholds[k] as number);
  }
  return { thresholds, effects: point.slice(categories - 1, -1), deviation: point.at(-1) as number };
}

/** Thresholds of the plain shares, no effect, and a deviation of 1. */
function startOf({ shares, covariates }: OrdinalData): number[] {
  const logits = shares.map((share) => Math.log(share / (1 - share)));
  const steps = logits.map((logit, k) => (k === 0 ? logit : Math.log(logit - (logits[k - 1] as number))));
  return [...steps, ...Array<number>(covariates).fill(0), 1];
}

type Objective = (point: readonly number[]) => number;

function moved(point: readonly number[], k: number, by: number): number[] {
  return point.map((x, j) => (j === k ? x + by : x));
}

function gradientOf(objective: Objective, point: readonly number[]): number[] {
  return point.map(
    (_, k) =>
      (objective(moved(point, k, DIFFERENCE)) - objective(moved(point, k, -DIFFERENCE))) / (2 * DIFFERENCE),
  );
}

/** The smallest curvature of the objective in any direction, by differences of its gradient. */
function smallestCurvature(objective: Objective, point: readonly number[]): number {
  const step = 10 * DIFFERENCE;
  const rows = point.map((_, k) => {
    const ahead = gradientOf(objective, moved(point, k, step));
    const behind = gradientOf(objective, moved(point, k, -step));
    return ahead.map((slope, j) => (slope - (behind[j] as number)) / (2 * step));
  });
  const hessian = new Matrix(rows);
  const symmetric = Matrix.add(hessian, hessian.transpose()).div(2);
  return Math.min(...new EigenvalueDecomposition(symmetric, { assumeSymmetric: true }).realEigenvalues);
}

/** Whether the search has run off to where every rating is as good as certain. */
function isBeyond({ effects, deviation }: OrdinalParameters, ratings: readonly OrdinalRating[]): boolean {
  const predictor = ({ covariates }: OrdinalRating): number =>
    covariates.reduce((sum, x, k) => sum + x * (effects[k] as number), 0);
  return (
    Math.abs(deviation) > FARTHEST_LOGIT || ratings.some((one) => Math.abs(predictor(one)) > FARTHEST_LOGIT)
  );
}

/**
 * The cumulative-logit model with fixed effects and one random intercept per group, by maximum likelihood with adaptive
 * Gauss–Hermite quadrature. It is the proper model of an ordinal scale, and the offline check of the linear rater model;
 * it takes seconds and does not belong in a request.
 *
 * `points` 1 (Laplace) to 50. Refused with `statistics/one-category-only`, `statistics/too-few-levels` (one group), or
 * `statistics/not-converged` where the data do not bound the parameters: a covariate that separates categories, or
 * covariates that cannot be told apart. Throws `statistics/empty`, `statistics/not-a-number`,
 * `statistics/rating-off-scale` (not whole), `statistics/lengths-differ`, `statistics/count-invalid` or `statistics/too-many-points`. Sources: Agresti, Categorical
 * Data Analysis, 3rd ed., section 14.4; Christensen, "Cumulative link models" (CRAN package ordinal).
 */
export function fitOrdinalModel(
  ratings: readonly OrdinalRating[],
  points = DEFAULT_POINTS,
): Result<OrdinalModel, FitFault> {
  const data = dataOf(ratings);
  const rule = gaussHermite(points);
  if (data.categories < 2) return refused('statistics/one-category-only');
  if (data.groups.length < 2) return refused('statistics/too-few-levels');
  const objective: Objective = (point) => {
    const parameters = parametersAt(point, data);
    return data.groups.reduce((sum, group) => sum - groupLogLikelihood(group.ratings, parameters, rule), 0);
  };
  const found = minimize({
    slopeAt: (point) => ({ value: objective(point), gradient: gradientOf(objective, point) }),
    start: startOf(data),
    flat: FLAT,
    longestStep: 1,
    isBeyond: (point) => isBeyond(parametersAt(point, data), ratings),
  });
  if (!found.converged || !(smallestCurvature(objective, found.point) > UNBOUNDED)) {
    return refused('statistics/not-converged');
  }
  const parameters = parametersAt(found.point, data);
  return ok({
    thresholds: parameters.thresholds,
    effects: parameters.effects,
    groupDeviation: Math.abs(parameters.deviation),
    logLikelihood: -found.value,
    groups: data.groups.map(({ groupId, ratings: own }) => ({ groupId, mode: groupMode(own, parameters) })),
  });
}
