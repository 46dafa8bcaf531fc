import type { CompetencyAssessment, RequirementSet, RuleOutcome } from '@countersign/domain/competency';
import type { RequirementSetView, RuleView } from '@countersign/contracts/dashboards/views';
import { ruleSentence } from './rule-sentence';

/** The set as numbers must name it. */
export function requirementSetView(set: RequirementSet): RequirementSetView {
  const { id, title, version, source, effectiveOn, example } = set;
  return { id, title, version, source, effectiveOn, example };
}

/** One rule with where the fellow stands. */
export function ruleView(outcome: RuleOutcome, index: number, set: RequirementSet): RuleView {
  const titleOf = (id: string) => set.competencies.find((competency) => competency.id === id)?.title ?? id;
  const { rule, value, need, met, waiting } = outcome;
  return { index, sentence: ruleSentence(rule, titleOf), value, need, met, waiting: waiting.length };
}

/** The volume that a dashboard shows: the first count rule of a competency. */
export function volumeOf(assessment: CompetencyAssessment): {
  approved: number;
  waiting: number;
  need: number;
} {
  const outcome = assessment.rules.find(({ rule }) => rule.kind === 'count') ?? assessment.rules[0];
  return { approved: outcome?.value ?? 0, waiting: outcome?.waiting.length ?? 0, need: outcome?.need ?? 1 };
}
