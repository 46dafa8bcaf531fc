import { chartPath, firstSignal, type BarrierChart } from './barrier-chart';
import { probabilityOfAtLeast, probabilityOfAtMost } from './binomial';
import { calibrationBins } from './calibration';
import {
  averageRunLength,
  betaPosterior,
  calibrateLcCusum,
  caseProbabilities,
  caseRate,
  competenceState,
  credibleInterval,
  cusumParameters,
  defaultCompetenceRule,
  discountedPosterior,
  earliestSignal,
  fitRaterModel,
  intervalWidth,
  lcCusumChart,
  likelihoodRatioChart,
  limitWithin,
  meanRate,
  PLACEHOLDER_VARIANCES,
  predictiveProbabilities,
  probabilityOfNextRating,
  programVariances,
  raterFindings,
  shrunkRate,
  signalProbability,
} from './index';
import { logGamma } from './special-functions';
import { fitOrdinalModel, mixedEquations, solveMixed } from './offline';

const refusal = (code: string) => expect.objectContaining({ code: `statistics/${code}` });
const nan = Number.NaN;
const uniform = { a: 1, b: 1 };
const chart = lcCusumChart({ adequate: 0.1, inadequate: 0.3 });
const ten = { events: 5, trials: 10 };
const rate = { a: 2, b: 4, overDispersion: 1 };
const rule = defaultCompetenceRule({ adequate: 0.1, inadequate: 0.3 });
const rated = (value: number) => [{ fellowId: 'a', raterId: 'b', value }];
const shape = { fixed: 1, levels: [2] };
const row = { value: 1, fixed: [1], levels: [0] };
const next = { atLeast: 4, variances: { rater: 0.25, residual: 0.75 } };
const level = { mean: 4, variance: 0.3 };

/** The rows of a table test: what is asked, the act, and the code of the refusal. */
type Refusals = readonly (readonly [string, () => unknown, string])[];

const unguarded: Refusals = [
  ['a prior of NaN', () => shrunkRate({ a: nan, b: 1 }, ten), 'not-positive'],
  ['a record of NaN', () => shrunkRate(uniform, { events: nan, trials: 1 }), 'count-invalid'],
  ['more events than trials', () => shrunkRate(uniform, { events: 2, trials: 1 }), 'events-exceed-trials'],
  ['a rate of 7', () => probabilityOfAtMost(5, { n: 3, rate: 7 }), 'probability-out-of-range'],
  ['a rate of NaN', () => probabilityOfAtLeast(5, { n: 3, rate: nan }), 'probability-out-of-range'],
  ['a negative count', () => probabilityOfAtLeast(-1, { n: 3, rate: 0.5 }), 'count-invalid'],
  ['half a count', () => probabilityOfAtMost(1.5, { n: 3, rate: 0.5 }), 'count-invalid'],
  ['no trial', () => probabilityOfAtMost(1, { n: 0, rate: 0.5 }), 'count-invalid'],
  ['a NaN coverage', () => intervalWidth({ coverage: nan, pValue: nan }), 'probability-out-of-range'],
  ['a NaN p-value', () => intervalWidth({ coverage: 0.5, pValue: nan }), 'probability-out-of-range'],
  ['a NaN step up', () => chartPath({ ...chart, up: nan }, [1]), 'not-positive'],
  ['an endless step down', () => chartPath({ ...chart, down: Infinity }, [1]), 'not-positive'],
  ['no step up', () => earliestSignal({ ...chart, up: 0 }, 4), 'not-positive'],
  ['a signal beyond all cases', () => earliestSignal({ ...chart, up: 1e-300 }, 1e300), 'signal-out-of-reach'],
  ['a NaN score', () => firstSignal([1, nan], 4), 'not-a-number'],
  [
    'a chart that moves on nothing',
    () => chartPath({ ...chart, upOn: 'luck' } as unknown as BarrierChart, [1]),
    'outcome-unknown',
  ],
  [
    'a NaN step under a rate',
    () => signalProbability({ chart: { ...chart, down: nan }, limit: 1, failureRate: 0.1 }, 5),
    'not-positive',
  ],
  [
    'a NaN step of a limit',
    () => limitWithin({ chart: { ...chart, up: nan }, failureRate: 0.3, horizon: 50, target: 0.05 }),
    'not-positive',
  ],
  ['equations of nothing', () => mixedEquations([], shape), 'empty'],
  ['a NaN observation', () => mixedEquations([{ ...row, value: nan }], shape), 'not-a-number'],
  ['too few fixed effects', () => mixedEquations([{ ...row, fixed: [] }], shape), 'lengths-differ'],
  ['a level that does not exist', () => mixedEquations([{ ...row, levels: [2] }], shape), 'level-unknown'],
  ['half a level', () => mixedEquations([{ ...row, levels: [0.5] }], shape), 'level-unknown'],
  ['three factors', () => mixedEquations([row], { fixed: 1, levels: [1, 1, 1] }), 'lengths-differ'],
  ['a factor without levels', () => mixedEquations([row], { fixed: 1, levels: [0] }), 'count-invalid'],
  ['a NaN deviation', () => solveMixed(mixedEquations([row], shape), [nan]), 'negative'],
  ['a missing deviation', () => solveMixed(mixedEquations([row], shape), []), 'lengths-differ'],
];

