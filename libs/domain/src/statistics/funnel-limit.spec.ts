import fc from 'fast-check';
import { benjaminiHochberg } from './benjamini-hochberg';
import { probabilityOfAtLeast, probabilityOfAtMost } from './binomial';
import { funnelLimit } from './funnel-limit';

describe('the limits of a funnel', () => {
  test.each([
    [0.025, 0.5377245092],
    [0.975, 0.9873015489],
    [0.001, 0.3693081651],
    [0.999, 0.999492062],
  ])('for ten cases at 85 % and a tail of %d are interpolated', (tail, limit) => {
    expect(funnelLimit({ rate: 0.85, n: 10 }, tail)).toBeCloseTo(limit, 9);
  });

  test('are those of the formula where it leaves 0..1, for the drawing to cut', () => {
    // (0 - (0.9^10 - 0.025)/0.9^10)/10
    expect(funnelLimit({ rate: 0.1, n: 10 }, 0.025)).toBeCloseTo((0.025 / 0.9 ** 10 - 1) / 10, 12);
  });

  test('lie above -1/n, in order, and close in on the rate with more cases', () => {
    const rate = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(rate, fc.integer({ min: 1, max: 200 }), (true_, n) => {
        const [low, high] = [funnelLimit({ rate: true_, n }, 0.025), funnelLimit({ rate: true_, n }, 0.975)];
        expect(low).toBeGreaterThan(-1 / n);
        expect(low).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(1);
        const many = { rate: true_, n: 5000 };
        expect(Math.abs(funnelLimit(many, 0.025) - true_)).toBeLessThan(0.02);
      }),
    );
  });
});

describe('the binomial tails', () => {
  test('agree with the sum of single probabilities', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, rate) => {
        let choose = 1;
        let sum = 0;
        for (let k = 0; k <= n; k++) {
          sum += choose * rate ** k * (1 - rate) ** (n - k);
          choose = (choose * (n - k)) / (k + 1);
          expect(probabilityOfAtMost(k, { n, rate })).toBeCloseTo(Math.min(1, sum), 10);
          expect(probabilityOfAtLeast(k + 1, { n, rate })).toBeCloseTo(Math.max(0, 1 - sum), 10);
        }
      }),
    );
  });
});

describe('the rule of Benjamini and Hochberg', () => {
  test('rejects the set that R rejects', () => {
    // R: which(p.adjust(p, "BH") <= 0.10) - 1
    const p = [0.001, 0.2, 0.012, 0.04, 0.6, 0.009, 0.35, 0.8, 0.03, 0.5];
    expect(benjaminiHochberg(p, 0.1)).toEqual([0, 2, 3, 5, 8]);
  });

  test('rejects a p-value above its own threshold if a larger one lies below', () => {
    expect(benjaminiHochberg([0.04, 0.05], 0.05)).toEqual([0, 1]);
    expect(benjaminiHochberg([0.04, 0.06], 0.05)).toEqual([]);
  });

  test('rejects the same hypotheses in whatever order they come', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(values, (p) => {
        const chosen = (list: readonly number[]): number[] =>
          benjaminiHochberg(list, 0.1)
            .map((k) => list[k] as number)
            .sort((x, y) => x - y);
        expect(chosen([...p].reverse())).toEqual(chosen(p));
      }),
    );
  });
});
