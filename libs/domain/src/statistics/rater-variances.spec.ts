import fc from 'fast-check';
import { ratingIslands } from './rater-connectivity';
import { raterFindings } from './rater-finding';
import type { Rating } from './rater-rating';
import {
  estimateRaterVariances,
  PLACEHOLDER_VARIANCES,
  programVariances,
  SMALLEST_RATER_VARIANCE,
} from './rater-variances';
import { normal, seeded } from './testdata/seeded';

/** Ratings on a continuous scale, so that the variances that made them are the ones to be found. */
function simulated(
  seed: number,
  size: { fellows: number; raters: number; ratings: number; raterSd: number },
): Rating[] {
  const random = seeded(seed);
  const effects = (count: number, deviation: number) =>
    Array.from({ length: count }, () => normal(random, deviation));
  const [fellows, raters] = [effects(size.fellows, 0.8), effects(size.raters, size.raterSd)];
  return Array.from({ length: size.ratings }, () => {
    const [fellow, rater] = [Math.floor(random() * size.fellows), Math.floor(random() * size.raters)];
    const value = 3 + (fellows[fellow] as number) + (raters[rater] as number) + normal(random, 0.7);
    return { fellowId: `f${fellow}`, raterId: `r${rater}`, value };
  });
}

const rating = (fellowId: string, raterId: string, value: number): Rating => ({ fellowId, raterId, value });
const estimated = (ratings: readonly Rating[]) => {
  const found = estimateRaterVariances(ratings);
  if (!found.ok) throw new Error(found.code);
  return found.value;
};

describe('the variances of ratings', () => {
  test('are found again in a large simulated program', () => {
    const found = estimated(simulated(20267, { fellows: 120, raters: 120, ratings: 6000, raterSd: 0.5 }));
    expect(found.fellow).toBeGreaterThan(0.8 ** 2 * 0.7);
    expect(found.fellow).toBeLessThan(0.8 ** 2 * 1.4);
    expect(found.rater).toBeGreaterThan(0.5 ** 2 * 0.7);
    expect(found.rater).toBeLessThan(0.5 ** 2 * 1.4);
    expect(found.residual).toBeCloseTo(0.49, 1);
  });

  test('do not change when all ratings move, and grow with the square of the scale', () => {
    const ratings = simulated(20268, { fellows: 12, raters: 9, ratings: 150, raterSd: 0.5 });
    const before = estimated(ratings);
    const rescaled = (factor: number, shift: number) =>
      estimated(ratings.map((one) => ({ ...one, value: one.value * factor + shift })));
    for (const [key, value] of Object.entries(rescaled(10, -4))) {
      expect(value / before[key as keyof typeof before]).toBeCloseTo(100, 4);
    }
  });

  test('of a balanced table without differences between raters are zero for raters', () => {
    const table = ['a', 'b', 'c'].flatMap((fellow, k) =>
      ['r', 's', 't', 'u'].map((rater, j) => rating(fellow, rater, k + ((j + k) % 2))),
    );
    expect(estimated(table).rater).toBe(0);
  });

  test.each([
    ['one fellow', [rating('a', 'r', 1), rating('a', 's', 2), rating('a', 't', 2)], 'too-few-levels'],
    [
      'as many people as ratings',
      [rating('a', 'r', 1), rating('b', 'r', 2), rating('b', 's', 2)],
      'too-few-ratings',
    ],
    [
      'ratings that all agree',
      ['a', 'b', 'c'].flatMap((fellow) => ['r', 's'].map((rater) => rating(fellow, rater, 3))),
      'ratings-do-not-vary',
    ],
    [
      'a rater of its own for every fellow',
      ['a', 'b', 'c'].flatMap((id, k) => [1, 2, 3].map((value) => rating(id, id, value + k))),
      'raters-inseparable',
    ],
    [
      'ratings that people explain in full',
      ['a', 'b', 'c'].flatMap((fellow, k) =>
        ['r', 's', 't'].map((rater, j) => rating(fellow, rater, k + 2 * j)),
      ),
      'not-converged',
    ],
  ])('cannot be told from %s', (_what, ratings, code) => {
    expect(estimateRaterVariances(ratings)).toMatchObject({ ok: false, code: `statistics/${code}` });
  });
});

