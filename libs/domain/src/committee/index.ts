export { checkDecision, committeeOutcomes } from './check-decision';
export type { CommitteeDecision, CommitteeOutcome, DecidedMilestone } from './check-decision';
export { milestoneCodes, milestoneEvidence, SUGGESTION_RULE } from './milestones';
export type { MilestoneCode, MilestoneEvidence } from './milestones';
