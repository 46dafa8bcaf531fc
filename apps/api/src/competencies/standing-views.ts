import {
  leavesOf,
  standingOf,
  type CountingSet,
  type RequirementSet,
  type Rule,
  type RuleOutcome,
} from '@countersign/domain/competency';
import type { RulePartView, RuleView } from '@countersign/contracts/competencies/rule-views';
import type { RequirementSetView } from '@countersign/contracts/competencies/views';

/** The set as numbers must name it. */
export function requirementSetView({ set, binds }: CountingSet): RequirementSetView {
  const { id, title, version, source, effectiveOn } = set;
  return { id, title, version, source, effectiveOn, standing: standingOf(set), binds };
}

/** One rule with where the fellow stands. */
export function ruleView(outcome: RuleOutcome, index: number, set: RequirementSet): RuleView {
  const { rule, value, need, met, waitingValue, lastN, parts, branch } = outcome;
  return {
    ...{ index, rule, ...titlesIn(rule, set), value, need, met, waiting: waitingValue },
    ...(rule.kind === 'rating-share' && lastN !== undefined ? { looked: lastN.length } : {}),
    ...(parts === undefined ? {} : { parts: parts.map(partView) }),
    ...(branch === undefined ? {} : { branch }),
  };
}

/** Titles of the competencies that a rule asks for, as its sentence needs them. */
export function titlesIn(
  rule: Rule,
  { competencies }: Pick<RequirementSet, 'competencies'>,
): Pick<RuleView, 'otherTitle' | 'titles'> {
  const titleOf = (wanted: string) => competencies.find(({ id }) => id === wanted)?.title;
  if (rule.kind === 'other-competency') {
    const otherTitle = titleOf(rule.competencyId);
    return otherTitle === undefined ? {} : { otherTitle };
  }
  const named = leavesOf(rule).flatMap(({ rule: leaf }) => {
    const title = leaf.kind === 'other-competency' ? titleOf(leaf.competencyId) : undefined;
    return title === undefined || leaf.kind !== 'other-competency' ? [] : [[leaf.competencyId, title]];
  });
  return named.length === 0 ? {} : { titles: Object.fromEntries(named) as Record<string, string> };
}

function partView({ rule, value, need, met }: RuleOutcome): RulePartView {
  return { rule, value, need, met };
}
