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
export { probabilityWords } from './probability-words';
export type { ProbabilityWords } from './probability-words';
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
  betaCdf,
  betaQuantile,
  betaUpperTail,
  logBeta,
  logGamma,
  standardNormalCdf,
  standardNormalQuantile,
} from './special-functions';
