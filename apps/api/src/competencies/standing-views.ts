import {
  standingOf,
  type CountingSet,
  type RequirementSet,
  type RuleOutcome,
} from '@countersign/domain/competency';
import type { RequirementSetView, RuleView } from '@countersign/contracts/competencies/views';

/** The set as numbers must name it. */
export function requirementSetView({ set, binds }: CountingSet): RequirementSetView {
  const { id, title, version, source, effectiveOn } = set;
  return { id, title, version, source, effectiveOn, standing: standingOf(set), binds };
}

/** One rule with where the fellow stands. */
export function ruleView(outcome: RuleOutcome, index: number, set: RequirementSet): RuleView {
  const { rule, value, need, met, waitingValue } = outcome;
  const other =
    rule.kind === 'other-competency'
      ? set.competencies.find(({ id }) => id === rule.competencyId)
      : undefined;
  return {
    index,
    rule,
    ...(other === undefined ? {} : { otherTitle: other.title }),
    value,
    need,
    met,
    waiting: waitingValue,
  };
}
