import type { QuadratureRule } from './ordinal-quadrature';

/** One rating in a group: its category, from 0, and its covariates. */
export interface GroupedRating {
  readonly category: number;
  readonly covariates: readonly number[];
}

/** Parameters of the cumulative-logit model with one random intercept. */
export interface OrdinalParameters {
  /** Strictly increasing, one fewer than there are categories. */
  readonly thresholds: readonly number[];
  readonly effects: readonly number[];
  /** Standard deviation of the random intercept; its sign does not matter. */
  readonly deviation: number;
}

/** A rating with its linear predictor but for the random intercept: the thresholds below and above it. */
interface Cell {
  readonly below: number;
  readonly above: number;
}

/** ln(1 + e^x), exact at both ends. */
function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** ln(F(above) - F(below)) for logistic F, written so that it never cancels: F(a) (1-F(b)) (1-e^(b-a)). */
function logProbability({ below, above }: Cell, shift: number): number {
  const gap = below === -Infinity || above === Infinity ? 0 : Math.log(-Math.expm1(below - above));
  return -softplus(shift - above) - softplus(below - shift) + gap;
}

function cellsOf(ratings: readonly GroupedRating[], { thresholds, effects }: OrdinalParameters): Cell[] {
  return ratings.map(({ category, covariates }) => {
    const predictor = covariates.reduce((sum, x, k) => sum + x * (effects[k] as number), 0);
    return {
      below: (thresholds[category - 1] ?? -Infinity) - predictor,
      above: (thresholds[category] ?? Infinity) - predictor,
    };
  });
}

/** ln of likelihood x standard normal density of the standardized intercept, but for the constant of the density. */
function joint(cells: readonly Cell[], deviation: number, standardized: number): number {
  const shift = deviation * standardized;
  return cells.reduce((sum, cell) => sum + logProbability(cell, shift), -(standardized ** 2) / 2);
}

/** The most likely standardized intercept, and how sharply the joint density bends there (above zero). */
interface Mode {
  readonly at: number;
  readonly curvature: number;
}

const MOST_STEPS = 100;

/**
 * Newton's method with halved steps; the joint density is log-concave, so that there is one mode. The slope of
 * ln(F(a)-F(b)) in the intercept is F(a)+F(b)-1, its curvature -f(a)-f(b) with f = F(1-F).
 */
function modeOf(cells: readonly Cell[], deviation: number): Mode {
  const bendAt = (at: number): { slope: number; curvature: number } => {
    let [slope, curvature] = [-at, 1];
    for (const { below, above } of cells) {
      const high = logistic(above - deviation * at);
      const low = logistic(below - deviation * at);
      slope += deviation * (high + low - 1);
      curvature += deviation * deviation * (high * (1 - high) + low * (1 - low));
    }
    return { slope, curvature };
  };
  let at = 0;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const { slope, curvature } = bendAt(at);
    let step = slope / curvature;
    if (Math.abs(step) <= 1e-12 * (1 + Math.abs(at))) break;
    const value = joint(cells, deviation, at);
    while (Math.abs(step) > 1e-6 && joint(cells, deviation, at + step) < value) step /= 2;
    at += step;
  }
  return { at, curvature: bendAt(at).curvature };
}

/** The most likely random intercept of a group, in units of the linear predictor. */
export function groupMode(ratings: readonly GroupedRating[], parameters: OrdinalParameters): number {
  const { deviation } = parameters;
  return Math.abs(deviation) * modeOf(cellsOf(ratings, parameters), Math.abs(deviation)).at;
}

/**
 * The log-likelihood of one group, the random intercept integrated out by adaptive Gauss–Hermite quadrature: nodes are
 * centered on the mode of the joint density and scaled by its curvature.
 *
 * Source: Pinheiro & Bates, J Comput Graph Stat 1995;4:12.
 */
export function groupLogLikelihood(
  ratings: readonly GroupedRating[],
  parameters: OrdinalParameters,
  { nodes, weights }: QuadratureRule,
): number {
  const deviation = Math.abs(parameters.deviation);
  const cells = cellsOf(ratings, parameters);
  const mode = modeOf(cells, deviation);
  const peak = joint(cells, deviation, mode.at);
  const spread = Math.sqrt(2 / mode.curvature);
  const sum = nodes.reduce((total, node, k) => {
    const excess = joint(cells, deviation, mode.at + spread * node) - peak + node * node;
    return total + (weights[k] as number) * Math.exp(excess);
  }, 0);
  return peak + Math.log((sum * spread) / Math.sqrt(2 * Math.PI));
}
