import fc from 'fast-check';
import { chartPath, firstSignal, upProbability } from './barrier-chart';
import { probabilityOfAtLeast, probabilityOfAtMost } from './binomial';
import { possibleRates } from './failure-rates';
import { replayForecasts } from './forecast-back-test';
import { countedRecord, fourWeekBlocks, overDispersion, settledLog } from './forecast-log';
import { forecastPrior } from './forecast-rate';
import { signalProbabilities } from './chart-distribution';
import { calibrateMonitoring, monitoringCusum } from './monitoring-cusum';
import { probabilityOfAtMostCases } from './forecast-count';
import { calibrationBins } from './calibration';
import * as statistics from './index';
import { estimateRaterVariances } from './rater-variances';
import * as offline from './offline';
import { dateReaching, scheduleKnownUntil, splitExposure } from './service-exposure';
import * as specialFunctions from './special-functions';
import { casesToRun } from '../testing/cases';
import { codeOf, isFinite } from './testdata/answers';
import * as values from './testdata/nasty-values';

type Any = values.Any;
const { nasty, near, share, count, worth, weeks, outcomes, horizon, record } = values;
const { list, rates, chart, beta, caseRate, underRate, question, design } = values;

const forecasts = fc
  .array(fc.tuple(share, near(0, 1)), { maxLength: 40 })
  .map((pairs) => ({ probabilities: pairs.map(([p]) => p), outcomes: pairs.map(([, y]) => y) }));
const person = record({ events: count, trials: near(10, 12, 40) });
const rating = record({
  fellowId: fc.constantFrom('a', 'b', 'c'),
  raterId: fc.constantFrom('x', 'y'),
  value: near(1, 2, 3, 4, 5),
});
const aged = record({
  fellowId: fc.constantFrom('a', 'b'),
  raterId: fc.constantFrom('x', 'y'),
  value: near(1, 3, 5),
  experience: near(0, 1, 2),
});
const ratings = fc.oneof(list(rating, 12), list(aged, 12));
const variances = record({ fellow: worth, rater: worth, residual: worth });
const scale = fc.oneof(fc.constant(undefined), record({ lowest: near(1, 0), highest: near(5, 3) }));
const civil = fc.constantFrom('2026-01-01', '2026-01-19', '2026-03-02', '2026-02-30', 'soon');
const schedule = record({
  rotations: fc
    .tuple(near(1, 0.2, 0))
    .map(([multiplier]) => [{ startsOn: '2026-01-01', endsOn: '2026-04-30', multiplier }]),
  daysOff: fc.constant([]),
  week: fc.oneof(fc.constant(undefined), fc.array(near(1, 0), { minLength: 7, maxLength: 7 })),
});
const stretch = record({ after: civil, until: civil });
const plan = record({
  ...{ startsOn: civil, endsOn: civil, daysOff: list(record({ startsOn: civil, endsOn: civil }), 2) },
  rotations: list(record({ startsOn: civil, endsOn: civil, multiplier: near(1, 0.2, 0) }), 3),
});
const chartDesign = record({
  ...{ adequatePercent: near(10, 1), inadequatePercent: near(30, 60), horizon, falsePercent: near(5, 20) },
});
const exposure: Any = fc.array(near(0, 0.2, 0.2), { maxLength: 40 }).map((days) => {
  let through = 0;
  return days.map((day, k) => ({
    on: `2026-0${1 + Math.floor(k / 28)}-${String(1 + (k % 28)).padStart(2, '0')}`,
    weeks: (through += day),
  }));
});
const log = record({ cases: list(civil), exposure });
const blocks = list(record({ count, weeks }), 12);
const forecastQuestion = record({
  rate: caseRate,
  count,
  target: count,
  today: civil,
  exposure,
  quantiles: list(share, 3),
});
const rule = record({
  ...{ rates, lcLimit: near(4), monitoringLimit: near(4), targetRate: share, retention: share, prior: beta },
  ...{ fewestCases: count, fewestCasesForLow: count, lowProbability: share },
});
const facts = record({
  ...{ fellowId: fc.constant('a'), fellowName: fc.constant('A'), procedure: fc.constant('P') },
  ...{ state: fc.constantFrom('learning', 'competent'), silence: fc.oneof(fc.constant(null), share) },
  forecast: fc.oneof(
    fc.constant(null),
    record({ remaining: count, target: count, probabilityByEnd: share, expectedShortfall: count }),
  ),
  ratings: record({ recentCases: count, recentRated: count, ratings: count, raters: count }),
  forecastFlagged: fc.boolean(),
});
const equations = record({
  rows: list(
    record({ value: near(1, 2, 3), fixed: fc.tuple(near(1)), levels: fc.tuple(near(0, 1), near(0, 1)) }),
  ),
  shape: record({ fixed: near(1), levels: fc.tuple(near(2), near(2)) }),
}) as fc.Arbitrary<{ rows: offline.MixedRow[]; shape: offline.MixedShape }>;
const ordinal = record({
  value: near(1, 2, 3),
  covariates: fc.constant([]),
  groupId: fc.constantFrom('g', 'h'),
});

