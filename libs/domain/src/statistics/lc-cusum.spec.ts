import { averageRunLength, medianCasesToSignal, signalProbability } from './chart-distribution';
import {
  calibrateLcCusum,
  computeLcCusumLimit,
  lcCusum,
  lcCusumChart,
  type CompetenceDesign,
} from './lc-cusum';
import { calibrateMonitoring, monitoringChart, monitoringCusum } from './monitoring-cusum';

function design(adequate: number, inadequate: number, horizon = 50): CompetenceDesign {
  return { rates: { adequate, inadequate }, horizon, falseCompetenceTarget: 0.05 };
}

describe('LC-CUSUM', () => {
  test('weighs a failure like 5.9 successes where 10 % is adequate and 20 % is not', () => {
    const { up, down } = lcCusumChart({ adequate: 0.1, inadequate: 0.2 });
    expect(up).toBeCloseTo(0.1177830357, 9);
    expect(down).toBeCloseTo(0.6931471806, 9);
  });

  test('forgives early failures and signals at case 30 of a mixed record', () => {
    const failures = [1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, ...Array<number>(12).fill(0)];
    const { path, signalCase } = lcCusum(
      { rates: { adequate: 0.1, inadequate: 0.3 }, limit: 4.117938 },
      failures,
    );
    expect(path.slice(0, 4)).toEqual([
      0,
      expect.closeTo(0.2513144283, 9),
      0,
      expect.closeTo(0.2513144283, 9),
    ]);
    expect(path.at(-1)).toBeCloseTo(4.1789907052, 9);
    expect(signalCase).toBe(30);
  });

  test('says nothing of a record without cases', () => {
    expect(lcCusum({ rates: { adequate: 0.1, inadequate: 0.3 }, limit: 4 }, [])).toEqual({
      path: [],
      signalCase: null,
    });
  });

  // Limits, achieved false competence, earliest signal, power by case 50, median and run length, computed independently.
  test.each([
    [design(0.1, 0.3), 4.1502414069, 4.1179387683, 0.0491208345, 17, 0.9058440537, 28, 640.079],
    [design(0.1, 0.25), 3.641748188, 3.639406714, 0.048985215, 20, 0.7338589732, 36, 565.497],
    [design(0.1, 0.2), 2.8538949225, 2.8471194058, 0.0489330009, 25, 0.4971328808, 51, 435.096],
    [design(0.2, 0.4), 3.8962149453, 3.8701569447, 0.0485647638, 14, 0.824981771, 31, 634.364],
    [design(0.05, 0.15), 3.141605908, 3.1347838767, 0.0499261149, 29, 0.6508061112, 43, 449.487],
  ])(
    'is calibrated exactly for %j',
    (asked, limit, midpoint, achieved, earliest, power, median, runLength) => {
      const found = calibrateLcCusum(asked);
      expect(found.limit).toBeCloseTo(limit, 8);
      expect(found.midpoint).toBeCloseTo(midpoint, 8);
      expect(found.achieved).toBeCloseTo(achieved, 8);
      expect(found.earliestSignal).toBe(earliest);
      const chart = { chart: lcCusumChart(asked.rates), limit: found.limit };
      expect(signalProbability({ ...chart, failureRate: asked.rates.adequate }, 50)).toBeCloseTo(power, 8);
      expect(medianCasesToSignal({ ...chart, failureRate: asked.rates.adequate })).toBe(median);
      expect(averageRunLength({ ...chart, failureRate: asked.rates.inadequate })).toBeCloseTo(runLength, 2);
    },
  );

  test('needs a higher limit for a promise over 100 cases', () => {
    expect(calibrateLcCusum(design(0.1, 0.2, 100)).limit).toBeCloseTo(3.705478, 6);
  });

  test('answers the same question from memory with the same object, and another question afresh', () => {
    expect(calibrateLcCusum(design(0.1, 0.3))).toBe(calibrateLcCusum(design(0.1, 0.3)));
    expect(calibrateLcCusum(design(0.1, 0.3))).toEqual(computeLcCusumLimit(design(0.1, 0.3)));
    expect(calibrateLcCusum(design(0.1, 0.31)).limit).not.toBe(calibrateLcCusum(design(0.1, 0.3)).limit);
  });

  test('keeps its answers from being changed by a caller', () => {
    expect(Object.isFrozen(calibrateLcCusum(design(0.1, 0.3)))).toBe(true);
  });

  test("breaks its promise of 5 % if Wald's limit is put on a chart with a floor", () => {
    const chart = lcCusumChart({ adequate: 0.1, inadequate: 0.3 });
    const wald = { chart, limit: Math.log(0.8 / 0.05), failureRate: 0.3 };
    expect(signalProbability(wald, 20)).toBeCloseTo(0.0582266412, 9);
    expect(signalProbability(wald, 50)).toBeCloseTo(0.2320368692, 9);
    expect(signalProbability(wald, 100)).toBeCloseTo(0.4526929652, 9);
  });
});

test('a limit is found over as many as 2,000 cases, within seconds', () => {
  const { achieved, limit, earliestSignal } = computeLcCusumLimit(design(0.1, 0.3, 2000));
  expect(limit).toBeCloseTo(8.175153175807793, 9);
  expect(achieved).toBeLessThanOrEqual(0.05);
  expect(achieved).toBeGreaterThan(0.048);
  expect(earliestSignal).toBe(33);
});

describe('the monitoring chart', () => {
  const rates = { adequate: 0.1, inadequate: 0.3 };

  test('is calibrated exactly for 10 % against 30 %', () => {
    const found = calibrateMonitoring({ rates, horizon: 50, falseAlarmTarget: 0.05 });
    expect(found.midpoint).toBeCloseTo(4.0929040984, 9);
    expect(found.limit).toBeCloseTo(4.107279, 6);
    const chart = { chart: monitoringChart(rates), limit: found.midpoint };
    expect(averageRunLength({ ...chart, failureRate: 0.1 })).toBeCloseTo(815.5, 1);
    expect(averageRunLength({ ...chart, failureRate: 0.3 })).toBeCloseTo(23.8, 1);
    expect(signalProbability({ ...chart, failureRate: 0.3 }, 20)).toBeCloseTo(0.513, 3);
  });

  test('detects a doubled failure rate late: the median is 43 cases for 10 % against 20 %', () => {
    const twenty = { adequate: 0.1, inadequate: 0.2 };
    const { limit } = calibrateMonitoring({ rates: twenty, horizon: 50, falseAlarmTarget: 0.05 });
    expect(limit).toBeCloseTo(2.994604, 6);
    expect(medianCasesToSignal({ chart: monitoringChart(twenty), limit, failureRate: 0.2 })).toBe(43);
  });

  test('raises an alarm on four failures in a row but not on three', () => {
    const limit = 4.0929040984;
    expect(monitoringCusum({ rates, limit }, [1, 1, 1]).alarmCase).toBeNull();
    expect(monitoringCusum({ rates, limit }, [0, 1, 1, 1, 1]).alarmCase).toBe(5);
  });
});
