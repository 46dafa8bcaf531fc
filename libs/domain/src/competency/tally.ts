import type { LastRating, NotCounted, RuleBasis, RuleOutcome } from './assessment';
import { idsOf } from './evidence';
import type { Evidence } from './evidence';
import { caseOf } from './fact';
import type { Fact, FactFilter, NotCountedReason } from './fact';
import { lazily } from './lazily';
import type { CountRule, DistinctRule, FactRule, RatingLastNRule, RecencyRule } from './requirement-set';

/** The filter of a rule, with the window of a recency rule in it. */
export function filterOf(rule: FactRule): FactFilter {
  return rule.kind === 'recency' ? { ...rule.filter, windowMonths: rule.windowMonths } : rule.filter;
}

/** Whether the facts of one entry count once. */
function countsEntries(rule: CountRule | RecencyRule): boolean {
  return rule.kind === 'recency' || rule.per === 'session';
}

/** Applies a rule to its evidence. Count, distinct and recency never fall when a fact is added; last n may. */
export function tally(rule: FactRule, basis: RuleBasis, evidence: Evidence): RuleOutcome {
  switch (rule.kind) {
    case 'count':
    case 'recency':
      return outcomeOf(rule, basis, tallyCount(rule, evidence));
    case 'distinct':
      return outcomeOf(rule, basis, tallyDistinct(rule, evidence));
    case 'rating-last-n':
      return outcomeOf(rule, basis, tallyLastN(rule, evidence));
  }
}

/** What a rule makes of its evidence. */
interface Tally {
  readonly value: number;
  readonly need: number;
  readonly counted: readonly string[];
  readonly waiting: readonly string[];
  /** What waits in the unit of the rule, where that is not the number of facts. */
  readonly waitingValue?: number;
  /** What only this kind of rule tells. */
  readonly more: Pick<RuleOutcome, 'distinctValues' | 'lastN'>;
  readonly notCounted: () => readonly NotCounted[];
}

function outcomeOf(rule: FactRule, basis: RuleBasis, found: Tally): RuleOutcome {
  const { value, need, counted, waiting, more } = found;
  const notCounted = lazily(found.notCounted);
  return {
    basis,
    rule,
    value,
    need,
    met: value >= need,
    counted,
    waiting,
    waitingValue: found.waitingValue ?? waiting.length,
    get notCounted() {
      return notCounted();
    },
    ...more,
  };
}

function tallyCount(rule: CountRule | RecencyRule, evidence: Evidence): Tally {
  const { need } = rule;
  if (countsEntries(rule)) {
    const { counted, waiting, further } = evidence.sessions();
    const passedOver = () => further.map((id): NotCounted => ({ id, reasons: ['same-session'] }));
    const notCounted = () => evidence.notCounted(passedOver());
    return { value: counted.length, need, counted, waiting, more: {}, notCounted };
  }
  const { passing, passingIds: counted, waiting: waits, waitingIds: waiting, notCounted } = evidence;
  const perLevel = rule.kind === 'count' && rule.per === 'level';
  if (!perLevel) return { value: counted.length, need, counted, waiting, more: {}, notCounted };
  const waitingValue = levelsIn(waits);
  return { value: levelsIn(passing), need, counted, waiting, waitingValue, more: {}, notCounted };
}

function levelsIn(facts: readonly Fact[]): number {
  return facts.reduce((sum, { levels }) => sum + levels, 0);
}

function tallyDistinct(rule: DistinctRule, evidence: Evidence): Tally {
  const { passing, passingIds: counted, waitingIds: waiting, notCounted } = evidence;
  const values = new Set<string>();
  for (const fact of passing) values.add(rule.of === 'supervisor' ? fact.supervisorId : fact.siteId);
  const distinctValues = [...values].sort();
  const value = distinctValues.length;
  return { value, need: rule.need, counted, waiting, more: { distinctValues }, notCounted };
}

function tallyLastN(rule: RatingLastNRule, { passing, waiting, notCounted }: Evidence): Tally {
  const lastN = newestRatings(rule, passing);
  // The newest come first in lastN, the oldest in every list of ids.
  const counted = lastN.filter((rating) => rating.atLevel).toReversed();
  return {
    value: counted.length,
    need: rule.n,
    counted: idsOf(counted),
    waiting: idsOf(waiting.filter((fact) => wouldCount(rule, lastN, fact))),
    more: { lastN },
    notCounted: () => notCounted(passedOver(lastN, passing)),
  };
}

/** Facts that pass the filter and are not among the last n, or not at the level. */
function passedOver(lastN: readonly LastRating[], passing: readonly Fact[]): readonly NotCounted[] {
  const atLevel = new Map(lastN.map((rating) => [rating.id, rating.atLevel]));
  const cases = new Set(passing.filter(({ id }) => atLevel.has(id)).map(caseOf));
  const reason = (fact: Fact): NotCountedReason => {
    if (fact.help === null) return 'not-rated';
    if (atLevel.has(fact.id)) return 'help-below';
    return cases.has(caseOf(fact)) ? 'same-case' : 'not-in-last-n';
  };
  return passing
    .filter((fact) => atLevel.get(fact.id) !== true)
    .map((fact) => ({ id: fact.id, reasons: [reason(fact)] }));
}

/** Of a case that several facts share its newest speaks, so that another best rating never lowers the number. */
function newestRatings(rule: RatingLastNRule, passing: readonly Fact[]): LastRating[] {
  const newest = new Map<string, LastRating>();
  for (const fact of passing.toReversed()) {
    if (newest.size === rule.n) break;
    const { id, performedOn, help } = fact;
    const judged = caseOf(fact);
    if (help !== null && !newest.has(judged))
      newest.set(judged, { id, performedOn, help, atLevel: help >= rule.minHelp });
  }
  return [...newest.values()];
}

function wouldCount({ n, minHelp }: RatingLastNRule, lastN: readonly LastRating[], fact: Fact): boolean {
  if (fact.help !== null && fact.help < minHelp) return false;
  const oldest = lastN[n - 1];
  if (oldest === undefined || fact.performedOn > oldest.performedOn) return true;
  return fact.performedOn === oldest.performedOn && fact.id > oldest.id;
}
