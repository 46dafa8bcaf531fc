import fc from 'fast-check';
import { calibrationBins, calibrationScores, intervalCoverage, intervalWidth } from './calibration';

const SHOWN = {
  probabilities: [0.9, 0.8, 0.7, 0.6, 0.95, 0.5, 0.3, 0.85],
  outcomes: [1, 1, 0, 1, 1, 0, 0, 1],
};

describe('the scores of resolved forecasts', () => {
  test('are the known ones', () => {
    expect(calibrationScores(SHOWN)).toEqual({
      brier: expect.closeTo(0.133125, 9),
      logScore: expect.closeTo(0.4133671054, 9),
      meanProbability: expect.closeTo(0.7, 9),
      meanOutcome: expect.closeTo(0.625, 9),
      spiegelhalterZ: expect.closeTo(-0.4988465959, 9),
    });
  });

  test('are perfect for forecasts that were certain and right, with no z', () => {
    expect(calibrationScores({ probabilities: [1, 0], outcomes: [1, 0] })).toMatchObject({
      brier: 0,
      logScore: 0,
      spiegelhalterZ: null,
    });
  });

  test('are refused where the impossible happened', () => {
    expect(() => calibrationScores({ probabilities: [0], outcomes: [1] })).toThrow(
      expect.objectContaining({ code: 'statistics/impossible-happened' }),
    );
  });

  test('in bins keep every forecast once', () => {
    const pair = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 40 }), (pairs) => {
        const bins = calibrationBins({
          probabilities: pairs.map(([p]) => p),
          outcomes: pairs.map(([, y]) => y),
        });
        expect(bins).toHaveLength(5);
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(pairs.length);
        for (const { from, to, count, meanProbability } of bins) {
          if (count === 0) expect(meanProbability).toBeNull();
          else
            expect([
              (meanProbability as number) >= from - 1e-9,
              (meanProbability as number) <= to + 1e-9,
            ]).toEqual([true, true]);
        }
      }),
    );
  });

  test('in bins show the observed share beside the promised one', () => {
    const [, , , , last] = calibrationBins(SHOWN);
    expect(last).toMatchObject({ count: 4, meanProbability: expect.closeTo(0.875, 9), meanOutcome: 1 });
  });
});

describe('the coverage of intervals', () => {
  test('of 33 in 46 is in keeping with a promise of 80 %', () => {
    const found = intervalCoverage({ inside: 33, total: 46 }, 0.8);
    expect(found.coverage).toBeCloseTo(0.7173913043, 9);
    expect(found.pValue).toBeCloseTo(0.2287744989, 9);
    expect(intervalWidth(found)).toBe('as promised');
  });

  test('is symmetric for a promise of one half', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (total, pick) => {
        const inside = pick % (total + 1);
        const { pValue } = intervalCoverage({ inside, total }, 0.5);
        expect(pValue).toBeCloseTo(intervalCoverage({ inside: total - inside, total }, 0.5).pValue, 10);
        expect(pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('shows intervals that are too narrow or too wide', () => {
    expect(intervalWidth(intervalCoverage({ inside: 30, total: 50 }, 0.8))).toBe('too narrow');
    expect(intervalWidth(intervalCoverage({ inside: 50, total: 50 }, 0.8))).toBe('too wide');
  });
});
