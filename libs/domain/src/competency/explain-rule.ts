import type { RuleExplanation } from './assessment';
import { assertContext } from './assessment-context';
import { assertPossible, checkRule } from './check-rule';
import { evidenceFinder } from './evidence';
import type { Fact } from './fact';
import { indexFacts } from './fact-index';
import { factTest, reasonsAgainst } from './fact-test';
import type { FactRule } from './requirement-set';
import { filterOf, tally } from './tally';

/**
 * Opens the number of one rule: what `assess` says, and every fact not counted with every reason that applies.
 * A fact of another procedure says so, for a reader to leave out; the reasons of a last-n rule are given only to facts
 * that pass its filter. Throws a DomainError: a code of `checkRule`, `requirement/date-impossible`, or one of the
 * `requirement/fact-…` codes.
 */
export function explainRule(rule: FactRule, facts: readonly Fact[], asOf: string): RuleExplanation {
  assertContext({ asOf });
  assertPossible(checkRule(rule, ''));
  const index = indexFacts(facts);
  const filter = filterOf(rule);
  const { outcome, passedOver } = tally(rule, evidenceFinder(index, asOf)(filter));
  const reasonsOfRule = new Map(passedOver.map(({ id, reasons }) => [id, reasons]));
  const test = factTest(filter, asOf);
  const notCounted = index.facts
    .map((fact) => ({ id: fact.id, reasons: reasonsOfRule.get(fact.id) ?? reasonsAgainst(fact, test) }))
    .filter(({ reasons }) => reasons.length > 0);
  return { ...outcome, notCounted };
}
