import fc from 'fast-check';
import { DomainError } from '../refusal';
import { chartPath } from './barrier-chart';
import {
  benjaminiHochberg,
  betaPosterior,
  calibrateLcCusum,
  calibrationScores,
  credibleInterval,
  cusumParameters,
  defaultCompetenceRule,
  dependability,
  discountedPosterior,
  errorToPersonRatio,
  fewestCasesFor,
  fitBetaPrior,
  funnelLimit,
  intervalCoverage,
  lcCusum,
  lcCusumChart,
  likelihoodRatioChart,
  predictiveProbabilities,
  probabilityOfReaching,
  repeatedSprt,
  riskAdjustedScore,
  shiftOdds,
} from './index';
import { signalProbabilities } from './chart-distribution';
import { calibrateMonitoring } from './monitoring-cusum';
import { casesToRun } from '../testing/cases';

const rates = { adequate: 0.1, inadequate: 0.3 };
const design = { rates, alpha: 0.1, beta: 0.1 };
const uniform = { a: 1, b: 1 };
const chart = lcCusumChart(rates);
const refusals: [string, () => unknown, string][] = [
  [
    'an adequate rate above the inadequate',
    () => lcCusumChart({ adequate: 0.3, inadequate: 0.1 }),
    'rates-reversed',
  ],
  ['equal rates', () => defaultCompetenceRule({ adequate: 0.2, inadequate: 0.2 }), 'rates-reversed'],
  [
    'reversed rates of the classic chart',
    () => cusumParameters({ ...design, rates: { adequate: 0.4, inadequate: 0.2 } }),
    'rates-reversed',
  ],
  ['a rate of zero', () => lcCusumChart({ adequate: 0, inadequate: 0.1 }), 'rate-out-of-range'],
  ['a rate of one', () => lcCusumChart({ adequate: 0.1, inadequate: 1 }), 'rate-out-of-range'],
  ['a NaN rate', () => lcCusumChart({ adequate: Number.NaN, inadequate: 0.2 }), 'rate-out-of-range'],
  [
    'hypotheses that do not differ',
    () => likelihoodRatioChart({ assumed: 0.2, alternative: 0.2 }),
    'rates-equal',
  ],
  ['alpha of zero', () => cusumParameters({ ...design, alpha: 0 }), 'rate-out-of-range'],
  [
    'error rates that add up to one',
    () => cusumParameters({ rates, alpha: 0.5, beta: 0.5 }),
    'error-rates-too-large',
  ],
  ['an outcome of 2', () => chartPath(chart, [0, 2]), 'outcome-not-binary'],
  ['a NaN outcome', () => repeatedSprt(design, [Number.NaN]), 'outcome-not-binary'],
  ['a limit of zero', () => lcCusum({ rates, limit: 0 }, [0]), 'not-positive'],
  [
    'a NaN limit',
    () => signalProbabilities({ chart, limit: Number.NaN, failureRate: 0.1 }, 10),
    'not-positive',
  ],
  [
    'a horizon of zero cases',
    () => signalProbabilities({ chart, limit: 1, failureRate: 0.1 }, 0),
    'count-invalid',
  ],
  ['half a case', () => signalProbabilities({ chart, limit: 1, failureRate: 0.1 }, 1.5), 'count-invalid'],
  [
    'an endless horizon',
    () => signalProbabilities({ chart, limit: 1, failureRate: 0.1 }, 10_001),
    'horizon-too-long',
  ],
  [
    'calibration over an endless horizon',
    () => calibrateLcCusum({ rates, horizon: 2001, falseCompetenceTarget: 0.05 }),
    'horizon-too-long',
  ],
  [
    'a target of zero',
    () => calibrateMonitoring({ rates, horizon: 50, falseAlarmTarget: 0 }),
    'rate-out-of-range',
  ],
  [
    'a promise that no record can keep',
    () => calibrateLcCusum({ rates, horizon: 5, falseCompetenceTarget: 0.05 }),
    'target-unattainable',
  ],
  ['a risk of zero', () => riskAdjustedScore(0, 2), 'rate-out-of-range'],
  ['odds multiplied by zero', () => riskAdjustedScore(0.1, 0), 'not-positive'],
  ['odds multiplied by NaN', () => shiftOdds(0.1, Number.NaN), 'not-positive'],
  ['a negative count', () => betaPosterior(uniform, { successes: -1, failures: 0 }), 'count-invalid'],
  ['a broken count', () => betaPosterior(uniform, { successes: 1, failures: 0.5 }), 'count-invalid'],
  [
    'a prior worth nothing',
    () => betaPosterior({ a: 0, b: 1 }, { successes: 1, failures: 0 }),
    'not-positive',
  ],
  ['a retention above one', () => discountedPosterior(uniform, [1], 1.01), 'probability-out-of-range'],
  ['a certain interval', () => credibleInterval(uniform, 1), 'rate-out-of-range'],
  ['a target above one', () => probabilityOfReaching(uniform, 1.2), 'probability-out-of-range'],
  ['more next cases than memory holds', () => predictiveProbabilities(uniform, 1e9), 'too-many-cases'],
  ['a negative number of next cases', () => predictiveProbabilities(uniform, -1), 'count-invalid'],
  [
    'a goal of certainty',
    () => fewestCasesFor(uniform, { target: 0.9, confidence: 1, failures: 0 }),
    'rate-out-of-range',
  ],
  [
    'a goal out of reach',
    () => fewestCasesFor(uniform, { target: 1 - 1e-9, confidence: 0.9, failures: 0 }),
    'goal-out-of-reach',
  ],
  ['a prior from nobody', () => fitBetaPrior([]), 'empty'],
  ['more events than trials', () => fitBetaPrior([{ events: 3, trials: 2 }]), 'events-exceed-trials'],
  ['a person with a billion trials', () => fitBetaPrior([{ events: 3, trials: 1e9 }]), 'too-many-cases'],
  ['a person without a trial', () => fitBetaPrior([{ events: 0, trials: 0 }]), 'count-invalid'],
  ['a funnel without cases', () => funnelLimit({ rate: 0.8, n: 0 }, 0.025), 'count-invalid'],
  ['a tail of zero', () => funnelLimit({ rate: 0.8, n: 10 }, 0), 'rate-out-of-range'],
  ['no p-value', () => benjaminiHochberg([], 0.1), 'empty'],
  ['a p-value above one', () => benjaminiHochberg([1.1], 0.1), 'probability-out-of-range'],
  ['no forecast', () => calibrationScores({ probabilities: [], outcomes: [] }), 'empty'],
  [
    'a forecast without an outcome',
    () => calibrationScores({ probabilities: [0.5, 0.5], outcomes: [1] }),
    'lengths-differ',
  ],
  [
    'more intervals that held than there are',
    () => intervalCoverage({ inside: 3, total: 2 }, 0.8),
    'events-exceed-trials',
  ],
  ['a reliability of one', () => errorToPersonRatio(1, 5), 'rate-out-of-range'],
  [
    'a negative variance',
    () => dependability({ person: 1, rater: -1, residual: 1 }, { ratings: 2, raters: 1 }),
    'negative',
  ],
];