const ratingRule = record({ of: fc.constantFrom('all', 'newest'), n: near(3, 6), percent: near(60, 100) });

const instant = fc.integer({ min: -1e12, max: 4e12 });
const decision = record({
  ...{ kind: fc.constantFrom('approved', 'returned'), corrected: fc.boolean() },
  ...{ at: instant, submittedAt: instant, batchId: fc.constantFrom(null, 'one', 'two') },
});

/** Of several functions that are asked the same. */
const alike = (names: string, asked: Any): Record<string, Any> =>
  Object.fromEntries(names.split(' ').map((name) => [name, asked]));

/** The arguments of every function of the index, and of those under it that answer numbers. */
const questions: Record<string, Any> = {
  chanceOfMeeting: fc.tuple(ratingRule, record({ successShare: share, cases: near(5, 12) })),
  isComputable: fc.tuple(ratingRule),
  approvalHabits: fc.tuple(list(decision, 12)),
  agreement: fc.tuple(
    list(record({ one: near(1, 5), other: near(1, 5) }), 14),
    record({ lowest: near(1, 0), highest: near(5, 3) }),
  ),
  attentionList: fc.tuple(list(facts)),
  attentionOf: fc.tuple(facts),
  attentionOfFellow: fc.tuple(record({ noLogging: fc.oneof(fc.constant(null), share), longWaits: count })),
  ...alike('averageRunLength medianCasesToSignal', fc.tuple(underRate)),
  benjaminiHochberg: fc.tuple(list(share), share),
  ...alike('betaCdf betaQuantile betaUpperQuantile betaUpperTail', fc.tuple(share, worth, worth)),
  betaPosterior: fc.tuple(beta, record({ successes: count, failures: count })),
  calibrateLcCusum: fc.tuple(record({ rates, horizon, falseCompetenceTarget: share })),
  calibrateMonitoring: fc.tuple(record({ rates, horizon, falseAlarmTarget: share })),
  calibrationBins: fc.tuple(forecasts, near(5, 1)),
  ...alike('calibrationScores binStandings', fc.tuple(forecasts)),
  caseProbabilities: fc.tuple(caseRate, record({ most: count, weeks })),
  caseQuantile: fc.tuple(caseRate, record({ quantile: share, weeks })),
  casesPerFalseAlarm: fc.tuple(rule),
  caseRate: fc.tuple(beta, record({ count: weeks, weeks }), near(1, 2)),
  chartPath: fc.tuple(chart, outcomes),
  checkChartDesign: fc.tuple(chartDesign),
  competenceState: fc.tuple(record({ failures: outcomes, restartAfterCase: count }), rule),
  computeLcCusumLimit: fc.tuple(record({ rates, horizon, falseCompetenceTarget: share })),
  countedRecord: fc.tuple(log),
  credibleInterval: fc.tuple(beta, share),
  cusumParameters: fc.tuple(design),
  dateReaching: fc.tuple(exposure, weeks),
  defaultCompetenceRule: fc.tuple(rates),
  dependability: fc.tuple(
    record({ person: worth, rater: worth, residual: worth }),
    record({ ratings: count, raters: count }),
  ),
  discountedPosterior: fc.tuple(beta, outcomes, share),
  dispersionAfterCoverage: fc.tuple(near(1, 2), record({ inside: count, total: count })),
  earliestSignal: fc.tuple(chart, near(1, 4)),
  errorToPersonRatio: fc.tuple(share, count),
  estimateRaterVariances: fc.tuple(ratings),
  exactRatingsFor: fc.tuple(share, worth),
  expectedFalseLights: fc.tuple(
    list(
      record({
        rule: record({ rates, lcLimit: near(1, 2, 4), monitoringLimit: near(1, 2, 4) }),
        ...{ learning: count, monitored: count },
      }),
      2,
    ),
  ),
  expectedFalseFlags: fc.tuple(
    record({ monitoredCases: list(count), casesPerFalseAlarm: worth, watchedForSilence: count }),
  ),
  expectedShortfall: fc.tuple(caseRate, record({ remaining: count, weeks })),
  experienceOf: fc.tuple(count),
  fewestCasesFor: fc.tuple(beta, record({ target: share, confidence: share, failures: count })),
  firstSignal: fc.tuple(list(worth), near(1, 4)),
  fitBetaPrior: fc.tuple(list(person, 8)),
  ...alike('fitRaterModel raterFindings fairLevels', fc.tuple(ratings, variances, scale)),
  forecastDigits: fc.tuple(count),
  forecastOutcome: fc.tuple(
    record({ earlyOn: fc.option(civil), lateOn: fc.option(civil) }),
    record({ metOn: fc.option(civil), endsOn: fc.option(civil), today: civil }),
  ),
  forecastPrior: fc.tuple(record({ fellowRates: list(weeks), target: count, plannedWeeks: weeks })),
  forecastTarget: fc.tuple(forecastQuestion),
  fourWeekBlocks: fc.tuple(log),
  funnelLimit: fc.tuple(record({ n: near(1, 10, 200), rate: share }), share),
  gatherBackTest: fc.tuple(fc.constant([])),
  holdingBarrierScores: fc.tuple(rates, outcomes),
  intervalCoverage: fc.tuple(record({ inside: count, total: count }), share),
  intervalWidth: fc.tuple(record({ coverage: share, pValue: share })),
  ...alike('lcCusum monitoringCusum', fc.tuple(record({ rates, limit: near(4) }), outcomes)),
  ...alike('lcCusumChart possibleRates', fc.tuple(rates)),
  learningCurve: fc.tuple(record({ failures: outcomes, restartsAfter: list(count, 2) }), rule),
  likelihoodRatioChart: fc.tuple(record({ assumed: share, alternative: share })),
  ...alike('limitNearest limitWithin', fc.tuple(question)),
  logBeta: fc.tuple(worth, worth),
  logGamma: fc.tuple(worth),
  logsLate: fc.tuple(list(count)),
  meanCaseRate: fc.tuple(caseRate),
  ...alike('meanRate rateDeviation', fc.tuple(beta)),
  medianWait: fc.tuple(list(record({ time: weeks, over: fc.boolean() }))),
  operatingCharacteristics: fc.tuple(
    record({ rates, lcLimit: near(1, 2, 4), monitoringLimit: near(1, 2, 4) }),
    record({ failureRates: list(share), horizon }),
  ),
  overDispersion: fc.tuple(blocks),
  predictiveProbabilities: fc.tuple(beta, count),
  ...alike('probabilityOfAtLeast probabilityOfAtMost', fc.tuple(count, record({ n: count, rate: share }))),
  ...alike(
    'probabilityOfAtMostCases probabilityOfCases',
    fc.tuple(caseRate, record({ cases: count, weeks })),
  ),
  probabilityOfNextRating: fc.tuple(
    record({ mean: near(3, 4), variance: worth }),
    record({ atLeast: near(4, 5), variances, continuity: near(0.5), scale }),
  ),
  probabilityOfReaching: fc.tuple(beta, share),
  probabilityOfSilence: fc.tuple(caseRate, weeks),
  programVariances: fc.tuple(ratings, scale),
  ratingIslands: fc.tuple(ratings),
  ratingsAreThin: fc.tuple(record({ ratings: count, raters: count })),
  ...alike('ratingsFor riskAdjustedScore shiftOdds', fc.tuple(share, worth)),
  pooledDispersion: fc.tuple(list(blocks, 4)),
  backTestOfClass: fc.tuple(
    record({
      members: list(record({ cases: list(civil), exposure }), 3),
      ...{ target: count, lookedOn: civil, dispersionOf: fc.constant(undefined) },
    }),
  ),
  rangeStanding: fc.tuple(share, record({ inside: near(25, 40), total: near(30, 40) })),
  reliabilityOf: fc.tuple(count, worth),
  repeatedSprt: fc.tuple(design, outcomes),
  replayForecasts: fc.tuple(
    record({ cases: list(civil), exposure, target: count, lookedOn: civil, rateFrom: fc.func(caseRate) }),
  ),
  ruleOfDesign: fc.tuple(chartDesign),
  scheduleKnownUntil: fc.tuple(schedule, stretch),
  serviceExposure: fc.tuple(schedule, stretch),
  settledLog: fc.tuple(log, list(count)),
  shrunkRate: fc.tuple(beta, person),
  signalProbabilities: fc.tuple(underRate, horizon),
  silenceSince: fc.tuple(list(civil), exposure),
  signalProbability: fc.tuple(underRate, horizon),
  splitExposure: fc.tuple(exposure, civil),
  standardNormalCdf: fc.tuple(nasty),
  standardNormalQuantile: fc.tuple(share),
  successesToSignal: fc.tuple(near(0, 1, 3), rule),
  trainingService: fc.tuple(plan, civil),
  upProbability: fc.tuple(chart, share),
  volumeForecast: fc.tuple(
    record({
      ...{ cases: list(civil), target: count, today: civil, delays: list(count), fellowRates: list(weeks) },
      dispersion: fc.option(worth),
      service: record({ past: exposure, future: exposure, plannedWeeks: weeks, knownUntil: civil }),
    }),
  ),
  weeksToCases: fc.tuple(caseRate, record({ cases: count, quantile: share })),
  fitOrdinalModel: fc.tuple(list(ordinal, 8), near(1, 5)),
  mixedEquations: equations.map(({ rows, shape }) => [rows, shape]),
};

