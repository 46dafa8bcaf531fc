import type { CatalogueIndex } from '../catalogue';
import type { DraftContent, DraftProcedure } from '../entry/entry';
import { assess } from './assess';
import type { AssessmentContext, RuleOutcome } from './assessment';
import { isAbout } from './fact';
import type { Fact, NotCountedReason } from './fact';
import { factsOfContent } from './facts-of-content';
import { COUNTING_CONVENTIONS } from './requirement-set';
import type { Competency, CountRule, RequirementSet, Rule } from './requirement-set';
import { askedOf } from './rule-parts';

/** What an entry that is being written will add to one count of a competency once it is approved. */
export interface WillCount {
  readonly competencyId: string;
  /** Position among the rules of the competency, from 0. */
  readonly ruleIndex: number;
  readonly rule: CountRule;
  /** Sessions, procedures or levels, as the rule counts; 0 where it does not count. */
  readonly adds: number;
  /** Where it adds nothing: why, and of which row of the entry. */
  readonly against: readonly { readonly reason: NotCountedReason; readonly fact: Fact }[];
  /** Where it adds nothing and what is said does not rule it out: what has to be said first. */
  readonly open: readonly NotCountedReason[];
}

/**
 * What a content will count for, by the same `assess` as every other number: of each competency that has a count about
 * one of its rows, the first such count that is asked of the fellow, and any further one to which it adds. In the order
 * given. `asOf` is the civil date of the numbers beside it. Throws as `assess` does.
 */
export function willCount(
  competencies: readonly { readonly id: string; readonly rules: readonly Rule[] }[],
  { content, catalogue }: { readonly content: DraftContent; readonly catalogue: CatalogueIndex },
  { asOf, baseSpecialty }: Pick<AssessmentContext, 'asOf' | 'baseSpecialty'>,
): WillCount[] {
  const facts = factsOfContent(content, catalogue, { id: 'draft', state: 'submitted' });
  return competencies.flatMap(({ id, rules }) => {
    const counts = rules.flatMap((given, ruleIndex) => {
      const rule = askedOf(given, baseSpecialty);
      return rule?.kind === 'count' && facts.some((fact) => isAbout(fact, rule.filter))
        ? [foreseen(id, { rule, ruleIndex }, { facts, content, asOf })]
        : [];
    });
    return counts.filter(({ adds }, place) => place === 0 || adds > 0);
  });
}

interface Draft {
  readonly facts: readonly Fact[];
  readonly content: DraftContent;
  readonly asOf: string;
}

function foreseen(
  competencyId: string,
  { rule, ruleIndex }: Pick<WillCount, 'rule' | 'ruleIndex'>,
  { facts, content, asOf }: Draft,
): WillCount {
  const { waitingValue: adds, notCounted } = outcomeOf(rule, facts, asOf);
  const base = { competencyId, ruleIndex, rule, adds };
  if (adds > 0) return { ...base, against: [], open: [] };
  const byId = new Map(facts.map((fact, position) => [fact.id, { fact, position }]));
  const rows = notCounted.flatMap(({ id, reasons }) => {
    const found = byId.get(id);
    if (found === undefined || reasons.includes('other-procedure')) return [];
    const left = reasons.filter((reason) => !comesWithApproval.includes(reason));
    const row = content.procedures[found.position];
    const isOpen = (reason: NotCountedReason) => row !== undefined && isUnsaid(reason, row, content);
    return [{ fact: found.fact, said: left.filter((reason) => !isOpen(reason)), open: left.filter(isOpen) }];
  });
  const undecided = rows.find(({ said }) => said.length === 0);
  if (undecided) return { ...base, against: [], open: undecided.open };
  const against = rows.flatMap(({ fact, said }) => said.map((reason) => ({ reason, fact })));
  return { ...base, against, open: [] };
}

const comesWithApproval: readonly NotCountedReason[] = ['not-approved', 'not-rated'];

function outcomeOf(rule: CountRule, facts: readonly Fact[], asOf: string): RuleOutcome {
  const about: Competency['about'] = { items: facts.map(({ itemId }) => itemId) };
  const words = { id: 'draft', title: 'draft', shortTitle: 'draft' };
  const set: RequirementSet = {
    ...{ id: 'draft', title: 'draft', version: 1, source: 'draft', edition: '', effectiveOn: asOf },
    ...{ verifiedBy: null, verifiedOn: null, example: true, conventions: COUNTING_CONVENTIONS },
    competencies: [{ ...words, about, rules: [rule], highRisk: false }],
  };
  const [outcome] = assess(set, facts, { asOf, baseSpecialty: null }).competencies.flatMap(
    ({ rules }) => rules,
  );
  if (outcome === undefined) throw new Error('assess answers one outcome per rule');
  return outcome;
}

/** Whether what a reason is about has not been said yet. */
function isUnsaid(reason: NotCountedReason, row: DraftProcedure, content: DraftContent): boolean {
  switch (reason) {
    case 'role':
      return row.role === undefined;
    case 'supervision':
      return row.supervision === undefined;
    case 'outcome':
      return row.outcome === undefined;
    case 'technique':
      return row.techniques.length === 0;
    case 'guidance':
      return row.guidance === undefined;
    case 'region':
      return row.region === undefined;
    case 'pain-category':
      return content.painCategory === undefined;
    case 'setting':
      return content.setting === undefined;
    case 'diagnosis':
      return content.diagnosisGroup === undefined || content.diagnosisId === undefined;
    case 'age-band':
      return content.ageBand === undefined;
    default:
      return false;
  }
}
