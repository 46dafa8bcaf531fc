import fc from 'fast-check';
import { DomainError } from '../refusal';
import {
  caseProbabilities,
  caseQuantile,
  probabilityOfAtMostCases,
  probabilityOfCases,
  weeksToCases,
} from './forecast-count';
import { caseRate, meanCaseRate, probabilityOfSilence, type CaseRate } from './forecast-rate';
import { expectedShortfall } from './shortfall';

/** Gajewski, Simon & Carlson 2008: 100 of 300 patients in 10 of 36 months, prior worth half of the plan. */
const accrual = caseRate({ a: 150, b: 18 }, { count: 100, weeks: 10 });

describe('forecasts that were published', () => {
  test('of the end of a trial: R package accrual 1.4, accrual.T.inform', () => {
    const months = [0.025, 0.5, 0.975].map(
      (quantile) => 10 + weeksToCases(accrual, { cases: 200, quantile }),
    );
    expect(months).toEqual([28.576658, 32.392528, 36.957582].map((value) => expect.closeTo(value, 6)));
  });

  test('of the patients of a trial: R package accrual 1.4, accrual.n.inform', () => {
    const patients = [0.025, 0.5, 0.975].map(
      (quantile) => 100 + caseQuantile(accrual, { quantile, weeks: 26 }),
    );
    expect(patients).toEqual([292, 332, 375]);
  });

  test('of deaths after heart transplants: Albert, Bayesian Computation with R, 2nd ed., section 3.3', () => {
    const found = caseProbabilities({ a: 16, b: 15174, overDispersion: 1 }, { most: 3, weeks: 66 });
    expect(found.map((p) => p.toFixed(3))).toEqual(['0.933', '0.065', '0.002', '0.000']);
  });

  test('of fraud calls: Johnson, Ott & Dogucu, Bayes Rules!, section 5.2', () => {
    const belief = caseRate({ a: 10, b: 2 }, { count: 6 + 2 + 2 + 1, weeks: 4 });
    expect(belief).toEqual({ a: 21, b: 6, overDispersion: 1 });
    expect(meanCaseRate(belief)).toBe(3.5);
  });
});

describe('the counts of the next weeks', () => {
  /** Poisson counts at every rate, weighted by what is believed of the rate. */
  function byMixture(k: number, { a, b }: CaseRate, weeks: number): number {
    const step = 1e-3;
    let [sum, total] = [0, 0];
    for (let rate = step / 2; rate < 12; rate += step) {
      const weight = rate ** (a - 1) * Math.exp(-b * rate);
      let poisson = Math.exp(-rate * weeks);
      for (let j = 1; j <= k; j++) poisson *= (rate * weeks) / j;
      sum += weight * poisson;
      total += weight;
    }
    return sum / total;
  }

  test('are Poisson at a rate that is known as Gamma', () => {
    const rate = { a: 3.5, b: 4, overDispersion: 1 };
    const found = caseProbabilities(rate, { most: 9, weeks: 6 });
    found.forEach((p, k) => expect(p).toBeCloseTo(byMixture(k, rate, 6), 7));
    expect(found[0]).toBeCloseTo(probabilityOfSilence(rate, 6), 12);
  });

  test('add up to one, with the mean rate, for any rate', () => {
    const any = fc.record({
      a: fc.double({ min: 0.5, max: 20, noNaN: true }),
      b: fc.double({ min: 2, max: 20, noNaN: true }),
      overDispersion: fc.constant(1),
    });
    fc.assert(
      fc.property(any, fc.double({ min: 0, max: 10, noNaN: true }), (rate, weeks) => {
        const found = caseProbabilities(rate, { most: 1500, weeks });
        expect(found.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
        expect(found.reduce((sum, p, k) => sum + k * p, 0)).toBeCloseTo(meanCaseRate(rate) * weeks, 6);
      }),
      { numRuns: 25 },
    );
  });

  test('are at least or at most a number, and nothing else', () => {
    const rate = { a: 5, b: 3, overDispersion: 1.7 };
    for (let cases = 1; cases < 30; cases++) {
      const [atLeast, below] = [
        probabilityOfCases(rate, { cases, weeks: 9 }),
        probabilityOfAtMostCases(rate, { cases: cases - 1, weeks: 9 }),
      ];
      expect(atLeast + below).toBeCloseTo(1, 12);
    }
  });

  test('come early with a chance that is exact however small it is', () => {
    // P(N >= 1000) = 1e-17 is lost in 1 - 1e-17 = 1: the weeks would be none.
    const rate = { a: 2, b: 4, overDispersion: 1 };
    for (const quantile of [1e-17, 1e-15, 1e-12, 1e-6]) {
      const weeks = weeksToCases(rate, { cases: 1000, quantile });
      expect(probabilityOfCases(rate, { cases: 1000, weeks }) / quantile).toBeCloseTo(1, 6);
    }
  });

  test('stay right where sums and ratios of weeks leave the numbers', () => {
    // I_x(1, 2) = 1 - (1-x)^2 with x = 1/2.
    const far = { a: 2, b: 1e308, overDispersion: 1 };
    expect(probabilityOfCases(far, { cases: 1, weeks: 1e308 })).toBeCloseTo(0.75, 12);
    expect(expectedShortfall({ a: 1e6, b: 1e-305, overDispersion: 1 }, { remaining: 0, weeks: 1 })).toBe(0);
    expect(expectedShortfall({ a: 1e5, b: 1e-305, overDispersion: 1 }, { remaining: 5, weeks: 1e3 })).toBe(0);
    expect(() => meanCaseRate({ a: 1e10, b: 1e-300, overDispersion: 1 })).toThrow(
      expect.objectContaining({ code: 'statistics/not-computable' }),
    );
  });

  test('are a number or a refusal for whatever numbers come in', () => {
    const any = fc.oneof(
      fc.double(),
      fc.constantFrom(0, 1, -1, 0.5, 7, 40, 1e300, 1e-300, Number.NaN, Number.POSITIVE_INFINITY),
    );
    fc.assert(
      fc.property(any, any, any, any, (a, b, weeks, x) => {
        const rate = { a, b, overDispersion: Math.abs(x) > 1 ? x : 1 };
        for (const ask of [
          () => probabilityOfCases(rate, { cases: x, weeks }),
          () => probabilityOfAtMostCases(rate, { cases: x, weeks }),
          () => weeksToCases(rate, { cases: 12, quantile: x }),
          () => caseQuantile(rate, { quantile: x, weeks }),
          () => expectedShortfall(rate, { remaining: x, weeks }),
          () => probabilityOfSilence(rate, weeks),
          () => meanCaseRate(rate),
        ]) {
          try {
            expect(ask()).toBeGreaterThanOrEqual(0);
          } catch (error) {
            expect(error).toBeInstanceOf(DomainError);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
