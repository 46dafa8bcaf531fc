import fc from 'fast-check';
import { cusumParameters, holdingBarrierScores, repeatedSprt, type CusumDesign } from './cusum';
import { shiftOdds } from './failure-rates';
import { lcCusum } from './lc-cusum';
import { riskAdjustedScore } from './risk-adjusted-score';

function design(adequate: number, inadequate: number, alpha = 0.1, beta = 0.1): CusumDesign {
  return { rates: { adequate, inadequate }, alpha, beta };
}

describe('the classic CUSUM', () => {
  test.each([
    [design(0.05, 0.1), 0.0723583768, 2.9405543736, 41, 105.2153076853, 85.1051143253],
    [design(0.1, 0.2), 0.1452443543, 2.7095112914, 19, 47.9089394788, 39.5869504657],
    [design(0.2, 0.4), 0.2933049474, 2.2401703157, 8, 19.2073014636, 16.7968074308],
  ])('has the known parameters for %j', (asked, step, limit, fewest, adequateCases, inadequateCases) => {
    const found = cusumParameters(asked);
    expect(found.successStep).toBeCloseTo(step, 9);
    expect(found.lowerLimit).toBeCloseTo(limit, 9);
    expect(found.upperLimit).toBeCloseTo(limit, 9);
    expect(found.fewestSuccesses).toBe(fewest);
    expect(found.expectedCasesIfAdequate).toBeCloseTo(adequateCases, 8);
    expect(found.expectedCasesIfInadequate).toBeCloseTo(inadequateCases, 8);
  });

  test("reproduces the NIST handbook's worked example to its printed digits", () => {
    // NIST/SEMATECH e-Handbook 6.2.6: x_a = -0.939 + 0.0397 n, x_r = 1.205 + 0.0397 n; first accept at n = 24.
    const found = cusumParameters(design(0.01, 0.1, 0.05, 0.1));
    expect(found.lowerLimit).toBeCloseTo(0.939, 3);
    expect(found.upperLimit).toBeCloseTo(1.205, 3);
    expect(found.successStep).toBeCloseTo(0.0397, 4);
    expect([found.fewestSuccesses, found.fewestFailures]).toEqual([24, 2]);
  });

  test('restarts at the value where a line was crossed', () => {
    const failures = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0];
    const { path, verdicts } = repeatedSprt(design(0.2, 0.4), failures);
    expect(path.at(-1)).toBeCloseTo(-0.5727940004, 9);
    expect(verdicts).toEqual([
      { caseNumber: 12, verdict: 'acceptable' },
      { caseNumber: 17, verdict: 'unacceptable' },
    ]);
  });

  test('gives no verdict before the fewest successes, and exactly there on a clean record', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 30 }), (percent, gap) => {
        const asked = design(percent / 100, (percent + gap) / 100);
        const { fewestSuccesses } = cusumParameters(asked);
        const { verdicts } = repeatedSprt(asked, Array<number>(fewestSuccesses).fill(0));
        expect(verdicts).toEqual([{ caseNumber: fewestSuccesses, verdict: 'acceptable' }]);
      }),
    );
  });

  test('with a holding barrier equals the output of R package cusumr', () => {
    // Input from the package's README, output of its R code in R 4.2.2.
    const scores = holdingBarrierScores({ adequate: 0.2, inadequate: 0.4 }, [1, 1, 1, 0, 0, 1, 0, 0, 1]);
    const expected = [0, 0, 0, -0.293304947389, -0.586609894777, 0, -0.293304947389, -0.586609894777, 0];
    scores.forEach((score, k) => expect(score).toBeCloseTo(expected[k] as number, 11));
  });

  test('with a holding barrier is the LC-CUSUM upside down', () => {
    const rates = { adequate: 0.1, inadequate: 0.2 };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1), { maxLength: 60 }), (failures) => {
        const { failureEvidence, successEvidence } = cusumParameters({ rates, alpha: 0.1, beta: 0.1 });
        const lc = lcCusum({ rates, limit: 3 }, failures).path;
        holdingBarrierScores(rates, failures).forEach((score, k) => {
          expect(score * (failureEvidence + successEvidence)).toBeCloseTo(-(lc[k] as number), 10);
        });
      }),
    );
  });
});

describe('the risk-adjusted score', () => {
  // Steiner 2000, p. 446, as quoted in the tests of R package vlad: -0.024/0.67 at Parsonnet 0, -0.43/0.26 at 50.
  test.each([
    [0, 2, -0.024, 0.67],
    [50, 2, -0.433, 0.26],
    [0, 0.5, 0.012, -0.681],
    [50, 0.5, 0.316, -0.377],
  ])('at Parsonnet score %d and odds ratio %d is the published one', (parsonnet, odds, success, failure) => {
    const risk = 1 / (1 + Math.exp(3.68 - 0.077 * parsonnet));
    const score = riskAdjustedScore(risk, odds);
    expect(Math.abs(score.onSuccess - success)).toBeLessThan(0.002);
    expect(Math.abs(score.onFailure - failure)).toBeLessThan(0.004);
  });

  test('is the log-likelihood ratio of the two rates whose odds differ by the multiplier', () => {
    const shifted = shiftOdds(0.12, 1.7);
    const score = riskAdjustedScore(0.12, 1.7);
    expect(score.onFailure).toBeCloseTo(Math.log(shifted / 0.12), 12);
    expect(score.onSuccess).toBeCloseTo(Math.log((1 - shifted) / (1 - 0.12)), 12);
  });
});