const extreme: Refusals = [
  ['a prior worth too much', () => meanRate({ a: 1e308, b: 1e308 }), 'shape-too-large'],
  ['a record too long', () => betaPosterior(uniform, { successes: 2e6, failures: 0 }), 'shape-too-large'],
  ['an interval of a prior worth too much', () => credibleInterval({ a: 2e6, b: 1 }, 0.9), 'shape-too-large'],
  [
    'a drift from a prior worth too much',
    () => discountedPosterior({ a: 1, b: 2e6 }, [], 1),
    'shape-too-large',
  ],
  ['a future after too much', () => predictiveProbabilities({ a: 2e6, b: 1 }, 1), 'shape-too-large'],
  ['a prior for a person worth too much', () => shrunkRate({ a: 2e6, b: 1 }, ten), 'shape-too-large'],
  ['a logarithm beyond all numbers', () => logGamma(1e308), 'not-computable'],
  [
    'a case rate beyond all numbers',
    () => caseRate(uniform, { count: 9, weeks: 1 }, 1e-308),
    'not-computable',
  ],
  [
    'rates nearer than a millionth',
    () => cusumParameters({ rates: { adequate: 0.1, inadequate: 0.1000000001 }, alpha: 0.1, beta: 0.1 }),
    'rates-reversed',
  ],
  [
    'hypotheses nearer than a millionth',
    () => likelihoodRatioChart({ assumed: 0.1, alternative: 0.1 - 9e-7 }),
    'rates-equal',
  ],
  [
    'error rates that all but add up to one',
    () => cusumParameters({ rates: { adequate: 0.1, inadequate: 0.2 }, alpha: 0.5, beta: 0.5 - 1e-9 }),
    'error-rates-too-large',
  ],
];

const forecasts = { probabilities: [0.2], outcomes: [0] };
const endless: Refusals = [
  ['more cases than anybody does', () => caseProbabilities(rate, { most: 1e10, weeks: 1 }), 'too-many-cases'],
  ['more bins than forecasts ever fill', () => calibrationBins(forecasts, 1e10), 'too-many-bins'],
  [
    'the run length of a chart that never ends',
    () => averageRunLength({ chart, limit: 1e9, failureRate: 0.1 }),
    'run-too-long',
  ],
  [
    'the run length of a chart of tiny steps',
    () => averageRunLength({ chart: { up: 1e-7, down: 1e-7, upOn: 'failure' }, limit: 5, failureRate: 0.5 }),
    'run-too-long',
  ],
  [
    'a calibration over a career',
    () => calibrateLcCusum({ rates: rule.rates, horizon: 2001, falseCompetenceTarget: 0.05 }),
    'horizon-too-long',
  ],
];

