export { keptContent, plainContent, textsOf } from './content-texts';
export type { KeptContent, WordlessContent } from './content-texts';
export { checkBatch, formBatches, pullReasons } from './batch';
export type { BatchEntry, BatchPlan, PullReason } from './batch';
export { isSelfRated, ratingsOpen } from './blind-rating';
export type { RatingState } from './blind-rating';
export { checkApproval, ratingsOf } from './check-approval';
export type { Approval, LineRating, Rating } from './check-approval';
export { changesBetween, checkAmendment } from './changes';
export type { ContentChange, ContentValue } from './changes';
export { checkContent } from './check-content';
export type { ContentFacts, ContentStage } from './check-content';
export { checkListing } from './check-listing';
export { settingFits } from './clinical-fit';
export type { Contradiction } from './contradictions';
export {
  asCounted,
  checkCorrectedContent,
  checkCorrection,
  correctionsOf,
  withCorrection,
} from './correction';
export type { ProcedureCorrection } from './correction';
export { recordedChoices } from './check-details';
export { countProcedure } from './counting';
export type { ProcedureCount } from './counting';
export { decisionKinds, lifeOf } from './decision';
export type {
  CorrectedValue,
  CorrectionState,
  Decision,
  DecisionKind,
  DecisionSlot,
  EntryCorrection,
  EntryLife,
  EntryPlace,
  LineCorrection,
} from './decision';
export {
  ageBands,
  diagnosisGroups,
  entryStates,
  outcomes,
  painCategories,
  ratingScopes,
  settings,
  supervisionLevels,
} from './entry';
export type {
  AgeBand,
  DiagnosisGroup,
  DraftContent,
  DraftProcedure,
  EntryContent,
  EntryState,
  Help,
  LevelAndSide,
  LoggedProcedure,
  NextTime,
  Outcome,
  PainCategory,
  RatingScope,
  RecordedDetail,
  Setting,
  SupervisionLevel,
} from './entry';
export { checkHandOver } from './hand-over';
export type { HandOver } from './hand-over';
export { lateness, LATE_AFTER_DAYS } from './lateness';
export type { Lateness, LatenessLimits } from './lateness';
export { answerableUntil, CONTEST_DAYS, decide, isFinal, startLife, UNDO_MS } from './life';
export type { DecideContext, EntryAct, EntryActKind, EntryStep, PlainActKind } from './life';
export { jointsOf } from './medial-branch';
export type { JointAndSide, JointsTreated } from './medial-branch';
export { ratingSight } from './rating-sight';
export type { GivenRating, RatingReader, RatingSight } from './rating-sight';
export { checkReturn, checkReason, returnNeedsText, returnReasons } from './reasons';
export type { ReturnReason } from './reasons';
