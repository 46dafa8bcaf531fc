import type { LastRating, NotCounted, RuleOutcome } from './assessment';
import type { Evidence } from './evidence';
import type { Fact, FactFilter, NotCountedReason } from './fact';
import type { CountRule, DistinctRule, FactRule, RatingLastNRule, RecencyRule } from './requirement-set';

/** What a rule makes of the facts that passed its filter. */
export interface Tally {
  readonly outcome: RuleOutcome;
  /** Facts that passed the filter and still do not count; only a last-n rule has any. */
  readonly passedOver: readonly NotCounted[];
}

/** The filter of a rule, with the window of a recency rule in it. */
export function filterOf(rule: FactRule): FactFilter {
  return rule.kind === 'recency' ? { ...rule.filter, windowMonths: rule.windowMonths } : rule.filter;
}

/** Applies a rule to its evidence. Count, distinct and recency never fall when a fact is added; last n may. */
export function tally(rule: FactRule, evidence: Evidence): Tally {
  switch (rule.kind) {
    case 'count':
    case 'recency':
      return tallyCount(rule, evidence);
    case 'distinct':
      return tallyDistinct(rule, evidence);
    case 'rating-last-n':
      return tallyLastN(rule, evidence);
  }
}

function tallyCount(rule: CountRule | RecencyRule, { passing, waiting }: Evidence): Tally {
  const perLevel = rule.kind === 'count' && rule.per === 'level';
  const value = perLevel ? passing.reduce((sum, fact) => sum + fact.levels, 0) : passing.length;
  const { need } = rule;
  return {
    outcome: { rule, value, need, met: value >= need, counted: idsOf(passing), waiting: idsOf(waiting) },
    passedOver: [],
  };
}

function tallyDistinct(rule: DistinctRule, { passing, waiting }: Evidence): Tally {
  const valueOf = (fact: Fact) => (rule.of === 'supervisor' ? fact.supervisorId : fact.siteId);
  const distinctValues = [...new Set(passing.map(valueOf))].sort();
  const value = distinctValues.length;
  const { need } = rule;
  return {
    outcome: {
      rule,
      value,
      need,
      met: value >= need,
      counted: idsOf(passing),
      waiting: idsOf(waiting),
      distinctValues,
    },
    passedOver: [],
  };
}

function tallyLastN(rule: RatingLastNRule, { passing, waiting }: Evidence): Tally {
  const lastN = newestRatings(rule, passing);
  const atLevel = new Map(lastN.map((rating) => [rating.id, rating.atLevel]));
  const counted = passing.filter((fact) => atLevel.get(fact.id) === true);
  const value = counted.length;
  return {
    outcome: {
      rule,
      value,
      need: rule.n,
      met: value === rule.n,
      counted: idsOf(counted),
      waiting: idsOf(waiting.filter((fact) => wouldCount(rule, lastN, fact))),
      lastN,
    },
    passedOver: passing
      .filter((fact) => atLevel.get(fact.id) !== true)
      .map((fact) => ({ id: fact.id, reasons: [lastNReason(fact, atLevel)] })),
  };
}

function lastNReason(fact: Fact, atLevel: ReadonlyMap<string, boolean>): NotCountedReason {
  if (fact.help === null) return 'not-rated';
  return atLevel.has(fact.id) ? 'help-below' : 'not-in-last-n';
}

function newestRatings(rule: RatingLastNRule, passing: readonly Fact[]): LastRating[] {
  const newest: LastRating[] = [];
  for (const { id, performedOn, help } of passing.toReversed()) {
    if (newest.length === rule.n) break;
    if (help !== null) newest.push({ id, performedOn, help, atLevel: help >= rule.minHelp });
  }
  return newest;
}

function wouldCount({ n, minHelp }: RatingLastNRule, lastN: readonly LastRating[], fact: Fact): boolean {
  if (fact.help !== null && fact.help < minHelp) return false;
  const oldest = lastN[n - 1];
  if (oldest === undefined || fact.performedOn > oldest.performedOn) return true;
  return fact.performedOn === oldest.performedOn && fact.id > oldest.id;
}

function idsOf(facts: readonly Fact[]): string[] {
  return facts.map((fact) => fact.id);
}
