import fc from 'fast-check';
import { fitOrdinalModel, type OrdinalRating } from './ordinal-mixed-model';
import { groupLogLikelihood, groupMode, type GroupedRating } from './ordinal-likelihood';
import { gaussHermite } from './ordinal-quadrature';
import { minimize } from '../quasi-newton';
import { normal, seeded } from '../testdata/seeded';

const refusal = (code: string) => expect.objectContaining({ code: `statistics/${code}` });
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

describe('Gauss–Hermite quadrature', () => {
  test('integrates polynomials times the bell exactly', () => {
    // The integrals of z^(2k) e^(-z^2) are Gamma(k + 1/2): sqrt(pi) times 1, 1/2, 3/4, 15/8, 105/16.
    const moments = [1, 1 / 2, 3 / 4, 15 / 8, 105 / 16].map((moment) => moment * Math.sqrt(Math.PI));
    const { nodes, weights } = gaussHermite(5);
    moments.forEach((moment, k) => {
      const sum = nodes.reduce((total, node, j) => total + (weights[j] as number) * node ** (2 * k), 0);
      expect(sum).toBeCloseTo(moment, 10);
    });
  });

  test('is one point at the middle, the rule of Laplace, and has at most fifty', () => {
    expect(gaussHermite(1).nodes.map(Math.abs)).toEqual([0]);
    expect(gaussHermite(1).weights[0]).toBeCloseTo(Math.sqrt(Math.PI), 12);
    expect(() => gaussHermite(51)).toThrow(refusal('too-many-points'));
    expect(() => gaussHermite(0)).toThrow(refusal('count-invalid'));
  });
});

describe('the likelihood of the ratings of a group', () => {
  const ratings: GroupedRating[] = [
    { category: 0, covariates: [0] },
    { category: 1, covariates: [1] },
    { category: 2, covariates: [1] },
    { category: 2, covariates: [0] },
  ];
  const parameters = { thresholds: [-1, 0.8], effects: [0.6], deviation: 1.3 };

  /** The definition, on a fine grid of the random intercept. */
  function byGrid(): { logLikelihood: number; mode: number } {
    const bounds = [-Infinity, ...parameters.thresholds, Infinity];
    let [integral, best, mode] = [0, -Infinity, 0];
    const step = 1e-3;
    for (let u = -9; u < 9; u += step) {
      const density = Math.exp(-(u * u) / (2 * 1.3 ** 2)) / (1.3 * Math.sqrt(2 * Math.PI));
      const joint = ratings.reduce((product, { category, covariates: [x = 0] }) => {
        const shift = 0.6 * x + u;
        return (
          product *
          (logistic((bounds[category + 1] as number) - shift) -
            logistic((bounds[category] as number) - shift))
        );
      }, density);
      integral += joint * step;
      if (joint > best) [best, mode] = [joint, u];
    }
    return { logLikelihood: Math.log(integral), mode };
  }

  test('is the integral over the intercept of the group, and its mode the likeliest intercept', () => {
    const { logLikelihood, mode } = byGrid();
    expect(groupLogLikelihood(ratings, parameters, gaussHermite(30))).toBeCloseTo(logLikelihood, 8);
    expect(groupMode(ratings, parameters)).toBeCloseTo(mode, 2);
    expect(groupMode(ratings, { ...parameters, deviation: -1.3 })).toBeCloseTo(mode, 2);
  });

  test('is the plain one where groups do not differ', () => {
    const still = { ...parameters, deviation: 0 };
    const [low, high] = [logistic(-1), logistic(0.8 - 0.6) - logistic(-1 - 0.6)];
    const rest = (1 - logistic(0.8 - 0.6)) * (1 - logistic(0.8));
    expect(groupLogLikelihood(ratings, still, gaussHermite(10))).toBeCloseTo(Math.log(low * high * rest), 10);
    expect(groupMode(ratings, still)).toBe(0);
  });
});

/** Ratings of 1 to 4 by groups with random intercepts, from a latent logistic scale. */
function simulated(seed: number, groups: number): OrdinalRating[] {
  const random = seeded(seed);
  return Array.from({ length: groups }, () => normal(random, 1)).flatMap((intercept, group) =>
    Array.from({ length: 20 }, (_, k) => {
      const u = random();
      const latent = 1.5 * (k % 2) + intercept + Math.log(u / (1 - u));
      return {
        value: 1 + [-1, 0.5, 2].filter((threshold) => latent > threshold).length,
        covariates: [k % 2],
        groupId: `g${group}`,
      };
    }),
  );
}

