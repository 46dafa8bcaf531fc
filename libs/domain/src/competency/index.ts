export type {
  Assessment,
  AssessmentContext,
  CompetencyAssessment,
  Ground,
  GroundReason,
  HeldCertificate,
  HeldSignOff,
  Lapse,
  LastRating,
  NotCounted,
  RuleBasis,
  RuleOutcome,
  SetVersion,
} from './assessment';
export { assess, assessCompetency } from './assess';
export { countingSet, followedSet, nextVersion } from './binding-set';
export type { CountingSet } from './binding-set';
export { carryOver, checkMapping, continuedAs, signOffsUnder } from './carry-over';
export type { CarriedCompetency, CarryOver, RequirementChange, SetMapping, SetStep } from './carry-over';
export { careCounts, careKinds, entriesBy, simulatedEntries } from './case-mix';
export type { CareCount, CareKind } from './case-mix';
export { ratePer, shareOf, yieldBySource, yieldSpan } from './case-yield';
export type { GroupYield, SourceYield } from './case-yield';
export { filledShare } from './filled-share';
export { checkRequirementSet } from './check-requirement-set';
export type { CatalogueIds } from './check-requirement-set';
export { demonstrationRequirementSet } from './demonstration-requirements';
export { exampleRequirementSet } from './example-requirements';
export { isAbout, notCountedReasons, stateCounts } from './fact';
export type { Fact, FactFilter, NotCountedReason, Subject } from './fact';
export { regionOf } from './facts-of-content';
export { grantedSupervision } from './granted-supervision';
export { isHighRiskByDefault } from './high-risk';
export { volumeOutcome } from './joined-rules';
export { leavesOf, restsOnRatings } from './rule-parts';
export { SOURCES_READ_ON, sourcedFacts } from './sourced-facts';
export type { AskedBranch } from './rule-parts';
export {
  distinctThings,
  requirementSetStandings,
  ruleKinds,
  rulesOfToday,
  ruleUnits,
  shareCases,
  standingOf,
} from './requirement-set';
export type {
  AnyOfRule,
  AskedRule,
  BaseSpecialtyRule,
  CertificateRule,
  Competency,
  CountRule,
  DistinctRule,
  FactRule,
  LeafRule,
  NumberSource,
  OtherCompetencyRule,
  RatingLastNRule,
  RatingShareRule,
  RecencyRule,
  RequirementSet,
  RequirementSetStanding,
  Rule,
} from './requirement-set';
export { ratedCases, ratingCoverage } from './rated-cases';
export type { RatedCase } from './rated-cases';
export { failureReasons, hasChart, inRecord, judgedCases, judgedRecords, WELL_AT_HELP } from './judged-cases';
export type { FailureReason, JudgedCase, JudgedRecords } from './judged-cases';
export {
  askSignOff,
  declineReasons,
  isHeld,
  isPending,
  signOffStandings,
  signOffStates,
  signOffTransition,
  standingOn,
  turnOf,
} from './sign-off';
export type {
  DeclineReason,
  SignOff,
  SignOffEnd,
  SignOffEvent,
  SignOffStanding,
  SignOffState,
} from './sign-off';
export { nextSignerRole, signersNeeded } from './signers';
export { fileOfSet, setOfFile, textsOfSet } from './requirement-file';
export type { RequirementFile } from './requirement-file';
export { mappingById, setDifferences } from './set-differences';
export type { CompetencyDifference, Difference, RuleDifference } from './set-differences';
export type { Signature, Signer, SignerRole } from './signers';
export { signOffReadiness } from './sign-off-readiness';
export type { SignOffReadiness, Waiver } from './sign-off-readiness';
export { willCount } from './will-count';
export type { WillCount } from './will-count';
export { evaluateWorkedCase } from './worked-case';
export type { WorkedCase, WorkedCaseReport, WorkedExpectation, WorkedPartResult } from './worked-case';
export { readWorkedCase, workedCasesOf } from './worked-case-reader';