describe('impossible parameters are refused', () => {
  test.each(refusals)('%s', (_what, act, code) => {
    expect(act).toThrow(DomainError);
    expect(act).toThrow(expect.objectContaining({ code: `statistics/${code}` }));
  });

  test('and nothing ever answers NaN, whatever numbers come in', () => {
    const any = fc.oneof(
      fc.double(),
      fc.double({ min: 0, max: 1 }),
      fc.constantFrom(0, 1, -1, 0.5, Number.MIN_VALUE, Number.NaN, Number.POSITIVE_INFINITY),
    );
    const answers = (act: () => unknown): unknown[] => {
      try {
        return Object.values(act() as object);
      } catch (error) {
        expect(error).toBeInstanceOf(DomainError);
        return [];
      }
    };
    fc.assert(
      fc.property(any, any, any, any, (w, x, y, z) => {
        const all = [
          ...answers(() => cusumParameters({ rates: { adequate: w, inadequate: x }, alpha: y, beta: z })),
          ...answers(() => betaPosterior({ a: w, b: x }, { successes: y, failures: z })),
          ...answers(() => [probabilityOfReaching({ a: w, b: x }, y), riskAdjustedScore(w, x).onSuccess]),
          ...answers(() => riskAdjustedScore(w, x)),
          ...answers(() => [shiftOdds(w, x)]),
          ...answers(() => [dependability({ person: w, rater: x, residual: y }, { ratings: z, raters: 1 })]),
          ...answers(() =>
            credibleInterval({ a: Math.min(Math.abs(w), 1e4), b: Math.min(Math.abs(x), 1e4) }, y),
          ),
        ];
        for (const answer of all) expect(answer).not.toBeNaN();
      }),
      { numRuns: casesToRun(5000, 500) },
    );
  });
});
