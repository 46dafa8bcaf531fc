import { caseRate } from './forecast-rate';
import { dispersionAfterCoverage, forecastDigits } from './forecast-correction';
import { countedRecord, logsLate, settledLog } from './forecast-log';
import { standardNormalQuantile } from './special-functions';

const days = (count: number) =>
  Array.from({ length: count }, (_, k) => ({
    on: `2026-03-${String(k + 1).padStart(2, '0')}`,
    weeks: (k + 1) / 5,
  }));

describe('a fellow who usually logs late', () => {
  test.each([
    ['nothing logged yet', [], false],
    ['a median delay of a week', [7], false],
    ['a median delay of more than a week', [0, 8, 30], true],
    ['a median between two delays', [0, 7, 8, 9], true],
    ['one old case among prompt ones', [0, 0, 1, 90], false],
  ])('is known by the delays: %s', (_what, delays, late) => {
    expect(logsLate(delays)).toBe(late);
  });

  test('loses the last seven days of cases and of service alike', () => {
    const log = { cases: ['2026-03-02', '2026-03-13', '2026-03-14', '2026-03-20'], exposure: days(20) };
    expect(countedRecord(settledLog(log, [9, 12]))).toEqual({ count: 2, weeks: 13 / 5 });
    expect(settledLog(log, [1, 2])).toBe(log);
    expect(settledLog({ cases: ['2026-03-02'], exposure: days(5) }, [9])).toEqual({
      cases: [],
      exposure: [],
    });
  });

  test('has a steadier rate for it: the silence of the last days is not yet known', () => {
    const log = { cases: ['2026-03-02', '2026-03-06', '2026-03-12'], exposure: days(20) };
    const pace = (seen: typeof log) => {
      const { a, b } = caseRate({ a: 2, b: 2 }, countedRecord(seen));
      return a / b;
    };
    expect(pace(settledLog(log, [9]) as typeof log)).toBeGreaterThan(pace(log));
  });

  test.each([[[-1]], [[0.5]], [[Number.NaN]]])('has no delay of %j days', (delays) => {
    expect(() => logsLate(delays)).toThrow(expect.objectContaining({ code: 'statistics/count-invalid' }));
  });
});

describe('the over-dispersion after a back-test', () => {
  test('stays where coverage is as promised, or chance explains it', () => {
    expect(dispersionAfterCoverage(1.5, { inside: 80, total: 100 })).toBe(1.5);
    expect(dispersionAfterCoverage(1.5, { inside: 72, total: 100 })).toBe(1.5);
    expect(dispersionAfterCoverage(1, { inside: 3, total: 5 })).toBe(1);
  });

  test('grows by the square of the width that is missing', () => {
    const half = (coverage: number) => standardNormalQuantile((1 + coverage) / 2);
    const factor = (half(0.8) / half(60.5 / 101)) ** 2;
    expect(factor).toBeGreaterThan(2);
    expect(dispersionAfterCoverage(1, { inside: 60, total: 100 })).toBeCloseTo(factor, 12);
  });

  test('shrinks where intervals are too wide, never below chance, and never grows beyond 4', () => {
    const less = dispersionAfterCoverage(3, { inside: 96, total: 100 });
    expect(less).toBeGreaterThanOrEqual(1);
    expect(less).toBeLessThan(3);
    expect(dispersionAfterCoverage(1, { inside: 100, total: 100 })).toBe(1);
    expect(dispersionAfterCoverage(2, { inside: 0, total: 100 })).toBe(4);
  });
});

test('a forecast has decimals from the thirtieth resolved forecast on', () => {
  expect([0, 29, 30, 400].map(forecastDigits)).toEqual([0, 0, 1, 1]);
});
