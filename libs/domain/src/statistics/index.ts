export { attentionList, attentionOf, ATTENTION_RULE, expectedFalseFlags } from './attention';
export type {
  Attention,
  AttentionFacts,
  AttentionForecast,
  AttentionLine,
  AttentionReason,
  ExpectedFalseFlags,
  RatingCoverage,
  Severity,
  Watched,
} from './attention';
export {
  chartPath,
  earliestSignal,
  firstSignal,
  likelihoodRatioChart,
  SCORE_TOLERANCE,
  upProbability,
} from './barrier-chart';
export type { BarrierChart, Hypotheses } from './barrier-chart';
export { benjaminiHochberg } from './benjamini-hochberg';
export {
  betaPosterior,
  credibleInterval,
  DEFAULT_RETENTION,
  DEFAULT_TARGET_RATE,
  discountedPosterior,
  fewestCasesFor,
  meanRate,
  predictiveProbabilities,
  probabilityOfReaching,
  rateDeviation,
  UNIFORM_PRIOR,
} from './beta-posterior';
export type { BetaDistribution, ConfidenceGoal, OutcomeCounts } from './beta-posterior';
export { fitBetaPrior, pooledRate, shrunkRate } from './beta-prior-fit';
export type { EventCounts, FittedPrior } from './beta-prior-fit';
export { probabilityOfAtLeast, probabilityOfAtMost } from './binomial';
export type { Trials } from './binomial';
export {
  calibrationBins,
  calibrationScores,
  FEWEST_RESOLVED_FORECASTS,
  intervalCoverage,
  intervalWidth,
} from './calibration';
export type {
  CalibrationBin,
  CalibrationScores,
  IntervalCoverage,
  IntervalWidth,
  ResolvedForecasts,
} from './calibration';
export {
  averageRunLength,
  LONGEST_HORIZON,
  medianCasesToSignal,
  signalProbabilities,
  signalProbability,
} from './chart-distribution';
export type { ChartUnderRate } from './chart-distribution';
export { limitNearest, limitWithin, LONGEST_CALIBRATION } from './chart-limit';
export type { ExactLimit, LimitQuestion } from './chart-limit';
export { cohortPrior, FEWEST_PAST_CASES, FEWEST_PAST_FELLOWS, LARGEST_PRIOR_WORTH } from './cohort-prior';
export type { CohortPrior } from './cohort-prior';
export { competenceState, defaultCompetenceRule } from './competence-state';
export type {
  CompetenceAssessment,
  CompetenceRule,
  CompetenceState,
  OutcomeRecord,
} from './competence-state';
export { cusumParameters, holdingBarrierScores, repeatedSprt } from './cusum';
export type { CusumDesign, CusumParameters, CusumVerdict } from './cusum';
export { DEFAULT_FAILURE_RATES, possibleRates, shiftOdds } from './failure-rates';
export type { FailureRates } from './failure-rates';
export { DEFAULT_QUANTILES, forecastTarget } from './forecast';
export type { Forecast, ForecastDate, ForecastQuestion } from './forecast';
export { gatherBackTest, replayForecasts } from './forecast-back-test';
export type { BackTest, BackTestQuestion, ReplayedForecast } from './forecast-back-test';
export {
  caseProbabilities,
  caseQuantile,
  probabilityOfAtMostCases,
  probabilityOfCases,
  weeksToCases,
} from './forecast-count';
export type { CasesWithin } from './forecast-count';
export {
  countedRecord,
  fourWeekBlocks,
  overDispersion,
  RECENCY_HALF_LIFE,
  recencyWeightedRecord,
} from './forecast-log';
export type { CaseLog } from './forecast-log';
export { caseRate, forecastPrior, meanCaseRate, probabilityOfSilence } from './forecast-rate';
export type { CaseRate, CaseRatePrior, CaseRecord, PriorKnowledge } from './forecast-rate';
export { funnelLimit } from './funnel-limit';
export {
  calibrateLcCusum,
  computeLcCusumLimit,
  DEFAULT_COMPETENCE_PROMISE,
  lcCusum,
  lcCusumChart,
} from './lc-cusum';
export type { CompetenceDesign, LcCusumCalibration } from './lc-cusum';
export {
  calibrateMonitoring,
  DEFAULT_MONITORING_PROMISE,
  monitoringChart,
  monitoringCusum,
} from './monitoring-cusum';
export type { MonitoringDesign } from './monitoring-cusum';
export { fitOrdinalModel } from './ordinal-mixed-model';
export type { OrdinalModel, OrdinalRating } from './ordinal-mixed-model';
export { probabilityWords } from './probability-words';
export type { ProbabilityWords } from './probability-words';
export { ratingIslands } from './rater-connectivity';
export type { RatingIsland } from './rater-connectivity';
export { mixedEquations } from './rater-equations';
export type { MixedEquations, MixedRow, MixedShape } from './rater-equations';
export { FEWEST_FOR_FINDING, raterFindings } from './rater-finding';
export type { NoFindingReason, RaterFinding } from './rater-finding';
export { fitRaterModel } from './rater-model';
export type { FellowLevel, RaterEffect, RaterModel } from './rater-model';
export { probabilityOfNextRating } from './rater-next-rating';
export type { KnownLevel, NextRating } from './rater-next-rating';
export { experienceOf } from './rater-rating';
export type { RaterVariances, Rating } from './rater-rating';
export { solveMixed } from './rater-solution';
export type { MixedSolution } from './rater-solution';
export {
  estimateComponents,
  estimateRaterVariances,
  PLACEHOLDER_VARIANCES,
  programVariances,
} from './rater-variances';
export type { ProgramVariances, VarianceComponents } from './rater-variances';
export {
  dependability,
  errorToPersonRatio,
  exactRatingsFor,
  FEWEST_RATERS,
  FEWEST_RATINGS,
  ratingsAreThin,
  ratingsFor,
  reliabilityOf,
} from './reliability';
export type { RatingVariances } from './reliability';
export { riskAdjustedScore } from './risk-adjusted-score';
export type { RiskAdjustedScore } from './risk-adjusted-score';
export {
  dateReaching,
  scheduleKnownUntil,
  serviceExposure,
  splitExposure,
  totalWeeks,
  weeksThrough,
  WORKING_WEEK,
} from './service-exposure';
export type {
  CivilSpan,
  RotationSpan,
  ServiceDay,
  ServiceExposure,
  ServiceSchedule,
  ServiceWeek,
  Stretch,
} from './service-exposure';
export { expectedShortfall } from './shortfall';
export {
  betaCdf,
  betaQuantile,
  betaUpperTail,
  logBeta,
  logGamma,
  standardNormalCdf,
  standardNormalQuantile,
} from './special-functions';
