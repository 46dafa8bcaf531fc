import { Matrix } from 'ml-matrix';

/** A smooth function and its slope at a point. */
export interface Slope {
  readonly value: number;
  readonly gradient: readonly number[];
}

/** What is minimized, and when the search ends. */
export interface Descent {
  /** Answers an infinite value or NaN where the function is not defined; the gradient is not read there. */
  readonly slopeAt: (point: readonly number[]) => Slope;
  readonly start: readonly number[];
  /** Every part of the gradient at most this: found. */
  readonly flat: number;
  /** No coordinate moves by more than this in one step. */
  readonly longestStep: number;
  /** Where the search gives up, because nothing holds it back; nowhere if left out. */
  readonly isBeyond?: (point: readonly number[]) => boolean;
}

/** Where a search ended. */
export interface Minimum extends Slope {
  readonly point: readonly number[];
  /** Whether the value is a number and the gradient is flat there. */
  readonly converged: boolean;
}

const MOST_STEPS = 500;
const MOST_HALVINGS = 60;
/** Rounding of the function relative to its value; below it only the slope tells whether a step helps. */
const NOISE = 1e-12;

type Place = Slope & { readonly point: readonly number[] };

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, k) => sum + value * (other[k] as number), 0);
}

function steepest(values: readonly number[]): number {
  return Math.max(...values.map(Math.abs));
}

/**
 * A step downhill along a direction, shortened until it helps: the value falls in proportion to the step (Armijo), or,
 * within rounding of the value, the slope along the direction shrinks (approximate Wolfe condition). Null if no step helps.
 */
function stepDown(
  from: Place,
  direction: readonly number[],
  { slopeAt, longestStep }: Descent,
): Place | null {
  const slope = dot(from.gradient, direction);
  let length = Math.min(1, longestStep / steepest(direction));
  for (let tries = 0; tries < MOST_HALVINGS; tries++, length /= 2) {
    const step = length;
    const point = from.point.map((x, k) => x + step * (direction[k] as number));
    const there = slopeAt(point);
    const fallen = there.value <= from.value + 1e-4 * length * slope;
    const even = Math.abs(there.value - from.value) <= NOISE * Math.abs(from.value);
    if (fallen || (even && Math.abs(dot(there.gradient, direction)) < 0.9 * Math.abs(slope))) {
      return { point, ...there };
    }
  }
  return null;
}

/** The BFGS update of the inverse Hessian; unchanged where the step shows no upward curvature. */
function updated(inverse: Matrix, step: readonly number[], change: readonly number[]): Matrix {
  const curvature = dot(step, change);
  if (!(curvature > 1e-10 * Math.sqrt(dot(step, step) * dot(change, change)))) return inverse;
  const s = Matrix.columnVector([...step]);
  const y = Matrix.columnVector([...change]);
  const away = Matrix.sub(Matrix.eye(step.length), s.mmul(y.transpose()).div(curvature));
  return away.mmul(inverse).mmul(away.transpose()).add(s.mmul(s.transpose()).div(curvature));
}

/**
 * A local minimum of a smooth function of a few variables, by the quasi-Newton method of Broyden, Fletcher, Goldfarb and
 * Shanno. No kept library offers it, and the fits here need the slope to be flat to rounding.
 *
 * Answers where it stopped; `converged` tells whether to believe it. Sources: Nocedal & Wright, Numerical Optimization,
 * 2nd ed., section 6.1; Hager & Zhang, SIAM J Optim 2005;16:170 (line search near rounding).
 */
export function minimize(descent: Descent): Minimum {
  let at: Place = { point: descent.start, ...descent.slopeAt(descent.start) };
  let inverse = Matrix.eye(at.point.length);
  const isFlat = (place: Place): boolean => steepest(place.gradient) <= descent.flat;
  const isOver = (place: Place): boolean =>
    !Number.isFinite(place.value) || isFlat(place) || descent.isBeyond?.(place.point) === true;
  for (let steps = 0; steps < MOST_STEPS && !isOver(at); steps++) {
    const aim = inverse.mmul(Matrix.columnVector([...at.gradient])).to1DArray();
    const next = stepDown(
      at,
      aim.map((value) => -value),
      descent,
    );
    if (next === null) break;
    const moved = next.point.map((x, k) => x - (at.point[k] as number));
    const turned = next.gradient.map((g, k) => g - (at.gradient[k] as number));
    // The first step tells the size of the curvature, which the identity does not know.
    if (steps === 0) inverse = inverse.mul(Math.abs(dot(moved, turned)) / (dot(turned, turned) || 1) || 1);
    inverse = updated(inverse, moved, turned);
    at = next;
  }
  return { ...at, converged: Number.isFinite(at.value) && isFlat(at) };
}
