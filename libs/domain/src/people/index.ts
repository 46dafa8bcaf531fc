export { checkDelegation, delegationState, delegationStates } from './delegation';
export type { DelegationAsked, DelegationFacts, DelegationLife, DelegationState } from './delegation';
export { readRoster, rosterColumns, rosterFaults } from './import-roster';
export type {
  RosterColumn,
  RosterEntry,
  RosterFault,
  RosterHeld,
  RosterProblem,
  RosterRow,
} from './import-roster';
export { monthsOfAll, plannedDays, weeksBySite } from './planned-days';
export type { FellowSchedule, PlannedDay, ServiceStretch } from './planned-days';
export { coveredDays, LOGGING_LAG_DAYS, sumOfDays, unloggedShare } from './procedure-days';
export type { CoveredDays, DayRange } from './procedure-days';
export {
  FIRST_ROTATION_DAYS,
  rollOver,
  rollOverStates,
  rollOverSteps,
  rollOverTasks,
  turningFellows,
} from './roll-over';
export type {
  FirstDays,
  HeldTraining,
  LeavingFellow,
  LeavingSupervisor,
  NewcomersSet,
  NewcomingFellow,
  RollOverKnown,
  RollOverLine,
  RollOverPart,
  RollOverState,
  RollOverStep,
  RollOverTask,
  TurningFellows,
} from './roll-over';
export { checkDirected, checkRole } from './role-dates';
export { checkPlanned, leaveKinds } from './schedule';
export type { LeaveKind } from './schedule';
export { isAroundTurn, ROLL_OVER_DAYS, turnOfYear } from './turn-of-year';
export { looksAlike, tellApart } from './tell-apart';
