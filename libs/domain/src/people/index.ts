export { checkDelegation, delegationState, delegationStates } from './delegation';
export type { DelegationAsked, DelegationFacts, DelegationLife, DelegationState } from './delegation';
export { checkDirected, checkRole } from './role-dates';
export { looksAlike, tellApart } from './tell-apart';
