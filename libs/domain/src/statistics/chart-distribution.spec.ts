import fc from 'fast-check';
import { chartPath, earliestSignal, firstSignal, likelihoodRatioChart } from './barrier-chart';
import {
  averageRunLength,
  medianCasesToSignal,
  signalProbabilities,
  signalProbability,
} from './chart-distribution';
import { limitNearest, limitWithin } from './chart-limit';
import { shiftOdds } from './failure-rates';

/** P(signal by the last case) from every one of the 2^n possible records. */
function byEnumeration(n: number, rate: number, signals: (failures: readonly number[]) => boolean): number {
  let sum = 0;
  for (let record = 0; record < 2 ** n; record++) {
    const failures = Array.from({ length: n }, (_, k) => (record >> k) & 1);
    const count = failures.reduce((total, failure) => total + failure, 0);
    if (signals(failures)) sum += rate ** count * (1 - rate) ** (n - count);
  }
  return sum;
}

const rate = fc.double({ min: 0.02, max: 0.9, noNaN: true });
const twoRates = fc.tuple(rate, rate).filter(([x, y]) => Math.abs(x - y) > 0.02);

describe('the exact distribution of a signal', () => {
  test('equals the sum over all records of ten cases', () => {
    fc.assert(
      fc.property(
        twoRates,
        rate,
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        ([assumed, alternative], truth, limit) => {
          const chart = likelihoodRatioChart({ assumed, alternative });
          const enumerated = byEnumeration(
            10,
            truth,
            (failures) => firstSignal(chartPath(chart, failures), limit) !== null,
          );
          expect(signalProbability({ chart, limit, failureRate: truth }, 10)).toBeCloseTo(enumerated, 12);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('never falls with more cases and is zero before the earliest signal', () => {
    fc.assert(
      fc.property(
        twoRates,
        rate,
        fc.double({ min: 0.1, max: 6, noNaN: true }),
        ([assumed, alternative], truth, limit) => {
          const chart = likelihoodRatioChart({ assumed, alternative });
          const earliest = earliestSignal(chart, limit);
          const byCase = signalProbabilities(
            { chart, limit, failureRate: truth },
            Math.min(120, earliest + 30),
          );
          byCase.forEach((value, k) => {
            expect(value).toBeGreaterThanOrEqual(k === 0 ? 0 : (byCase[k - 1] as number));
            if (k + 1 < earliest) expect(value).toBe(0);
          });
        },
      ),
    );
  });

  test('gives the published false-signal probability of 0.038 for a limit of 2.96 over 100 cases', () => {
    // CRAN cusum, test-cusum_alpha_sim.R: 0.038 from 10,000 simulations.
    const chart = likelihoodRatioChart({ assumed: 0.05, alternative: shiftOdds(0.05, 2) });
    const exact = signalProbability({ chart, limit: 2.96, failureRate: 0.05 }, 100);
    expect(exact).toBeCloseTo(0.0372389184, 9);
    expect(Math.abs(exact - 0.038)).toBeLessThan(0.006);
  });

  test('has an average run length that agrees with the sum of P(no signal yet)', () => {
    const chart = likelihoodRatioChart({ assumed: 0.1, alternative: 0.3 });
    const design = { chart, limit: 2, failureRate: 0.4 };
    const noSignalYet = signalProbabilities(design, 600).reduce((sum, p) => sum + 1 - p, 1);
    expect(averageRunLength(design)).toBeCloseTo(noSignalYet, 6);
  });

  test('has a median at the first case where a signal is as likely as not', () => {
    const chart = likelihoodRatioChart({ assumed: 0.3, alternative: 0.1 });
    const design = { chart, limit: 4.1502414069, failureRate: 0.1 };
    const median = medianCasesToSignal(design) as number;
    expect(median).toBe(28);
    expect(signalProbability(design, median - 1)).toBeLessThan(0.5);
    expect(signalProbability(design, median)).toBeGreaterThanOrEqual(0.5);
  });

  test('has no median where a signal is all but impossible', () => {
    const chart = likelihoodRatioChart({ assumed: 0.3, alternative: 0.1 });
    expect(medianCasesToSignal({ chart, limit: 12, failureRate: 0.9 })).toBeNull();
    expect(() => averageRunLength({ chart, limit: 40, failureRate: 0.9 })).toThrow(
      expect.objectContaining({ code: 'statistics/signal-out-of-reach' }),
    );
  });
});

describe('an exact limit', () => {
  test('is the smallest attainable score within the target, whatever the design', () => {
    const target = fc.double({ min: 0.02, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(
        twoRates,
        fc.integer({ min: 10, max: 40 }),
        target,
        ([assumed, alternative], horizon, wanted) => {
          const chart = likelihoodRatioChart({ assumed, alternative });
          const upwards = chart.upOn === 'failure' ? assumed : 1 - assumed;
          fc.pre(upwards ** horizon <= wanted);
          const found = limitWithin({ chart, failureRate: assumed, horizon, target: wanted });
          const achieved = (limit: number): number =>
            signalProbability({ chart, limit, failureRate: assumed }, horizon);
          expect(found.achieved).toBeLessThanOrEqual(wanted);
          expect(achieved(found.midpoint)).toBeCloseTo(found.achieved, 12);
          if (found.openLower > 0) expect(achieved(found.openLower)).toBeGreaterThan(wanted);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('reproduces the exact limit 1.41227 of R package cusum', () => {
    // CRAN cusum 0.4.1, test_cusum_limit_exact.R: failure rate 0.1, odds ratio 2, ten cases, alpha 0.05.
    const chart = likelihoodRatioChart({ assumed: 0.1, alternative: shiftOdds(0.1, 2) });
    const found = limitNearest({ chart, failureRate: 0.1, horizon: 10, target: 0.05 });
    expect(found.limit).toBeCloseTo(1.41227, 5);
    expect(found.achieved).toBeCloseTo(0.0510589504, 9);
  });

  test('nearest the target is never farther from it than the limit within the target', () => {
    fc.assert(
      fc.property(twoRates, fc.integer({ min: 8, max: 25 }), ([assumed, alternative], horizon) => {
        const chart = likelihoodRatioChart({ assumed, alternative });
        const question = { chart, failureRate: assumed, horizon, target: 0.2 };
        fc.pre((chart.upOn === 'failure' ? assumed : 1 - assumed) ** horizon <= 0.2);
        const distance = (achieved: number): number => Math.abs(achieved - 0.2);
        expect(distance(limitNearest(question).achieved)).toBeLessThanOrEqual(
          distance(limitWithin(question).achieved) + 1e-12,
        );
      }),
      { numRuns: 40 },
    );
  });

  test('does not exist where even a perfect record is too likely', () => {
    const chart = likelihoodRatioChart({ assumed: 0.1, alternative: 0.05 });
    expect(() => limitWithin({ chart, failureRate: 0.1, horizon: 10, target: 0.05 })).toThrow(
      expect.objectContaining({ code: 'statistics/target-unattainable' }),
    );
  });
});
