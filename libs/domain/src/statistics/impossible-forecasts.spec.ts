import fc from 'fast-check';
import { attentionList, attentionOf, type AttentionFacts } from './attention';
import { forecastTarget } from './forecast';
import { replayForecasts } from './forecast-back-test';
import { countedRecord, fourWeekBlocks } from './forecast-log';
import { caseRate } from './forecast-rate';
import { gaussHermite } from './offline/ordinal-quadrature';
import { groupLogLikelihood } from './offline/ordinal-likelihood';
import { minimize } from './quasi-newton';
import { serviceExposure, splitExposure } from './service-exposure';

const refusal = (code: string) => expect.objectContaining({ code: `statistics/${code}` });
const year = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
const exposureOf = (multiplier: number) =>
  serviceExposure(
    { rotations: [{ ...year, multiplier }], daysOff: [] },
    { after: '2025-12-31', until: '2026-12-31' },
  );
const exposure = exposureOf(1);
const rate = { a: 2, b: 4, overDispersion: 1 };

describe('a forecast', () => {
  const ahead = splitExposure(exposure, '2026-06-30').future;
  const asked = { rate, count: 5, target: 9, today: '2026-06-30', exposure: ahead };

  test('begins tomorrow at the earliest: service that was already done holds no case to come', () => {
    expect(forecastTarget(asked).weeksToEnd).toBeCloseTo(26.4, 9);
    for (const today of ['2026-07-01', '2026-12-31', '2027-06-30']) {
      expect(() => forecastTarget({ ...asked, today })).toThrow(refusal('exposure-not-ahead'));
    }
  });

  test.each(['soon', '2026-02-30', '', '2026-6-1'])('has no day %j', (today) => {
    expect(() => forecastTarget({ ...asked, today, count: 9 })).toThrow(refusal('date-impossible'));
  });

  test('has no rate beyond all numbers, not even where nothing is needed', () => {
    const endless = { a: 1e300, b: 1e-300, overDispersion: 1 };
    expect(() => forecastTarget({ ...asked, rate: endless, count: 9, exposure: [] })).toThrow(
      refusal('not-computable'),
    );
  });

  test('is made of numbers, for any record, over-dispersion and service', () => {
    const any = fc.record({
      count: fc.integer({ min: 0, max: 400 }),
      weeks: fc.double({ min: 0, max: 500, noNaN: true }),
      prior: fc.double({ min: 0.01, max: 500, noNaN: true }),
      phi: fc.double({ min: 1, max: 4, noNaN: true }),
      target: fc.integer({ min: 1, max: 500 }),
      multiplier: fc.double({ min: 0, max: 5, noNaN: true }),
    });
    fc.assert(
      fc.property(any, ({ count, weeks, prior, phi, target, multiplier }) => {
        const belief = caseRate({ a: 2, b: prior }, { count, weeks }, phi);
        const future = splitExposure(exposureOf(multiplier), '2026-06-30').future;
        const found = forecastTarget({ ...asked, rate: belief, count, target, exposure: future });
        const { dates, status, ...numbers } = found;
        expect(status).toBe(count >= target ? 'already-met' : 'open');
        for (const number of [...Object.values(numbers), ...dates.map((date) => date.weeks)]) {
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThan(Infinity);
        }
        expect(found.probabilityByEnd).toBeLessThanOrEqual(1);
        expect(found.expectedShortfall).toBeLessThanOrEqual(found.remaining);
        // A date is given if and only if the target is that likely to be reached by the end.
        for (const { quantile, on } of dates) {
          if (Math.abs(found.probabilityByEnd - quantile) < 1e-9) continue;
          expect(on !== null).toBe(found.probabilityByEnd > quantile);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a log', () => {
  test.each(['2026-02-30', '2026-03-03T00:00', '2026-3-3'])('has no case on %j', (on) => {
    for (const ask of [countedRecord, fourWeekBlocks]) {
      expect(() => ask({ cases: ['2026-03-02', on], exposure })).toThrow(refusal('date-impossible'));
    }
  });

  test('is replayed to a target, even where there was no service', () => {
    const question = { cases: [], exposure: [], target: 0.5, lookedOn: '2026-12-31', rateFrom: () => rate };
    expect(() => replayForecasts(question)).toThrow(refusal('count-invalid'));
  });
});

test('service beyond all numbers is refused, not counted', () => {
  expect(() => exposureOf(1e308)).toThrow(refusal('not-computable'));
  expect(exposureOf(1e300).at(-1)?.weeks).toBeLessThan(Infinity);
});

describe('the attention list', () => {
  const facts: AttentionFacts = {
    ...{ fellowId: 'a', fellowName: 'Ayala', procedure: 'Pump', state: 'learning', silence: null },
    ...{ forecast: null, forecastFlagged: false },
    ratings: { recentCases: 3, recentRated: 3, ratings: 12, raters: 4 },
  };

  test.each([
    ['more recent cases rated than there are', { recentRated: 4 }, 'events-exceed-trials'],
    ['rated cases where there are none', { recentCases: 0 }, 'events-exceed-trials'],
    ['more raters than ratings', { raters: 13 }, 'raters-exceed-ratings'],
    ['NaN raters', { raters: Number.NaN }, 'count-invalid'],
    ['half a recent case', { recentCases: 3.5 }, 'count-invalid'],
  ])('refuses %s', (_what, part, code) => {
    const impossible = { ...facts, ratings: { ...facts.ratings, ...part } };
    expect(() => attentionOf(impossible)).toThrow(refusal(code));
    expect(() => attentionList([facts, impossible])).toThrow(refusal(code));
  });
});

describe('the likelihood and its search', () => {
  test('hold for categories so narrow that a difference of probabilities would be nothing', () => {
    // F(a) - F(b) of a narrow category is its width times the density, 1/4 at 0.
    const narrow = (width: number) =>
      groupLogLikelihood(
        [{ category: 1, covariates: [] }],
        { thresholds: [0, width], effects: [], deviation: 1e-9 },
        gaussHermite(10),
      );
    for (const width of [1e-6, 1e-12, 1e-17, 1e-200]) {
      expect(narrow(width)).toBeCloseTo(Math.log(width / 4), 6);
    }
  });

  test.each([Infinity, Number.NaN])('have no bottom where they begin at %d', (value) => {
    const found = minimize({
      ...{ start: [1], flat: 1e-9, longestStep: 1 },
      slopeAt: () => ({ value, gradient: [0] }),
    });
    expect(found.converged).toBe(false);
  });
});
