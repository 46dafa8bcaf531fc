import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { DomainError } from '../refusal';
import { nonNegativeNumber } from './preconditions';
import type { MixedEquations } from './rater-equations';

/** The equations solved for given relative deviations theta = sqrt(factor variance / residual variance). */
export interface MixedSolution {
  /** Fixed effects, in the units of the values; the first includes the center. */
  readonly fixed: readonly number[];
  /** Effects per factor and level, in the units of the values. */
  readonly effects: readonly (readonly number[])[];
  /** Penalized residual sum of squares. */
  readonly residualSquares: number;
  /** ln of the determinant of the equations. */
  readonly logDeterminant: number;
  /** Per factor: the trace of its block of the inverse, and the sum of squares of its effects over theta squared. */
  readonly factors: readonly { readonly trace: number; readonly squares: number }[];
  /**
   * The variance of (estimate - truth) of contrast'fixed + effect, per unit of residual variance. A contrast of zeros gives
   * the prediction error variance of the effect.
   */
  readonly variance: (contrast: readonly number[], factor: number, level: number) => number;
}

function sumOver(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function possibleDeviations(theta: readonly number[], { levels }: MixedEquations): void {
  theta.forEach((deviation) => nonNegativeNumber(deviation, 'theta'));
  if (theta.length === levels.length) return;
  throw new DomainError('statistics/lengths-differ', 'each factor needs its deviation', 'theta');
}

/**
 * Solves the equations in the scaled form [X'X X'ZL; LZ'X LZ'ZL+I], L = diag(theta), which stays regular where a variance
 * is zero. `theta` holds one number per factor, zero or more. Throws `statistics/negative`, `statistics/lengths-differ`, or
 * `statistics/not-computable` if the fixed effects cannot be told apart, or if squared values or ratios of variances are
 * beyond all numbers.
 *
 * Source: Bates et al., J Stat Softw 2015;67(1), section 3.
 */
export function solveMixed(equations: MixedEquations, theta: readonly number[]): MixedSolution {
  const { absorbed, counts, sums, fixed } = equations;
  possibleDeviations(theta, equations);
  const own = theta[absorbed] as number;
  const other = theta[1 - absorbed] ?? 0;
  const width = equations.rest.rows;
  const scale = Array.from({ length: width }, (_, k) => (k < fixed ? 1 : other));
  const pivots = counts.map((count) => own * own * count + 1);
  const links = Matrix.mul(equations.cross.clone().mulRowVector(scale), own);
  const halved = links.clone().divColumnVector(pivots.map(Math.sqrt));
  const penalty = Matrix.diag(scale.map((_, k) => (k < fixed ? 0 : 1)));
  const reduced = equations.rest.clone().mulRowVector(scale).mulColumnVector(scale).add(penalty);
  reduced.sub(halved.transpose().mmul(halved));
  if (![equations.squares, ...pivots, ...reduced.to1DArray()].every(Number.isFinite)) {
    throw new DomainError('statistics/not-computable', 'the values or variances are too extreme', 'value');
  }
  const cholesky = new CholeskyDecomposition(reduced);
  if (!cholesky.isPositiveDefinite()) {
    throw new DomainError(
      'statistics/not-computable',
      'the fixed effects cannot be told apart',
      'experience',
    );
  }
  const inverse = cholesky.solve(Matrix.eye(width));
  const restTarget = Matrix.columnVector(equations.restSums.map((sum, k) => sum * (scale[k] as number)));
  const target = sums.map((sum) => own * sum);
  const known = links.transpose().mmul(Matrix.columnVector(target.map((t, i) => t / (pivots[i] as number))));
  const found = inverse.mmul(Matrix.sub(restTarget, known)).to1DArray();
  const explained = links.mmul(Matrix.columnVector(found)).to1DArray();
  const absorbedFound = target.map((t, i) => (t - (explained[i] as number)) / (pivots[i] as number));
  return assemble(equations, {
    ...{ own, other, pivots, links, inverse, found, absorbedFound },
    explainedSquares:
      sumOver(target.map((t, i) => t * (absorbedFound[i] as number))) +
      sumOver(found.map((b, k) => b * restTarget.get(k, 0))),
    logDeterminant:
      sumOver(pivots.map(Math.log)) + 2 * sumOver(cholesky.lowerTriangularMatrix.diag().map(Math.log)),
  });
}

interface Solved {
  readonly own: number;
  readonly other: number;
  readonly pivots: readonly number[];
  readonly links: Matrix;
  readonly inverse: Matrix;
  readonly found: readonly number[];
  readonly absorbedFound: readonly number[];
  readonly explainedSquares: number;
  readonly logDeterminant: number;
}

function quadraticForm(inverse: Matrix, vector: readonly number[]): number {
  const row = Matrix.rowVector([...vector]);
  return row.mmul(inverse).dot(row);
}

/** Names what was solved in the order of the factors, absorbed or not. */
function assemble(equations: MixedEquations, solved: Solved): MixedSolution {
  const { absorbed, fixed, center } = equations;
  const { own, other, pivots, links, inverse, found, absorbedFound } = solved;
  const otherFound = found.slice(fixed);
  const squaresOf = (values: readonly number[]): number => sumOver(values.map((value) => value * value));
  const share = (level: number): number[] =>
    links.getRow(level).map((link) => link / (pivots[level] as number));
  const ownTrace = sumOver(pivots.map((pivot, level) => 1 / pivot + quadraticForm(inverse, share(level))));
  const otherTrace = sumOver(inverse.diag().slice(fixed));
  const ownFirst = <T>(mine: T, others: T): T[] =>
    equations.levels.length === 1 ? [mine] : absorbed === 0 ? [mine, others] : [others, mine];
  return {
    fixed: found.slice(0, fixed).map((value, k) => (k === 0 ? value + center : value)),
    effects: ownFirst(
      absorbedFound.map((value) => own * value),
      otherFound.map((value) => other * value),
    ),
    residualSquares: equations.squares - solved.explainedSquares,
    logDeterminant: solved.logDeterminant,
    factors: ownFirst(
      { trace: ownTrace, squares: squaresOf(absorbedFound) },
      { trace: otherTrace, squares: squaresOf(otherFound) },
    ),
    variance: (contrast, factor, level) => {
      const vector = Array.from({ length: inverse.rows }, (_, k) => contrast[k] ?? 0);
      if (factor === absorbed) {
        const weights = share(level);
        const less = vector.map((value, k) => value - own * (weights[k] as number));
        return quadraticForm(inverse, less) + (own * own) / (pivots[level] as number);
      }
      vector[fixed + level] = other;
      return quadraticForm(inverse, vector);
    },
  };
}