describe('the ordinal model', () => {
  const ratings = simulated(20275, 24);

  test('finds the parameters of simulated ratings again', () => {
    const fitted = fitOrdinalModel(ratings, 5);
    if (!fitted.ok) throw new Error(fitted.code);
    const { thresholds, effects, groupDeviation, groups } = fitted.value;
    [-1, 0.5, 2].forEach((threshold, k) =>
      expect(Math.abs((thresholds[k] as number) - threshold)).toBeLessThan(0.5),
    );
    expect(Math.abs((effects[0] as number) - 1.5)).toBeLessThan(0.4);
    expect(Math.abs(groupDeviation - 1)).toBeLessThan(0.3);
    expect(groups).toHaveLength(24);
  });

  test('does not depend on the numbers of the categories, only on their order', () => {
    const [one, other] = [ratings, ratings.map((rating) => ({ ...rating, value: rating.value ** 3 }))].map(
      (list) => fitOrdinalModel(list.slice(0, 120), 3),
    );
    expect(one?.ok && other?.ok && one.value.effects[0]).toBeCloseTo(
      (other?.ok && other.value.effects[0]) as number,
      10,
    );
  });

  const some = ratings.slice(0, 60);
  test.each([
    ['one category', some.map((rating) => ({ ...rating, value: 3 })), 'one-category-only'],
    ['one group', some.map((rating) => ({ ...rating, groupId: 'g' })), 'too-few-levels'],
    [
      'a covariate that separates',
      some.map((rating) => ({ ...rating, covariates: [rating.value] })),
      'not-converged',
    ],
    [
      'covariates that cannot be told apart',
      some.map((rating) => ({ ...rating, covariates: [...rating.covariates, ...rating.covariates] })),
      'not-converged',
    ],
  ])('is not fitted for %s', (_what, list, code) => {
    expect(fitOrdinalModel(list, 3)).toMatchObject({ ok: false, code: `statistics/${code}` });
  });

  test.each([
    ['no rating', [], 'empty'],
    ['a rating of NaN', [{ value: Number.NaN, covariates: [], groupId: 'g' }], 'not-a-number'],
    [
      'a missing covariate',
      [
        { value: 1, covariates: [1], groupId: 'g' },
        { value: 2, covariates: [], groupId: 'h' },
      ],
      'lengths-differ',
    ],
  ])('refuses %s', (_what, list, code) => {
    expect(() => fitOrdinalModel(list)).toThrow(refusal(code));
  });
});

describe('the search for a minimum', () => {
  const options = { flat: 1e-9, longestStep: 1 };

  test('finds the bottom of the valley of Rosenbrock', () => {
    const found = minimize({
      ...options,
      slopeAt: ([x = 0, y = 0]) => ({
        value: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
        gradient: [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
      }),
      start: [-1.2, 1],
    });
    expect(found.converged).toBe(true);
    found.point.forEach((x) => expect(x).toBeCloseTo(1, 6));
  });

  test('finds the bottom of any bowl', () => {
    const center = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(center, (bottom) => {
        const found = minimize({
          ...options,
          slopeAt: (point) => ({
            value: point.reduce((sum, x, k) => sum + (k + 1) * (x - (bottom[k] as number)) ** 2, 0),
            gradient: point.map((x, k) => 2 * (k + 1) * (x - (bottom[k] as number))),
          }),
          start: bottom.map(() => 0),
        });
        expect(found.converged).toBe(true);
        found.point.forEach((x, k) => expect(x).toBeCloseTo(bottom[k] as number, 6));
      }),
    );
  });

  test('says so where there is no bottom', () => {
    const slope = minimize({ ...options, slopeAt: ([x = 0]) => ({ value: -x, gradient: [-1] }), start: [0] });
    expect(slope.converged).toBe(false);
    const cliff = minimize({
      ...options,
      slopeAt: ([x = 0]) => ({ value: x > 0 ? Infinity : -x, gradient: [-1] }),
      start: [0],
    });
    expect(cliff.converged).toBe(false);
  });
});