describe('the variances that a program uses', () => {
  const enough = { fellows: 12, raters: 8, ratings: 240, raterSd: 0.5 };

  test('are its own from 200 ratings by 8 raters', () => {
    const ratings = simulated(20269, enough);
    expect(programVariances(ratings)).toEqual({ variances: estimated(ratings), basis: 'estimated' });
  });

  test('let raters differ at least a little', () => {
    const { variances, basis } = programVariances(simulated(20270, { ...enough, raterSd: 0 }));
    expect([variances.rater, basis]).toEqual([SMALLEST_RATER_VARIANCE, 'estimated']);
  });

  test.each([
    ['too few ratings', simulated(20271, { ...enough, ratings: 199 })],
    ['too few raters', simulated(20272, { ...enough, raters: 7 })],
    ['ratings that all agree', simulated(20273, enough).map((one) => ({ ...one, value: 3 }))],
    ['a second island', [...simulated(20274, enough), rating('elsewhere', 'another', 3)]],
    ['no ratings at all', []],
  ])('are placeholders for %s', (_what, ratings) => {
    expect(programVariances(ratings)).toEqual({ variances: PLACEHOLDER_VARIANCES, basis: 'placeholder' });
  });
});

describe('the islands of ratings', () => {
  test('are people whom ratings link, most ratings first, and one id may be a fellow and a rater', () => {
    const ratings = [
      rating('x', 'r', 1),
      rating('b', 's', 1),
      rating('a', 't', 1),
      rating('b', 't', 1),
      rating('r', 'x', 2),
    ];
    expect(ratingIslands(ratings)).toEqual([
      { fellows: ['a', 'b'], raters: ['s', 't'], ratings: 3 },
      { fellows: ['r'], raters: ['x'], ratings: 1 },
      { fellows: ['x'], raters: ['r'], ratings: 1 },
    ]);
    expect(ratingIslands([])).toEqual([]);
  });

  test('are the same in any order and hold every rating once', () => {
    const id = fc.constantFrom('1', '2', '3', '4', '5', '6');
    const lists = fc.array(fc.tuple(id, id), { maxLength: 12 });
    fc.assert(
      fc.property(lists, (pairs) => {
        const ratings = pairs.map(([fellow, rater]) => rating(fellow, rater, 3));
        const islands = ratingIslands(ratings);
        expect(ratingIslands([...ratings].reverse())).toEqual(islands);
        expect(islands.reduce((sum, island) => sum + island.ratings, 0)).toBe(ratings.length);
        const fellows = islands.flatMap((island) => island.fellows);
        expect(new Set(fellows).size).toBe(fellows.length);
      }),
    );
  });
});

describe('what may be said of a rater', () => {
  const raters = ['hawk', 'dove', 'o1', 'o2', 'o3', 'o4'];
  const usual: Record<string, number> = { hawk: 2, dove: 4 };
  const ratings = Array.from({ length: 12 }, (_, k) => k).flatMap((k) =>
    raters.map((rater) => rating(`f${k % 4}`, rater, usual[rater] ?? 3)),
  );
  const findingOf = (list: readonly Rating[], raterId: string) =>
    raterFindings(list, PLACEHOLDER_VARIANCES).find((one) => one.raterId === raterId);

  test('is the distance from colleagues who rated the same fellows, with its 95 % interval', () => {
    const hawk = findingOf(ratings, 'hawk');
    expect(hawk).toMatchObject({ hiddenBecause: null, sharedFellows: 4, island: 0, ratings: 12 });
    expect(hawk?.effect).toBeLessThan(0);
    const width = (hawk?.high ?? 0) - (hawk?.low ?? 0);
    expect(width / (hawk?.standardError ?? 0)).toBeCloseTo(2 * 1.959963984540054, 9);
  });

  test.each([
    ['few-ratings', ratings.filter(({ raterId, fellowId }) => raterId !== 'hawk' || fellowId !== 'f0')],
    [
      'few-shared-fellows',
      ratings.map((one) => (one.fellowId < 'f2' ? one : { ...one, fellowId: one.raterId })),
    ],
  ])('is hidden because of %s', (reason, list) => {
    expect(findingOf(list, 'hawk')?.hiddenBecause).toBe(reason);
  });

  test('is hidden while it is unreliable', () => {
    const unsure = { ...PLACEHOLDER_VARIANCES, residual: 40 };
    expect(raterFindings(ratings, unsure).map(({ hiddenBecause }) => hiddenBecause)).toEqual(
      raters.map(() => 'unreliable'),
    );
  });

  test('rests on the own island alone', () => {
    const apart = ratings.map((one) => ({
      ...one,
      fellowId: `x${one.fellowId}`,
      raterId: `x${one.raterId}`,
      value: 5,
    }));
    expect(findingOf([...ratings, ...apart], 'hawk')?.effect).toBeCloseTo(
      findingOf(ratings, 'hawk')?.effect as number,
      10,
    );
    expect(findingOf([...ratings, ...apart], 'xhawk')).toMatchObject({ island: 1 });
  });
});
