import fc from 'fast-check';
import { DEFAULT_QUANTILES, forecastTarget } from './forecast';
import {
  caseProbabilities,
  caseQuantile,
  probabilityOfAtMostCases,
  probabilityOfCases,
  weeksToCases,
} from './forecast-count';
import { caseRate, forecastPrior, meanCaseRate, probabilityOfSilence, type CaseRate } from './forecast-rate';
import { serviceExposure } from './service-exposure';
import { expectedShortfall } from './shortfall';

const rate: CaseRate = { a: 6, b: 9, overDispersion: 1 };
const anyRate = fc.record({
  a: fc.double({ min: 0.5, max: 60, noNaN: true }),
  b: fc.double({ min: 0.5, max: 60, noNaN: true }),
  overDispersion: fc.constantFrom(1, 1.7, 3),
});
const anyWeeks = fc.double({ min: 0, max: 60, noNaN: true });
const refusal = (code: string) => expect.objectContaining({ code: `statistics/${code}` });

/** P(N = k) of a negative binomial of whole size a, by its definition as a product. */
function byProduct(k: number, { a, b }: CaseRate, weeks: number): number {
  let p = (b / (b + weeks)) ** a;
  for (let j = 1; j <= k; j++) p *= ((a + j - 1) / j) * (weeks / (b + weeks));
  return p;
}

describe('the counts of the next weeks', () => {
  test('are negative binomial', () => {
    const found = caseProbabilities(rate, { most: 12, weeks: 10 });
    found.forEach((p, k) => expect(p).toBeCloseTo(byProduct(k, rate, 10), 12));
    expect(probabilityOfCases(rate, { cases: 3, weeks: 10 })).toBeCloseTo(
      1 - [0, 1, 2].reduce((sum, k) => sum + byProduct(k, rate, 10), 0),
      12,
    );
  });

  test('are certain where nothing is asked and impossible without service', () => {
    expect(probabilityOfCases(rate, { cases: 0, weeks: 0 })).toBe(1);
    expect(probabilityOfCases(rate, { cases: 1, weeks: 0 })).toBe(0);
    expect(caseQuantile(rate, { quantile: 0.5, weeks: 0 })).toBe(0);
  });

  test('have the smallest number that a quantile asks for', () => {
    fc.assert(
      fc.property(
        anyRate,
        anyWeeks,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (any, weeks, quantile) => {
          const cases = caseQuantile(any, { quantile, weeks });
          expect(probabilityOfAtMostCases(any, { cases, weeks })).toBeGreaterThanOrEqual(quantile);
          if (cases > 0)
            expect(probabilityOfAtMostCases(any, { cases: cases - 1, weeks })).toBeLessThan(quantile);
        },
      ),
    );
  });

  test('come in as many weeks as their probability says, for any over-dispersion', () => {
    fc.assert(
      fc.property(
        anyRate,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(0.1, 0.5, 0.9),
        (any, cases, quantile) => {
          const weeks = weeksToCases(any, { cases, quantile });
          expect(probabilityOfCases(any, { cases, weeks })).toBeCloseTo(quantile, 7);
        },
      ),
    );
    expect(weeksToCases(rate, { cases: 0, quantile: 0.9 })).toBe(0);
  });

  test.each([
    ['half a case', () => probabilityOfCases(rate, { cases: 0.5, weeks: 1 }), 'count-invalid'],
    ['negative weeks', () => probabilityOfCases(rate, { cases: 1, weeks: -1 }), 'negative'],
    ['a rate of NaN', () => meanCaseRate({ ...rate, a: Number.NaN }), 'not-positive'],
    [
      'over-dispersion of zero',
      () => caseQuantile({ ...rate, overDispersion: 0 }, { quantile: 0.5, weeks: 1 }),
      'not-positive',
    ],
    ['a quantile of one', () => weeksToCases(rate, { cases: 1, quantile: 1 }), 'rate-out-of-range'],
    ['a prior without cases', () => caseRate({ a: 0, b: 1 }, { count: 1, weeks: 1 }), 'not-positive'],
    ['a negative record', () => caseRate({ a: 1, b: 1 }, { count: -1, weeks: 1 }), 'negative'],
    [
      'hardly any knowledge',
      () => weeksToCases({ a: 1e-3, b: 1, overDispersion: 1 }, { cases: 9, quantile: 0.999 }),
      'not-computable',
    ],
  ])('are refused for %s', (_what, ask, code) => {
    expect(ask).toThrow(refusal(code));
  });
});

