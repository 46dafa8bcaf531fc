import fc from 'fast-check';
import { inverse, Matrix } from 'ml-matrix';
import { fitRaterModel, type RaterModel } from './rater-model';
import { probabilityOfNextRating } from './rater-next-rating';
import { experienceOf, type RaterVariances, type Rating } from './rater-rating';

const variances: RaterVariances = { fellow: 0.5, rater: 0.25, residual: 0.75 };
const refusal = (code: string) => expect.objectContaining({ code: `statistics/${code}` });
const unique = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

const anyRatings = (experience: boolean): fc.Arbitrary<Rating[]> =>
  fc.array(
    fc.record({
      fellowId: fc.constantFrom('f1', 'f2', 'f3', 'f4'),
      raterId: fc.constantFrom('r1', 'r2', 'r3'),
      value: fc.integer({ min: 1, max: 5 }),
      ...(experience ? { experience: fc.integer({ min: 0, max: 30 }).map(experienceOf) } : {}),
    }),
    { minLength: 4, maxLength: 25 },
  );

/** The same model by its definition: one dense inverse of Henderson's equations, nothing absorbed. */
function dense(ratings: readonly Rating[], { fellow, rater, residual }: RaterVariances) {
  const fellows = unique(ratings.map(({ fellowId }) => fellowId));
  const raters = unique(ratings.map(({ raterId }) => raterId));
  const slope = ratings.some(({ experience }) => experience !== ratings[0]?.experience);
  const fixed = slope ? 2 : 1;
  const design = new Matrix(
    ratings.map(({ fellowId, raterId, experience = 0 }) => [
      ...(slope ? [1, experience] : [1]),
      ...fellows.map((id) => (id === fellowId ? 1 : 0)),
      ...raters.map((id) => (id === raterId ? 1 : 0)),
    ]),
  );
  const penalty = [
    ...Array<number>(fixed).fill(0),
    ...fellows.map(() => 1 / fellow),
    ...raters.map(() => 1 / rater),
  ];
  const equations = design.transpose().mmul(design).div(residual).add(Matrix.diag(penalty));
  const covariance = inverse(equations);
  const values = Matrix.columnVector(ratings.map(({ value }) => value));
  const found = covariance.mmul(design.transpose().mmul(values).div(residual)).to1DArray();
  const variance = (...at: readonly [number, number][]): number =>
    at.reduce((sum, [i, x]) => at.reduce((inner, [j, y]) => inner + x * y * covariance.get(i, j), sum), 0);
  return { ...{ fellows, raters, slope, found, variance }, fellowAt: fixed, raterAt: fixed + fellows.length };
}

function expectSame(model: RaterModel, ratings: readonly Rating[]): void {
  const { slope, found, variance, fellowAt, raterAt } = dense(ratings, model.variances);
  expect(model.mean).toBeCloseTo(found[0] as number, 8);
  if (slope) expect(model.slope).toBeCloseTo(found[1] as number, 8);
  else expect(model.slope).toBeNull();
  model.fellows.forEach(({ effect, standardError, now, fellowId }, k) => {
    const latest = Math.max(
      ...ratings.filter((one) => one.fellowId === fellowId).map(({ experience = 0 }) => experience),
    );
    expect(effect).toBeCloseTo(found[fellowAt + k] as number, 8);
    expect(standardError).toBeCloseTo(Math.sqrt(variance([0, 1], [fellowAt + k, 1])), 8);
    const line: [number, number][] = slope ? [[1, latest]] : [];
    expect(now.variance).toBeCloseTo(variance([0, 1], ...line, [fellowAt + k, 1]), 8);
  });
  model.raters.forEach(({ effect, standardError, reliability }, k) => {
    const error = variance([raterAt + k, 1]);
    expect(effect).toBeCloseTo(found[raterAt + k] as number, 8);
    expect(standardError).toBeCloseTo(Math.sqrt(error), 8);
    expect(reliability).toBeCloseTo(Math.max(0, 1 - error / model.variances.rater), 8);
  });
}

