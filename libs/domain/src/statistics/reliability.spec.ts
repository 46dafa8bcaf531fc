import fc from 'fast-check';
import {
  dependability,
  errorToPersonRatio,
  exactRatingsFor,
  ratingsAreThin,
  ratingsFor,
  reliabilityOf,
} from './reliability';

describe('how many ratings are needed', () => {
  test('is 14, 24 and 54 for 0.7, 0.8 and 0.9 where 24 give 0.8', () => {
    // Abbott 2019, J Surg Educ 76(6): 24 SIMPL ratings of procedure difficulty for a dependability of 0.80.
    const ratio = errorToPersonRatio(0.8, 24);
    expect(ratio).toBeCloseTo(6, 12);
    expect(reliabilityOf(1, ratio)).toBeCloseTo(1 / 7, 12);
    expect([0.7, 0.8, 0.9].map((rho) => ratingsFor(rho, ratio))).toEqual([14, 24, 54]);
  });

  test('is 11.25 before rounding for 0.9 where 5 give 0.8', () => {
    expect(exactRatingsFor(0.9, errorToPersonRatio(0.8, 5))).toBeCloseTo(11.25, 10);
  });

  test('is the smallest number that suffices', () => {
    const rho = fc.double({ min: 0.05, max: 0.98, noNaN: true });
    fc.assert(
      fc.property(rho, fc.double({ min: 0.05, max: 40, noNaN: true }), (wanted, ratio) => {
        const n = ratingsFor(wanted, ratio);
        expect(reliabilityOf(n, ratio)).toBeGreaterThanOrEqual(wanted - 1e-9);
        if (n > 1) expect(reliabilityOf(n - 1, ratio)).toBeLessThan(wanted);
      }),
    );
  });
});

describe('the dependability of ratings', () => {
  const variances = { person: 0.5, rater: 0.25, residual: 0.75 };

  test('of twelve ratings grows from 0.615 to 0.857 with the number of supervisors', () => {
    const found = [1, 3, 12].map((raters) => dependability(variances, { ratings: 12, raters }));
    expect(found).toEqual(
      [0.6153846154, 0.7741935484, 0.8571428571].map((value) => expect.closeTo(value, 9)),
    );
  });

  test('cannot come from more supervisors than ratings', () => {
    expect(() => dependability(variances, { ratings: 2, raters: 3 })).toThrow(
      expect.objectContaining({ code: 'statistics/raters-exceed-ratings' }),
    );
  });

  test.each([
    [11, 4, true],
    [12, 3, true],
    [12, 4, false],
  ])('of %d ratings by %d supervisors is thin: %s', (ratings, raters, thin) => {
    expect(ratingsAreThin({ ratings, raters })).toBe(thin);
  });
});