const oneBranchOnly: Refusals = [
  [
    'a NaN low probability',
    () => competenceState({ failures: [] }, { ...rule, lowProbability: nan }),
    'probability-out-of-range',
  ],
  [
    'half a case for low',
    () => competenceState({ failures: [0] }, { ...rule, fewestCasesForLow: 0.5 }),
    'count-invalid',
  ],
  [
    'NaN fewest cases',
    () => competenceState({ failures: [0] }, { ...rule, fewestCases: nan }),
    'count-invalid',
  ],
  ['NaN variances of nobody', () => raterFindings([], { ...PLACEHOLDER_VARIANCES, rater: nan }), 'negative'],
  ['one NaN rating of a program', () => programVariances(rated(nan)), 'not-a-number'],
];

const scales: Refusals = [
  [
    'an empty scale',
    () => fitRaterModel(rated(3), PLACEHOLDER_VARIANCES, { lowest: 5, highest: 1 }),
    'scale-impossible',
  ],
  [
    'a scale of one word',
    () => probabilityOfNextRating(level, { ...next, scale: { lowest: 4, highest: 4 } }),
    'scale-impossible',
  ],
  [
    'a broken scale',
    () => probabilityOfNextRating(level, { ...next, scale: { lowest: 1, highest: 4.5 } }),
    'scale-impossible',
  ],
  [
    'a NaN scale',
    () => raterFindings([], PLACEHOLDER_VARIANCES, { lowest: nan, highest: 5 }),
    'scale-impossible',
  ],
  [
    'a rating between two words',
    () => fitRaterModel(rated(3.5), PLACEHOLDER_VARIANCES, { lowest: 1, highest: 5 }),
    'rating-off-scale',
  ],
  [
    'a rating above the scale',
    () => programVariances(rated(6), { lowest: 1, highest: 5 }),
    'rating-off-scale',
  ],
  [
    'a next rating off the scale',
    () => probabilityOfNextRating(level, { ...next, atLeast: 6, scale: { lowest: 1, highest: 5 } }),
    'rating-off-scale',
  ],
  ['no ordinal rating', () => fitOrdinalModel([]), 'empty'],
  [
    'an ordinal rating between two words',
    () => fitOrdinalModel([{ value: 1.5, covariates: [], groupId: 'a' }]),
    'rating-off-scale',
  ],
];

describe.each([
  ['what was unguarded', unguarded],
  ['extremes', extreme],
  ['work without end', endless],
  ['parameters that only one branch reads', oneBranchOnly],
  ['a scale', scales],
] as const)('refused: %s', (_what, refusals) => {
  test.each(refusals)('%s', (_case, act, code) => {
    expect(act).toThrow(refusal(code));
  });
});

test('every rating is at least the lowest of its scale', () => {
  expect(probabilityOfNextRating(level, { ...next, atLeast: 1, scale: { lowest: 1, highest: 5 } })).toBe(1);
  expect(probabilityOfNextRating(level, { ...next, scale: { lowest: 1, highest: 5 } })).toBe(
    probabilityOfNextRating(level, next),
  );
});

test('rates a millionth apart still give verdicts in a positive number of cases', () => {
  for (const adequate of [1e-9, 0.1, 0.5, 0.9, 1 - 2e-6]) {
    const rates = { adequate, inadequate: adequate + 1.1e-6 };
    const found = cusumParameters({ rates: rates, alpha: 0.1, beta: 0.1 });
    expect(found.expectedCasesIfAdequate).toBeGreaterThan(0);
    expect(found.expectedCasesIfInadequate).toBeGreaterThan(0);
  }
});

test('no ratings give no finding', () => {
  expect(raterFindings([], PLACEHOLDER_VARIANCES)).toEqual([]);
});