describe('what is believed before and after a record', () => {
  test('is worth two cases at the median rate of three fellows or more', () => {
    const known = { fellowRates: [0.5, 2, 1], target: 20, plannedWeeks: 40 };
    expect(forecastPrior(known)).toEqual({ a: 2, b: 2, basis: 'program rate' });
    expect(forecastPrior({ ...known, fellowRates: [0.5, 1, 2, 3] }).b).toBeCloseTo(2 / 1.5, 12);
  });

  test.each([
    ['of two fellows', [1, 2]],
    ['whose median is zero', [0, 0, 5]],
  ])('goes by the pace of the target instead of the rates %s', (_what, fellowRates) => {
    const prior = forecastPrior({ fellowRates, target: 20, plannedWeeks: 40 });
    expect(prior).toEqual({ a: 2, b: 4, basis: 'target pace' });
  });

  test('is refused for rates that no number can hold', () => {
    const known = { fellowRates: [1e-320, 1e-320, 1e-320], target: 20, plannedWeeks: 40 };
    expect(() => forecastPrior(known)).toThrow(refusal('not-computable'));
    expect(() => forecastPrior({ ...known, fellowRates: [-1] })).toThrow(refusal('negative'));
  });

  test('adds cases and weeks, both divided by the over-dispersion', () => {
    expect(caseRate({ a: 2, b: 4 }, { count: 6, weeks: 8 }, 2)).toEqual({ a: 5, b: 8, overDispersion: 2 });
  });

  test('tells how surprising silence is: (b/(b+e))^a', () => {
    expect(probabilityOfSilence(rate, 9)).toBeCloseTo(0.5 ** 6, 12);
    expect(probabilityOfSilence(rate, 0)).toBe(1);
    expect(probabilityOfSilence({ ...rate, overDispersion: 2 }, 18)).toBeCloseTo(0.5 ** 6, 12);
  });
});

describe('the expected shortfall', () => {
  test('is the sum of what is missing, weighted by its probability', () => {
    for (const remaining of [1, 4, 12]) {
      const missing = Array.from({ length: remaining }, (_, k) => (remaining - k) * byProduct(k, rate, 10));
      expect(expectedShortfall(rate, { remaining, weeks: 10 })).toBeCloseTo(
        missing.reduce((sum, one) => sum + one, 0),
        10,
      );
    }
  });

  test('is everything without service, nothing without a need, and falls with every week', () => {
    expect(expectedShortfall(rate, { remaining: 7, weeks: 0 })).toBeCloseTo(7, 12);
    expect(expectedShortfall(rate, { remaining: 0, weeks: 3 })).toBe(0);
    fc.assert(
      fc.property(anyRate, fc.integer({ min: 1, max: 40 }), anyWeeks, (any, remaining, weeks) => {
        const now = expectedShortfall(any, { remaining, weeks });
        expect(now).toBeGreaterThanOrEqual(0);
        expect(expectedShortfall(any, { remaining, weeks: weeks + 1 })).toBeLessThanOrEqual(now + 1e-9);
      }),
    );
  });
});

describe('the forecast of a target', () => {
  const exposure = serviceExposure(
    { rotations: [{ startsOn: '2026-11-02', endsOn: '2027-06-30', multiplier: 1 }], daysOff: [] },
    { after: '2026-11-22', until: '2027-06-30' },
  );
  const asked = { rate, count: 14, target: 20, today: '2026-11-22', exposure };

  test('says early, likely and late, in this order, and what is to be expected at the end', () => {
    const found = forecastTarget(asked);
    expect(found.dates.map(({ quantile }) => quantile)).toEqual(DEFAULT_QUANTILES);
    const dates = found.dates.map(({ on }) => on ?? '9999');
    expect([...dates].sort()).toEqual(dates);
    expect(found.remaining).toBe(6);
    expect(found.expectedAtEnd).toBeCloseTo(14 + (6 / 9) * found.weeksToEnd, 10);
    expect(found.probabilityByEnd).toBeCloseTo(
      probabilityOfCases(rate, { cases: 6, weeks: found.weeksToEnd }),
      12,
    );
  });

  test('is today for a target that is reached, and no date beyond the end of training', () => {
    const reached = forecastTarget({ ...asked, count: 25 });
    expect(reached.dates.map(({ on }) => on)).toEqual(['2026-11-22', '2026-11-22', '2026-11-22']);
    expect([reached.remaining, reached.probabilityByEnd, reached.expectedShortfall]).toEqual([0, 1, 0]);
    expect([reached.status, forecastTarget(asked).status]).toEqual(['already-met', 'open']);
    const far = forecastTarget({ ...asked, target: 500 });
    expect(far.dates.map(({ on }) => on)).toEqual([null, null, null]);
  });

  test('knows no date after the last day of training', () => {
    const over = forecastTarget({ ...asked, exposure: [] });
    expect([over.weeksToEnd, over.probabilityByEnd, over.expectedShortfall]).toEqual([0, 0, 6]);
  });

  test.each([
    [{ target: 0 }, 'count-invalid'],
    [{ count: -1 }, 'count-invalid'],
    [{ quantiles: [0] }, 'rate-out-of-range'],
  ])('is refused for %j', (part, code) => {
    expect(() => forecastTarget({ ...asked, ...part })).toThrow(refusal(code));
  });
});
