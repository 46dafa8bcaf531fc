import { DomainError } from '../refusal';
import type { Assessment, AssessmentContext, CompetencyAssessment, RuleOutcome } from './assessment';
import { assertContext, isInForce } from './assessment-context';
import { assertPossible, checkRule, checkWindow } from './check-rule';
import { evidenceFinder } from './evidence';
import type { Fact } from './fact';
import { indexFacts } from './fact-index';
import { lapseOf } from './lapse';
import { checkPrerequisites } from './prerequisites';
import { standingOf } from './requirement-set';
import type {
  CertificateRule,
  Competency,
  OtherCompetencyRule,
  RequirementSet,
  Rule,
} from './requirement-set';
import { filterOf, tally } from './tally';

/**
 * How a fellow stands in every competency of a set as of a date. Pure, deterministic and independent of the order of the
 * facts. Counts, distinct counts and recency never fall when an approved fact is added; a last-n rule may, because a
 * newer, lower rating takes the place of an older one, and so may a competency that has such a rule.
 * Throws a DomainError: a code of `checkRule` or `checkPrerequisites`, `requirement/date-impossible`,
 * `requirement/competency-twice`, or one of the `requirement/fact-…` codes.
 */
export function assess(
  requirements: RequirementSet,
  facts: readonly Fact[],
  context: AssessmentContext,
): Assessment {
  assertContext(context);
  assertCompetencies(requirements.competencies);
  const evidenceFor = evidenceFinder(indexFacts(facts), context.asOf);
  const done = new Map<string, CompetencyAssessment>();
  const assessOne = (competency: Competency): CompetencyAssessment => {
    const known = done.get(competency.id);
    if (known !== undefined) return known;
    const rules = competency.rules.map((rule) => outcomeOf(rule));
    const assessed: CompetencyAssessment = {
      competencyId: competency.id,
      met: rules.every((outcome) => outcome.met),
      rules,
      lapse: lapseOf(competency, evidenceFor, context),
    };
    done.set(competency.id, assessed);
    return assessed;
  };
  const outcomeOf = (rule: Rule): RuleOutcome => {
    if (rule.kind === 'certificate') return certificateOutcome(rule, context);
    if (rule.kind === 'other-competency') return prerequisiteOutcome(rule, context, isMet);
    return tally(rule, evidenceFor(filterOf(rule))).outcome;
  };
  const isMet = (competencyId: string) =>
    requirements.competencies.some((other) => other.id === competencyId && assessOne(other).met);
  return {
    requirementSetId: requirements.id,
    version: requirements.version,
    standing: standingOf(requirements),
    asOf: context.asOf,
    competencies: requirements.competencies.map(assessOne),
  };
}

function certificateOutcome(
  rule: CertificateRule,
  { asOf, certificates = [] }: AssessmentContext,
): RuleOutcome {
  return yesOrNo(
    rule,
    certificates.some(
      ({ certificateId, issuedOn, expiresOn }) =>
        certificateId === rule.certificateId && issuedOn <= asOf && (expiresOn === null || asOf <= expiresOn),
    ),
  );
}

function prerequisiteOutcome(
  rule: OtherCompetencyRule,
  { asOf, signOffs = [] }: AssessmentContext,
  isMet: (competencyId: string) => boolean,
): RuleOutcome {
  const signed = signOffs.some(
    (signOff) => signOff.competencyId === rule.competencyId && isInForce(signOff, asOf),
  );
  return yesOrNo(rule, signed || (rule.standing === 'met' && isMet(rule.competencyId)));
}

function yesOrNo(rule: Rule, met: boolean): RuleOutcome {
  return { rule, value: met ? 1 : 0, need: 1, met, counted: [], waiting: [] };
}

function assertCompetencies(competencies: readonly Competency[]): void {
  const ids = new Set(competencies.map((competency) => competency.id));
  if (ids.size < competencies.length) {
    throw new DomainError(
      'requirement/competency-twice',
      'Two competencies have the same id.',
      '/competencies',
    );
  }
  competencies.forEach((competency, index) => {
    const at = `/competencies/${index}`;
    assertPossible(checkWindow(competency.lapseMonths, `${at}/lapseMonths`));
    if (competency.rules.length === 0) {
      throw new DomainError(
        'requirement/rules-missing',
        'A competency without a rule is never met.',
        `${at}/rules`,
      );
    }
    competency.rules.forEach((rule, ruleIndex) =>
      assertPossible(checkRule(rule, `${at}/rules/${ruleIndex}`)),
    );
  });
  assertPossible(checkPrerequisites(competencies));
}
