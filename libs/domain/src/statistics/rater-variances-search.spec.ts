import { ratingEquations } from './rater-model';
import type { Rating } from './rater-rating';
import { solveMixed } from './rater-solution';
import { estimateRaterVariances, programVariances } from './rater-variances';
import { normal, seeded } from './testdata/seeded';

const FELLOWS = ['a', 'b', 'c', 'd'];
const RATERS = ['r', 's', 't'];

/** Minus twice the restricted log-likelihood at given variances, up to a constant. */
function criterionOf(ratings: readonly Rating[]) {
  const { equations } = ratingEquations(ratings);
  const freedom = equations.rows - equations.fixed;
  return (fellow: number, rater: number): number => {
    const solved = solveMixed(equations, [Math.sqrt(fellow), Math.sqrt(rater)]);
    return solved.logDeterminant + freedom * Math.log(solved.residualSquares);
  };
}

/** Ratings of a small program that leave some pairs of people out. */
function simulated(random: () => number, deviations: readonly [number, number], step: number): Rating[] {
  const [fellows, raters] = [FELLOWS, RATERS].map((ids, k) =>
    ids.map(() => normal(random, deviations[k] as number)),
  ) as [number[], number[]];
  return Array.from({ length: 40 }, () => {
    const [f, r] = [Math.floor(random() * 4), Math.floor(random() * 3)];
    const value = 3 + (fellows[f] as number) + (raters[r] as number) + normal(random, 0.8);
    return {
      ...{ fellowId: FELLOWS[f] as string, raterId: RATERS[r] as string },
      value: step > 0 ? step * Math.round(value / step) : value,
      experience: Math.log1p(Math.floor(random() * 20)),
    };
  });
}

describe('the search for variances', () => {
  const random = seeded(20283);
  const programs = Array.from({ length: 60 }, (_, k) =>
    simulated(random, [k % 3 === 0 ? 0 : 0.7, k % 2 === 0 ? 0 : 0.5], k % 4 === 0 ? 0 : 1),
  );

  test('always ends, at variances that no others beat', () => {
    const grid = [0, 0.01, 0.05, 0.2, 0.7, 2, 7];
    for (const ratings of programs) {
      const found = estimateRaterVariances(ratings);
      if (!found.ok) throw new Error(found.code);
      const { fellow, rater, residual } = found.value;
      const criterion = criterionOf(ratings);
      const least = criterion(fellow / residual, rater / residual);
      for (const f of grid) for (const r of grid) expect(criterion(f, r)).toBeGreaterThan(least - 1e-7);
    }
  });

  test('finds no variance at all in about half of the programs whose raters do not differ', () => {
    const zeros = programs.filter((ratings, k) => {
      const found = estimateRaterVariances(ratings);
      return k % 2 === 0 && found.ok && found.value.rater === 0;
    });
    expect(zeros.length).toBeGreaterThan(8);
    expect(zeros.length).toBeLessThan(28);
  });

  test('ends at once where a variance is zero and the other is not', () => {
    // Met in a fuzz: the search followed the vanishing variance for 10,000 steps, and then gave up.
    const table: [string, string, number[]][] = [
      ['f1', 'r0', [2, 3, 1, 2, 3, 2, 3]],
      ['f1', 'r1', [2, 2]],
      ['f1', 'r2', [3, 2, 3]],
      ['f1', 'r3', [2, 3]],
      ['f0', 'r0', [5, 5, 4, 5, 4, 5, 5]],
      ['f0', 'r1', [5, 3]],
      ['f0', 'r2', [5, 5]],
      ['f0', 'r3', [5, 4, 4]],
    ];
    const ratings = table.flatMap(([fellowId, raterId, given]) =>
      given.map((value) => ({ fellowId, raterId, value })),
    );
    const found = estimateRaterVariances(ratings);
    expect(found).toMatchObject({ ok: true, value: { rater: 0 } });
    expect(found.ok && found.value.fellow / found.value.residual).toBeCloseTo(Math.exp(1.77792176), 6);
  });

  // By hand, in fractions: the least of -2 ln(restricted likelihood) with no, one or both variances zero. Each table gave
  // another answer before: a variance of zero lost the other one, or both stopped short of zero.
  test.each([
    [
      [3, 2],
      [
        [2, 4],
        [4, 3],
        [2, 4],
      ],
      { fellow: 0, rater: 2 / 9, residual: 5 / 6 },
    ],
    [
      [3, 2],
      [
        [2, 3],
        [4, 3],
        [4, 3],
      ],
      { fellow: 1 / 12, rater: 0, residual: 1 / 2 },
    ],
    [
      [2, 2],
      [
        [3, 3],
        [3, 2],
      ],
      { fellow: 0, rater: 0, residual: 1 / 4 },
    ],
    [
      [2, 4],
      [
        [3, 3, 2, 4],
        [2, 2, 3, 3],
      ],
      { fellow: 0, rater: 0, residual: 1 / 2 },
    ],
  ])('is exact at the edge of what a %j table holds: %j', (_size, table, variances) => {
    const ratings = table.flatMap((given, f) =>
      given.map((value, r) => ({ fellowId: `f${f}`, raterId: `r${r}`, value })),
    );
    const found = estimateRaterVariances(ratings);
    if (!found.ok) throw new Error(found.code);
    expect(found.value.fellow).toBeCloseTo(variances.fellow, 9);
    expect(found.value.rater).toBeCloseTo(variances.rater, 9);
    expect(found.value.residual).toBeCloseTo(variances.residual, 9);
  });
});

describe('the search for variances answers no number', () => {
  const everyPair = (value: (f: number, r: number, k: number) => number, experience?: number): Rating[] =>
    FELLOWS.flatMap((fellowId, f) =>
      RATERS.flatMap((raterId, r) =>
        [0, 1].map((k) => ({
          ...{ fellowId, raterId, value: value(f, r, k) },
          ...(experience === undefined ? {} : { experience: experience * ((f + 2 * r + 3 * k) % 5) }),
        })),
      ),
    );

  test.each([
    ['equal ratings whose mean is rounded', everyPair(() => 4.1).slice(0, 23), 'ratings-do-not-vary'],
    [
      'ratings that people explain in full, unbalanced',
      everyPair((f, r) => f + 2 * r).slice(0, 23),
      'not-converged',
    ],
    [
      'ratings that people and experience explain in full',
      everyPair((f, r, k) => f + 2 * r + 0.3 * ((f + 2 * r + 3 * k) % 5), 1).slice(0, 23),
      'not-converged',
    ],
  ])('to %s', (_what, ratings, code) => {
    expect(estimateRaterVariances(ratings)).toMatchObject({ ok: false, code: `statistics/${code}` });
  });

  test('to ratings whose squares are beyond all numbers', () => {
    expect(() => estimateRaterVariances(everyPair((f, r, k) => 1e200 * (f + r * k)).slice(1))).toThrow(
      expect.objectContaining({ code: 'statistics/not-computable' }),
    );
  });

  test('and a program whose ratings all agree, on whatever scale, keeps the placeholders', () => {
    const ratings = Array.from({ length: 203 }, (_, k) => ({
      ...{ fellowId: `f${k % 7}`, raterId: `r${k % 9}`, value: 3.3 },
    }));
    expect(programVariances(ratings).basis).toBe('placeholder');
  });
});
