import type {
  Assessment,
  AssessmentContext,
  CompetencyAssessment,
  Ground,
  RuleBasis,
  RuleOutcome,
} from './assessment';
import { assertContext } from './assessment-context';
import { checkCompetencies } from './check-competencies';
import { assertPossible } from './check-rule';
import { evidenceFinder } from './evidence';
import type { Fact } from './fact';
import { indexFacts } from './fact-index';
import { certificateGrounds, prerequisiteGrounds } from './grounds';
import { anyOfOutcome, baseSpecialtyOutcome } from './joined-rules';
import { lapseOf } from './lapse';
import { checkCompetenciesForm } from './requirement-form';
import { standingOf } from './requirement-set';
import type { AnyOfRule, BaseSpecialtyRule, Competency, RequirementSet, Rule } from './requirement-set';
import { askedOf, branchFor } from './rule-parts';
import { filterOf, tally } from './tally';

/**
 * How a fellow stands in every competency of a set as of a date, with every number open to the facts behind it. Pure,
 * deterministic and independent of the order of facts, certificates and sign-offs.
 *
 * Monotone in approved facts, for one as-of date: when one is added, no count, distinct count or recency falls, a lapse
 * stays away as long or longer, and a competency that is met stays met, also by way of the competencies that come first.
 * The exception is by nature: a last-n rule looks at the newest ratings, so a newer, lower rating takes the place of an
 * older one, and a share falls with every lower rating; a competency may cease to be met that has such a rule or waits for
 * one that has. Facts that are unrated or rated at the level of the rule never lower it. Nothing is monotone in time: windows move on, certificates expire
 * and practice lapses.
 *
 * The facts must not change while numbers are still to be opened: `notCounted` is put together when it is asked for.
 * Throws a DomainError: a code of `checkCompetenciesForm` or `checkCompetencies`, `requirement/date-impossible`, or one
 * of the `requirement/fact-…` codes. Source: docs/domain.md §6.
 */
export function assess(
  requirements: RequirementSet,
  facts: readonly Fact[],
  context: AssessmentContext,
): Assessment {
  assertPossible(checkCompetenciesForm(requirements.competencies, '/competencies'));
  return assessInAnyWords(requirements, facts, context);
}

/**
 * Like `assess`, for rules that were read by a reader of their own: their form is not checked, and pain categories and
 * settings may be other words than the product's.
 */
export function assessInAnyWords(
  requirements: RequirementSet,
  facts: readonly Fact[],
  context: AssessmentContext,
): Assessment {
  return {
    requirementSetId: requirements.id,
    version: requirements.version,
    standing: standingOf(requirements),
    asOf: context.asOf,
    competencies: requirements.competencies.map(assessor(requirements, facts, context)),
  };
}

/**
 * What `assess` says of one competency of the set, at a fraction of its time: the others are assessed only as far as this
 * one waits for them. Throws as `assess` does.
 */
export function assessCompetency(
  requirements: RequirementSet,
  competency: Competency,
  facts: readonly Fact[],
  context: AssessmentContext,
): CompetencyAssessment {
  assertPossible(checkCompetenciesForm(requirements.competencies, '/competencies'));
  return assessor(requirements, facts, context)(competency);
}

/** Assesses competencies of a set, each once. */
function assessor(
  requirements: RequirementSet,
  facts: readonly Fact[],
  context: AssessmentContext,
): (competency: Competency) => CompetencyAssessment {
  assertContext(context);
  assertPossible(checkCompetencies(requirements.competencies));
  const { asOf } = context;
  const evidenceFor = evidenceFinder(indexFacts(facts), asOf);
  const done = new Map<string, CompetencyAssessment>();
  const assessOne = (competency: Competency): CompetencyAssessment => {
    const known = done.get(competency.id);
    if (known !== undefined) return known;
    const { id: requirementSetId, version } = requirements;
    const basis = { requirementSetId, version, asOf, competencyId: competency.id };
    const rules = competency.rules.map((rule, ruleIndex) => outcomeOf(rule, { ...basis, ruleIndex }));
    const assessed: CompetencyAssessment = {
      competencyId: competency.id,
      met: rules.every((outcome) => outcome.met),
      rules,
      lapse: lapseOf(competency, evidenceFor, context),
    };
    done.set(competency.id, assessed);
    return assessed;
  };
  const outcomeOf = (rule: Rule, basis: RuleBasis): RuleOutcome => {
    if (rule.kind === 'other-competency')
      return onGrounds(rule, basis, prerequisiteGrounds(rule, context, { isMet, isLapsed }));
    if (rule.kind === 'certificate') return onGrounds(rule, basis, certificateGrounds(rule, context));
    if (!('filter' in rule)) return joinedOutcome(rule, basis, { context, outcomeOf });
    return tally(rule, basis, evidenceFor(filterOf(rule)));
  };
  const any = (competencyId: string, holds: (other: Competency) => boolean) =>
    requirements.competencies.some((other) => other.id === competencyId && holds(other));
  const isMet = (competencyId: string) => any(competencyId, (other) => assessOne(other).met);
  const isLapsed = (competencyId: string) =>
    any(competencyId, (other) => lapseOf(other, evidenceFor, context)?.lapsed === true);
  return assessOne;
}

/** A rule that holds others. */
function joinedOutcome(
  rule: AnyOfRule | BaseSpecialtyRule,
  basis: RuleBasis,
  {
    context: { baseSpecialty },
    outcomeOf,
  }: {
    readonly context: AssessmentContext;
    readonly outcomeOf: (rule: Rule, basis: RuleBasis) => RuleOutcome;
  },
): RuleOutcome {
  if (rule.kind === 'any-of') {
    const parts = rule.rules.map((part) => outcomeOf(part, basis));
    return anyOfOutcome(rule, basis, parts);
  }
  const asked = askedOf(rule, baseSpecialty);
  const branch = branchFor(rule, baseSpecialty);
  return baseSpecialtyOutcome(rule, basis, { branch, asked: asked && outcomeOf(asked, basis) });
}

function onGrounds(rule: Rule, basis: RuleBasis, grounds: readonly Ground[]): RuleOutcome {
  const met = grounds.some(({ against }) => against === null);
  const noFacts = { counted: [], waiting: [], waitingValue: 0, notCounted: [] };
  return { basis, rule, value: met ? 1 : 0, need: 1, met, ...noFacts, grounds };
}
