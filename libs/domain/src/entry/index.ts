export { BATCH_MAX, batchKey, checkBatch, formBatches, reasonsToPull } from './batch';
export type { BatchEntry, BatchPlan, PullReason } from './batch';
export { BLIND_MS, isSelfRated, ratingsOpen } from './blind-rating';
export type { RatingState } from './blind-rating';
export { checkApproval, NARRATIVE_AT_HELP } from './check-approval';
export type { Approval } from './check-approval';
export { changesBetween } from './changes';
export type { ContentChange, ContentValue } from './changes';
export { checkContent, MAX_PROCEDURES } from './check-content';
export type { ContentFacts, ContentStage } from './check-content';
export { complete } from './complete';
export { asCounted, checkCorrection } from './correction';
export { countProcedure } from './counting';
export type { ProcedureCount } from './counting';
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
  CorrectionState,
  DiagnosisGroup,
  DraftContent,
  DraftProcedure,
  EntryContent,
  EntryCorrection,
  EntryDecision,
  EntryLife,
  EntryState,
  Help,
  LevelAndSide,
  LoggedProcedure,
  NextTime,
  Outcome,
  PainCategory,
  ProcedureCorrection,
  RatingScope,
  Setting,
  SupervisionLevel,
} from './entry';
export { checkCaseRoles } from './joint-case';
export type { CaseProcedure } from './joint-case';
export { lateness, LATE_AFTER_DAYS } from './lateness';
export type { Lateness, LatenessLimits } from './lateness';
export { CONTEST_DAYS, decide, isFinal, startLife, UNDO_MS } from './life';
export type { DecideContext, EntryAct, EntryActKind, PlainActKind } from './life';
export { jointsOf } from './medial-branch';
export type { JointAndSide, JointsTreated } from './medial-branch';
export { ratingSight } from './rating-sight';
export type { GivenRating, RatingReader, RatingSight } from './rating-sight';
export { checkReturn, checkReason, returnReasons } from './reasons';
export type { ReturnReason } from './reasons';
