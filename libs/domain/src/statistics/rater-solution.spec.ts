import { determinant, inverse, Matrix } from 'ml-matrix';
import { mixedEquations, type MixedRow } from './rater-equations';
import { solveMixed } from './rater-solution';
import { estimateComponents } from './rater-variances';
import { normal, seeded } from './testdata/seeded';

const refusal = (code: string) => expect.objectContaining({ code: `statistics/${code}` });

/** Davies & Goldsmith, Statistical Methods in Research and Production, 4th ed., 1972: yield of six batches of dyestuff. */
const DYESTUFF = [
  [1545, 1440, 1440, 1520, 1580],
  [1540, 1555, 1490, 1560, 1495],
  [1595, 1550, 1605, 1510, 1560],
  [1445, 1440, 1595, 1465, 1545],
  [1595, 1630, 1515, 1635, 1625],
  [1520, 1455, 1450, 1480, 1445],
];
const rowsOf = (groups: readonly (readonly number[])[]): MixedRow[] =>
  groups.flatMap((values, level) => values.map((value) => ({ value, fixed: [1], levels: [level] })));

/** Rows of two crossed factors with `levels` levels and a second fixed effect, unbalanced. */
function crossedRows(seed: number, levels: readonly [number, number], count: number): MixedRow[] {
  const random = seeded(seed);
  const at = (k: number): number => (k < 2 * Math.max(...levels) ? k : Math.floor(random() * 1000));
  return Array.from({ length: count }, (_, k) => ({
    value: 3 + normal(random, 1),
    fixed: [1, random()],
    levels: [at(k) % levels[0], at(k + 1) % levels[1]],
  }));
}

/** The likelihood by its definition, with the whole covariance matrix V of the values per unit of residual variance. */
function byDefinition(rows: readonly MixedRow[], theta: readonly number[]) {
  const v = new Matrix(
    rows.map((one, i) =>
      rows.map((other, j) =>
        theta.reduce(
          (sum, t, factor) => sum + (one.levels[factor] === other.levels[factor] ? t * t : 0),
          i === j ? 1 : 0,
        ),
      ),
    ),
  );
  const x = new Matrix(rows.map(({ fixed }) => [...fixed]));
  const y = Matrix.columnVector(rows.map(({ value }) => value));
  const vInverse = inverse(v);
  const information = x.transpose().mmul(vInverse).mmul(x);
  const fixed = inverse(information).mmul(x.transpose()).mmul(vInverse).mmul(y);
  const left = Matrix.sub(y, x.mmul(fixed));
  const logDet = (matrix: Matrix): number => Math.log(determinant(matrix));
  return {
    fixed: fixed.to1DArray(),
    residualSquares: left.transpose().mmul(vInverse).mmul(left).get(0, 0),
    logDeterminant: logDet(v) + logDet(information),
    /** Best linear unbiased prediction: covariance of an effect with the values, times V^-1 times what is left. */
    effect: (factor: number, level: number): number =>
      Matrix.rowVector(
        rows.map(({ levels }) => (levels[factor] === level ? (theta[factor] as number) ** 2 : 0)),
      )
        .mmul(vInverse)
        .mmul(left)
        .get(0, 0),
  };
}

describe('the equations of a mixed model, solved', () => {
  test.each([
    ['more levels of the first factor', [6, 3], [0.9, 0.4]],
    ['more levels of the second factor', [3, 7], [0.5, 1.3]],
    ['a factor that does not matter', [5, 4], [0.7, 0]],
    ['no factor that matters', [4, 5], [0, 0]],
  ] as const)('are generalized least squares and best predictions, with %s', (_what, levels, theta) => {
    const rows = crossedRows(20281, levels, 40);
    const solved = solveMixed(mixedEquations(rows, { fixed: 2, levels }), theta);
    const expected = byDefinition(rows, theta);
    solved.fixed.forEach((effect, k) => expect(effect).toBeCloseTo(expected.fixed[k] as number, 9));
    expect(solved.residualSquares).toBeCloseTo(expected.residualSquares, 9);
    expect(solved.logDeterminant).toBeCloseTo(expected.logDeterminant, 9);
    levels.forEach((count, factor) => {
      const effects = Array.from({ length: count }, (_, level) => expected.effect(factor, level));
      solved.effects[factor]?.forEach((effect, k) => expect(effect).toBeCloseTo(effects[k] as number, 9));
    });
  });

  test('have the traces that make the slope of the likelihood', () => {
    // d(-2 ln L)/d ln(ratio) = levels - trace - squares/residual, against a difference of the definition.
    const rows = crossedRows(20282, [5, 4], 40);
    const equations = mixedEquations(rows, { fixed: 2, levels: [5, 4] });
    const criterion = (logRatios: readonly number[]): number => {
      const { logDeterminant, residualSquares } = byDefinition(
        rows,
        logRatios.map((value) => Math.exp(value / 2)),
      );
      return logDeterminant + 38 * Math.log(residualSquares);
    };
    const at = [-0.4, -1.1];
    const { factors, residualSquares } = solveMixed(
      equations,
      at.map((value) => Math.exp(value / 2)),
    );
    factors.forEach(({ trace, squares }, k) => {
      const moved = (by: number) => criterion(at.map((value, j) => (j === k ? value + by : value)));
      const slope = (equations.levels[k] as number) - trace - squares / (residualSquares / 38);
      expect(slope).toBeCloseTo((moved(1e-4) - moved(-1e-4)) / 2e-4, 5);
    });
  });

  test('reproduce the batches of dyestuff with their published variances', () => {
    // Bates et al., lme4: 1764.05 and 2451.25; Davies & Goldsmith print the mean squares 11271.5 and 2451.25.
    const equations = mixedEquations(rowsOf(DYESTUFF), { fixed: 1, levels: [6] });
    const found = estimateComponents(equations);
    if (!found.ok) throw new Error(found.code);
    expect(found.value.factors[0]).toBeCloseTo((11271.5 - 2451.25) / 5, 6);
    expect(found.value.residual).toBeCloseTo(2451.25, 6);
    const solved = solveMixed(equations, [Math.sqrt(1764.05 / 2451.25)]);
    expect(solved.fixed).toEqual([expect.closeTo(1527.5, 9)]);
    expect(solved.effects).toHaveLength(1);
    expect(solved.effects[0]?.[0]).toBeCloseTo(-17.60685, 4);
    expect(solved.effects[0]?.[4]).toBeCloseTo(56.73319, 4);
  });

  test.each([
    ['fixed effects that say the same', rowsOf(DYESTUFF).map((row) => ({ ...row, fixed: [1, 1] })), 2, 1],
    ['values whose squares are beyond all numbers', rowsOf([[1e200], [-1e200]]), 1, 1],
    ['values whose sum is beyond all numbers', rowsOf([[1.5e308], [1.5e308]]), 1, 1],
    ['a ratio of variances beyond all numbers', rowsOf(DYESTUFF), 1, 1e200],
  ])('are refused for %s', (_what, rows, fixed, theta) => {
    const solved = () => solveMixed(mixedEquations(rows, { fixed, levels: [6] }), [theta]);
    expect(solved).toThrow(refusal('not-computable'));
  });
});
