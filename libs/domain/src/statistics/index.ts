export { agreement } from './agreement';
export type { Agreement, RatedPair } from './agreement';
export { ATTENTION_RULE, attentionList, attentionOf, attentionOfFellow, attentionReasons } from './attention';
export { approvalHabits, FEW_DECISIONS } from './approval-habits';
export type { ApprovalHabits, HabitDecision, MiddleOf } from './approval-habits';
export type {
  Attention,
  AttentionConcern,
  AttentionFacts,
  AttentionForecast,
  AttentionLine,
  AttentionReason,
  FellowAttentionFacts,
  RatingCoverage,
  Severity,
} from './attention';
export { casesPerFalseAlarm, expectedFalseFlags } from './false-flags';
export type { ExpectedFalseFlags, Watched } from './false-flags';
export { earliestSignal, likelihoodRatioChart } from './barrier-chart';
export type { BarrierChart, Hypotheses } from './barrier-chart';
export { benjaminiHochberg } from './benjamini-hochberg';
export {
  betaPosterior,
  credibleInterval,
  discountedPosterior,
  fewestCasesFor,
  meanRate,
  predictiveProbabilities,
  probabilityOfReaching,
  rateDeviation,
} from './beta-posterior';
export type { BetaDistribution, ConfidenceGoal, OutcomeCounts } from './beta-posterior';
export { fitBetaPrior, shrunkRate } from './beta-prior-fit';
export type { EventCounts, FittedPrior } from './beta-prior-fit';
export type { Trials } from './binomial';
export { binStandings, rangeStanding } from './calibration-standing';
export type { BinStanding, RangeFound, RangeStanding } from './calibration-standing';
export {
  calibrationScores,
  FEWEST_RESOLVED_FORECASTS,
  intervalCoverage,
  intervalWidth,
  intervalWidths,
} from './calibration';
export type {
  CalibrationBin,
  CalibrationScores,
  IntervalCoverage,
  IntervalWidth,
  ResolvedForecasts,
} from './calibration';
export { averageRunLength, medianCasesToSignal, signalProbability } from './chart-distribution';
export type { ChartUnderRate } from './chart-distribution';
export { limitNearest, limitWithin } from './chart-limit';
export type { ExactLimit, LimitQuestion } from './chart-limit';
export { checkChartDesign, DEFAULT_CHART_DESIGN, ruleOfDesign } from './chart-design';
export type { ChartDesign } from './chart-design';
export { competenceState, defaultCompetenceRule } from './competence-state';
export type {
  CompetenceAssessment,
  CompetenceRule,
  CompetenceState,
  OutcomeRecord,
} from './competence-state';
export { cusumParameters, holdingBarrierScores, repeatedSprt } from './cusum';
export type { CusumDesign, CusumParameters, CusumVerdict } from './cusum';
export { expectedFalseLights } from './false-lights';
export type { ChartedLight, FalseLights } from './false-lights';
export { DEFAULT_FAILURE_RATES, shiftOdds } from './failure-rates';
export type { FailureRates } from './failure-rates';
export { forecastTarget } from './forecast';
export type { Forecast, ForecastDate, ForecastQuestion } from './forecast';
export { backTestOfClass } from './class-back-test';
export type { ClassBackTest, ClassMember } from './class-back-test';
export { gatherBackTest } from './forecast-back-test';
export type { BackTest, BackTestQuestion, JudgedIntervals, ReplayedForecast } from './forecast-back-test';
export { forecastOutcome } from './forecast-outcome';
export type { ForecastOutcome, KnownOfTarget, MadeForecast } from './forecast-outcome';
export { dispersionAfterCoverage, forecastDigits } from './forecast-correction';
export { caseProbabilities, caseQuantile, probabilityOfCases, weeksToCases } from './forecast-count';
export type { CasesWithin } from './forecast-count';
export { logsLate, pooledDispersion } from './forecast-log';
export type { CaseLog } from './forecast-log';
export { caseRate, meanCaseRate, probabilityOfSilence } from './forecast-rate';
export type { CaseRate, CaseRatePrior, CaseRecord, PriorKnowledge } from './forecast-rate';
export { funnelLimit } from './funnel-limit';
export { calibrateLcCusum, computeLcCusumLimit, lcCusum, lcCusumChart } from './lc-cusum';
export type { CompetenceDesign, LcCusumCalibration } from './lc-cusum';
export { learningCurve, successesToSignal } from './learning-curve';
export type { CurvePanel, CurveStretch } from './learning-curve';
export { medianWait } from './median-wait';
export type { Wait } from './median-wait';
export type { MonitoringDesign } from './monitoring-cusum';
export { operatingCharacteristics } from './operating-characteristics';
export type { OperatingPoint } from './operating-characteristics';
export { chanceOfMeeting, isComputable } from './rating-rule-odds';
export type { RatingRuleDesign } from './rating-rule-odds';
export { ratingIslands } from './rater-connectivity';
export type { RatingIsland } from './rater-connectivity';
export { fairLevels, raterFindings } from './rater-finding';
export type { FairLevel, NoFindingReason, RaterFinding } from './rater-finding';
export { fitRaterModel } from './rater-model';
export type { FellowLevel, RaterEffect, RaterModel } from './rater-model';
export { probabilityOfNextRating } from './rater-next-rating';
export type { KnownLevel, NextRating } from './rater-next-rating';
export { experienceOf } from './rater-rating';
export type { RaterVariances, Rating, RatingScale } from './rater-rating';
export { PLACEHOLDER_VARIANCES, programVariances } from './rater-variances';
export type { ProgramVariances } from './rater-variances';
export {
  dependability,
  errorToPersonRatio,
  exactRatingsFor,
  ratingsAreThin,
  ratingsFor,
  reliabilityOf,
} from './reliability';
export type { RatingVariances } from './reliability';
export { riskAdjustedScore } from './risk-adjusted-score';
export type { RiskAdjustedScore } from './risk-adjusted-score';
export { serviceExposure } from './service-exposure';
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
export { silenceSince } from './silence';
export { trainingService } from './training-service';
export type { TrainingPlan, TrainingService } from './training-service';
export { volumeForecast } from './volume-forecast';
export type { VolumeForecast } from './volume-forecast';
