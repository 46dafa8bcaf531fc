import fc from 'fast-check';
import { agreement, FEWEST_PAIRS, type RatedPair } from './agreement';
import { seeded } from './testdata/seeded';

const scale = { lowest: 1, highest: 5 };
const times = (n: number, one: number, other: number): RatedPair[] =>
  Array.from({ length: n }, () => ({ one, other }));

describe('the agreement of two people', () => {
  test('is not said below ten pairs', () => {
    expect(FEWEST_PAIRS).toBe(10);
    expect(agreement(times(9, 4, 4), scale)).toBeNull();
    expect(agreement(times(10, 4, 4), scale)).toMatchObject({ pairs: 10, same: 10 });
  });

  test('has no kappa where both say one value throughout, and says so', () => {
    expect(agreement(times(12, 4, 4), scale)).toMatchObject({ kappa: null, kappaLow: null, difference: 0 });
  });

  // By hand: squared distances observed 12/40 and expected (0.3)(0.6) + (0.7)(0.4) apart by one point.
  test('is Cohen’s kappa for two neighboring values', () => {
    const pairs = [...times(20, 3, 3), ...times(8, 4, 4), ...times(8, 4, 3), ...times(4, 3, 4)];
    const found = agreement(pairs, scale);
    const expected = (24 * 12 + 16 * 28) / 1600;
    expect(found?.kappa).toBeCloseTo(1 - 12 / 40 / expected, 12);
    expect(found?.difference).toBeCloseTo((8 - 4) / 40, 12);
    expect(found?.same).toBe(28);
  });

  test('does not change with a category that nobody used', () => {
    const some = fc.array(
      fc.record({ one: fc.integer({ min: 2, max: 4 }), other: fc.integer({ min: 2, max: 4 }) }),
      {
        minLength: 10,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(some, (pairs) => {
        const [narrow, wide] = [agreement(pairs, { lowest: 2, highest: 4 }), agreement(pairs, scale)];
        if (narrow?.kappa === undefined || narrow.kappa === null) expect(wide?.kappa).toBeNull();
        else {
          expect(wide?.kappa).toBeCloseTo(narrow.kappa, 9);
          expect(wide?.kappaLow).toBeCloseTo(narrow.kappaLow as number, 9);
          expect(wide?.kappa).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(wide && wide.low <= wide.same / wide.pairs && wide.same / wide.pairs <= wide.high).toBe(true);
      }),
    );
  });

  test('has the standard error of the jackknife, to a few percent', () => {
    const random = seeded(1969);
    const pairs = Array.from({ length: 300 }, () => {
      const one = 1 + Math.floor(random() * 5);
      return { one, other: Math.min(5, Math.max(1, one + Math.round((random() - 0.5) * 3))) };
    });
    const whole = agreement(pairs, scale);
    const without = pairs.map((_, k) => agreement(pairs.toSpliced(k, 1), scale)?.kappa as number);
    const mean = without.reduce((sum, kappa) => sum + kappa, 0) / without.length;
    const jackknife = Math.sqrt(
      ((without.length - 1) / without.length) * without.reduce((sum, kappa) => sum + (kappa - mean) ** 2, 0),
    );
    const asymptotic = ((whole?.kappaHigh as number) - (whole?.kappa as number)) / 1.959963984540054;
    expect(Math.abs(asymptotic / jackknife - 1)).toBeLessThan(0.06);
  });

  test('refuses what is no point of the scale', () => {
    expect(() => agreement(times(12, 6, 4), scale)).toThrow(
      expect.objectContaining({ code: 'statistics/rating-off-scale' }),
    );
  });
});
