import fc from 'fast-check';
import { fitBetaPrior, shrunkRate, type EventCounts } from './beta-prior-fit';
import { cohortPrior } from './cohort-prior';
import { logBeta } from './special-functions';

function people(...records: readonly [number, number][]): EventCounts[] {
  return records.map(([events, trials]) => ({ events, trials }));
}

/** Surgical mortality in twelve hospitals, Spiegelhalter 1996 (BUGS manual). */
const SURGICAL = people(
  [0, 47], [18, 148], [8, 119], [46, 810], [8, 211], [13, 196],
  [9, 148], [31, 215], [14, 207], [8, 97], [29, 256], [24, 360],
); // prettier-ignore

describe('a Beta prior fitted by maximum likelihood', () => {
  test('agrees with R package VGAM on the surgical data', () => {
    // VGAM 1.1-7 betabinomialff: a = 8.252930, b = 99.63052, log-likelihood -38.7530890.
    const fitted = fitBetaPrior(SURGICAL);
    if (!fitted.ok) throw new Error(fitted.code);
    expect(Math.abs(fitted.value.a - 8.25293)).toBeLessThan(0.002);
    expect(Math.abs(fitted.value.b - 99.63052)).toBeLessThan(0.02);
    expect(fitted.value.logLikelihood).toBeCloseTo(-38.753089, 6);
    expect(shrunkRate(fitted.value, { events: 0, trials: 47 })).toBeCloseTo(0.053286, 5);
  });

  test('is a maximum: no prior nearby makes the records more likely', () => {
    const record = fc.record({
      events: fc.integer({ min: 0, max: 20 }),
      trials: fc.integer({ min: 20, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(record, { minLength: 5, maxLength: 12 }), (records) => {
        const fitted = fitBetaPrior(records);
        fc.pre(fitted.ok);
        const { a, b, logLikelihood } = fitted.value;
        for (const [fa, fb] of [
          [1.01, 1],
          [0.99, 1],
          [1, 1.01],
          [1, 0.99],
          [1.01, 1.01],
          [0.99, 0.99],
        ] as const) {
          expect(likelihood(records, a * fa, b * fb)).toBeLessThanOrEqual(logLikelihood + 1e-9);
        }
        expect(likelihood(records, a, b)).toBeCloseTo(logLikelihood, 7);
      }),
    );
  });

  test.each([
    ['every case ended alike', people([10, 10], [20, 20]), 'statistics/one-outcome-only'],
    [
      'people differ less than by chance',
      people([5, 10], [5, 10], [5, 10]),
      'statistics/no-spread-between-people',
    ],
    ['each person has one outcome only', people([10, 10], [0, 10], [10, 10]), 'statistics/all-or-nothing'],
  ])('does not exist where %s', (_why, records, code) => {
    expect(fitBetaPrior(records)).toEqual({ ok: false, code });
  });
});

/** The log-likelihood by plain products, for small whole counts. */
function likelihood(records: readonly EventCounts[], a: number, b: number): number {
  const rising = (from: number, terms: number): number =>
    Array.from({ length: terms }, (_, k) => Math.log(from + k)).reduce((sum, value) => sum + value, 0);
  return records.reduce((sum, { events, trials }) => {
    const choices = rising(trials - events + 1, events) - rising(1, events);
    return sum + choices + rising(a, events) + rising(b, trials - events) - rising(a + b, trials);
  }, 0);
}

describe('the prior from past fellows', () => {
  test('is uniform with four past fellows, however many cases they had', () => {
    expect(cohortPrior(people([80, 100], [90, 100], [95, 100], [60, 100]))).toEqual({
      prior: { a: 1, b: 1 },
      source: 'uniform',
    });
  });

  test('does not count past fellows with fewer than ten cases', () => {
    const records = people([8, 10], [9, 12], [15, 20], [29, 30], [9, 9]);
    expect(cohortPrior(records).source).toBe('uniform');
  });

  test('keeps the mean of the fit and is worth eight cases at most', () => {
    const successes = SURGICAL.map(({ events, trials }) => ({ events: trials - events, trials }));
    const { prior, source } = cohortPrior(successes);
    expect(source).toBe('cohort');
    expect(prior.a + prior.b).toBeCloseTo(8, 12);
    expect(prior.a / 8).toBeCloseTo(99.63 / (99.63 + 8.253), 4);
  });

  test('of past fellows who differ by chance only is their pooled rate, worth eight cases', () => {
    expect(cohortPrior(people([15, 20], [15, 20], [15, 20], [15, 20], [15, 20])).prior).toEqual({
      a: 6,
      b: 2,
    });
  });

  test('is uniform where past fellows never failed', () => {
    expect(cohortPrior(people([20, 20], [20, 20], [20, 20], [20, 20], [20, 20])).source).toBe('uniform');
  });

  test('is worth more than nothing and at most eight cases for any records', () => {
    const record = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([trials, share]) => ({ trials, events: Math.round(share * trials) }));
    fc.assert(
      fc.property(fc.array(record, { maxLength: 12 }), (records) => {
        const { a, b } = cohortPrior(records).prior;
        expect(Math.min(a, b)).toBeGreaterThan(0);
        expect(a + b).toBeLessThanOrEqual(8 + 1e-9);
      }),
    );
  });
});

test('a fitted prior is at the top of its likelihood, or the fit is refused', () => {
  const person = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([trials, share]) => ({ trials, events: Math.round(share * trials) }));
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 9 }), (people) => {
      const fitted = fitBetaPrior(people);
      if (!fitted.ok) return expect(fitted.code).not.toBe('statistics/not-converged');
      const { a, b } = fitted.value;
      const height = (x: number, y: number): number =>
        people.reduce(
          (sum, { events, trials }) => sum + logBeta(x + events, y + trials - events) - logBeta(x, y),
          0,
        );
      for (const factor of [0.999, 1.001]) {
        expect(height(a * factor, b)).toBeLessThanOrEqual(height(a, b) + 1e-9);
        expect(height(a, b * factor)).toBeLessThanOrEqual(height(a, b) + 1e-9);
      }
    }),
    { numRuns: 200 },
  );
});
