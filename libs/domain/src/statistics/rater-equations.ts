import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { DomainError } from '../refusal';

/** One observation: its value, its fixed effects (the first is 1), and its level, from 0, of each random factor. */
export interface MixedRow {
  readonly value: number;
  readonly fixed: readonly number[];
  readonly levels: readonly number[];
}

/** The shape of a mixed model: how many fixed effects, and how many levels each of one or two random factors has. */
export interface MixedShape {
  readonly fixed: number;
  readonly levels: readonly number[];
}

/**
 * The sums that Henderson's mixed-model equations need, for one or two crossed random factors. The factor with most
 * levels is absorbed, because its block is diagonal; the equations that are left have the size of the fixed effects and
 * the other factor. Values are taken from their mean, which keeps the sums of squares exact.
 *
 * Source: Henderson, Applications of Linear Models in Animal Breeding, 1984, chapters 5 and 6.
 */
export interface MixedEquations extends MixedShape {
  readonly rows: number;
  readonly center: number;
  /** Index of the absorbed factor. */
  readonly absorbed: number;
  /** Observations, and their summed values, per level of the absorbed factor. */
  readonly counts: readonly number[];
  readonly sums: readonly number[];
  /** Absorbed levels x (fixed effects, other factor). */
  readonly cross: Matrix;
  /** (fixed effects, other factor) squared, and its right-hand side. */
  readonly rest: Matrix;
  readonly restSums: readonly number[];
  readonly squares: number;
}

/** Adds up the equations of observations that {@link possibleRatings} or its like has checked. */
export function mixedEquations(rows: readonly MixedRow[], shape: MixedShape): MixedEquations {
  const { fixed, levels } = shape;
  const absorbed = (levels[1] ?? 0) > (levels[0] as number) ? 1 : 0;
  const width = fixed + (levels[1 - absorbed] ?? 0);
  const counts = Array<number>(levels[absorbed] as number).fill(0);
  const sums = [...counts];
  const restSums = Array<number>(width).fill(0);
  const cross = Matrix.zeros(counts.length, width);
  const rest = Matrix.zeros(width, width);
  const center = rows.reduce((sum, { value }) => sum + value, 0) / rows.length;
  let squares = 0;
  for (const row of rows) {
    const y = row.value - center;
    const level = row.levels[absorbed] as number;
    const other = row.levels[1 - absorbed];
    const columns = row.fixed.map((x, column) => ({ column, x }));
    if (other !== undefined) columns.push({ column: fixed + other, x: 1 });
    counts[level] = (counts[level] as number) + 1;
    sums[level] = (sums[level] as number) + y;
    squares += y * y;
    for (const { column, x } of columns) {
      restSums[column] = (restSums[column] as number) + x * y;
      cross.set(level, column, cross.get(level, column) + x);
      for (const also of columns) rest.set(column, also.column, rest.get(column, also.column) + x * also.x);
    }
  }
  return { ...shape, rows: rows.length, center, absorbed, counts, sums, cross, rest, restSums, squares };
}

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

/**
 * Solves the equations in the scaled form [X'X X'ZL; LZ'X LZ'ZL+I], L = diag(theta), which stays regular where a variance
 * is zero. Throws `statistics/not-computable` if the fixed effects cannot be told apart.
 *
 * Source: Bates et al., J Stat Softw 2015;67(1), section 3.
 */
export function solveMixed(equations: MixedEquations, theta: readonly number[]): MixedSolution {
  const { absorbed, counts, sums, fixed } = equations;
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
  const cholesky = new CholeskyDecomposition(reduced);
  if (!cholesky.isPositiveDefinite()) {
    throw new DomainError('statistics/not-computable', 'the fixed effects cannot be told apart', 'experience');
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
  const share = (level: number): number[] => links.getRow(level).map((link) => link / (pivots[level] as number));
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
