export {
  boardSpecialties,
  checkQualification,
  isOfBoard,
  MOST_QUALIFICATIONS,
  qualificationKinds,
  qualificationStandings,
} from './qualification';
export type {
  BoardSpecialty,
  QualificationAsked,
  QualificationKind,
  QualificationStanding,
} from './qualification';
export {
  byExpiry,
  qualificationState,
  qualificationStates,
  qualificationWarnings,
  WARNING_DAYS,
} from './state';
export type {
  QualificationFacts,
  QualificationState,
  QualificationStateName,
  QualificationWarnings,
  WarningDays,
} from './state';