describe('the crossed model of fellows and raters', () => {
  test('is the solution of the full mixed-model equations', () => {
    fc.assert(
      fc.property(anyRatings(false), (ratings) => expectSame(fitRaterModel(ratings, variances), ratings)),
      { numRuns: 60 },
    );
  });

  test('is so with experience too', () => {
    fc.assert(
      fc.property(anyRatings(true), (ratings) => expectSame(fitRaterModel(ratings, variances), ratings)),
      { numRuns: 60 },
    );
  });

  test('does not depend on the order of the ratings', () => {
    fc.assert(
      fc.property(anyRatings(false), (ratings) => {
        const [one, other] = [ratings, [...ratings].reverse()].map((list) => fitRaterModel(list, variances));
        expect(other?.mean).toBeCloseTo(one?.mean as number, 9);
        other?.raters.forEach(({ effect }, k) =>
          expect(effect).toBeCloseTo(one?.raters[k]?.effect as number, 9),
        );
      }),
    );
  });

  test('moves with the scale and not otherwise', () => {
    fc.assert(
      fc.property(anyRatings(false), fc.integer({ min: -9, max: 9 }), (ratings, shift) => {
        const moved = ratings.map((rating) => ({ ...rating, value: rating.value + shift }));
        const [before, after] = [fitRaterModel(ratings, variances), fitRaterModel(moved, variances)];
        expect(after.mean).toBeCloseTo(before.mean + shift, 8);
        after.fellows.forEach(({ effect }, k) =>
          expect(effect).toBeCloseTo(before.fellows[k]?.effect as number, 8),
        );
      }),
    );
  });

  test('says nothing of raters where raters do not differ', () => {
    const ratings = [2, 4, 3].map((value, k) => ({ fellowId: 'f', raterId: `r${k}`, value }));
    const model = fitRaterModel(ratings, { ...variances, rater: 0 });
    expect(model.raters.map(({ effect, reliability }) => [Math.abs(effect), reliability])).toEqual(
      Array(3).fill([0, 0]),
    );
  });

  const one = { fellowId: 'f', raterId: 'r', value: 3 };
  test.each([
    ['no rating', () => fitRaterModel([], variances), 'empty'],
    ['a rating of NaN', () => fitRaterModel([{ ...one, value: Number.NaN }], variances), 'not-a-number'],
    [
      'an endless experience',
      () => fitRaterModel([{ ...one, experience: Infinity }], variances),
      'not-a-number',
    ],
    [
      'an experience on some ratings',
      () => fitRaterModel([one, { ...one, experience: 1 }], variances),
      'experience-missing',
    ],
    ['a negative variance', () => fitRaterModel([one], { ...variances, rater: -1 }), 'negative'],
    ['no residual variance', () => fitRaterModel([one], { ...variances, residual: 0 }), 'not-positive'],
    ['half a case before', () => experienceOf(0.5), 'count-invalid'],
  ])('is refused for %s', (_what, ask, code) => {
    expect(ask).toThrow(refusal(code));
  });
});

describe('the chance that the next rating is at least k', () => {
  const level = { mean: 3.6, variance: 0.1 };
  const asked = { atLeast: 4, variances: { rater: 0.25, residual: 0.65 } };

  test('is the normal tail above k less half a point, by numerical integration', () => {
    const deviation = 1;
    const step = 1e-4;
    const points = Array.from({ length: 80_000 }, (_, k) => 3.5 + (k + 0.5) * step);
    const tail = points.reduce(
      (sum, x) => sum + Math.exp(-((x - 3.6) ** 2) / (2 * deviation ** 2)) * step,
      0,
    );
    expect(probabilityOfNextRating(level, asked)).toBeCloseTo(tail / Math.sqrt(2 * Math.PI), 8);
  });

  test('falls with k and rises with the level', () => {
    const chances = [1, 2, 3, 4, 5].map((atLeast) => probabilityOfNextRating(level, { ...asked, atLeast }));
    expect([...chances].sort((x, y) => y - x)).toEqual(chances);
    expect(probabilityOfNextRating({ ...level, mean: 4.2 }, asked)).toBeGreaterThan(chances[3] as number);
    expect(probabilityOfNextRating({ ...level, mean: 4 }, { ...asked, continuity: 0 })).toBeCloseTo(0.5, 12);
  });

  test.each([
    ['a mean of NaN', { ...level, mean: Number.NaN }, asked, 'not-a-number'],
    ['a rating of NaN', level, { ...asked, atLeast: Number.NaN }, 'not-a-number'],
    ['a negative variance', { ...level, variance: -1 }, asked, 'negative'],
    ['no residual', level, { ...asked, variances: { rater: 0, residual: 0 } }, 'not-positive'],
    ['a negative continuity', level, { ...asked, continuity: -0.5 }, 'negative'],
  ])('is refused for %s', (_what, known, next, code) => {
    expect(() => probabilityOfNextRating(known, next)).toThrow(refusal(code));
  });
});
