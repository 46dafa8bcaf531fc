export { checkDelegation, delegationState, delegationStates } from './delegation';
export type { DelegationAsked, DelegationFacts, DelegationLife, DelegationState } from './delegation';
export { tellApart } from './tell-apart';