const entries: Record<string, unknown> = {
  ...statistics,
  ...{ fitOrdinalModel: offline.fitOrdinalModel, mixedEquations: offline.mixedEquations },
  ...specialFunctions,
  ...{ chartPath, dateReaching, estimateRaterVariances, firstSignal, possibleRates },
  ...{
    calibrateMonitoring,
    calibrationBins,
    monitoringCusum,
    signalProbabilities,
    scheduleKnownUntil,
    splitExposure,
  },
  ...{ countedRecord, fourWeekBlocks, overDispersion, settledLog, forecastPrior, replayForecasts },
  ...{ probabilityOfAtLeast, probabilityOfAtMost, probabilityOfAtMostCases, upProbability },
};
type Act = (...given: unknown[]) => unknown;
const functions = Object.entries(entries).filter(
  (entry): entry is [string, Act] => typeof entry[1] === 'function',
);

describe('whatever it is asked', () => {
  test('no function of the index is left out here', () => {
    expect(functions.map(([name]) => name).filter((name) => questions[name] === undefined)).toEqual([]);
  });

  test.each(functions)('%s answers finite numbers or a refusal with its code', (name, act) => {
    fc.assert(
      fc.property(questions[name] as fc.Arbitrary<unknown[]>, (given) => {
        const { answer, code } = codeOf(() => act(...given));
        if (code === undefined) expect(isFinite(answer)).toBe(true);
        else expect(code).toMatch(/^(statistics|chart)\/[a-z-]+$/);
      }),
      { numRuns: casesToRun(300, 50) },
    );
  });
});
