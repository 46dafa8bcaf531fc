import type { LastRating, NotCounted, RuleBasis, RuleOutcome } from './assessment';
import { idsOf } from './evidence';
import type { Evidence } from './evidence';
import { caseOf } from './fact';
import type { Fact, FactFilter, NotCountedReason } from './fact';
import { lazily } from './lazily';
import type {
  CountRule,
  DistinctRule,
  FactRule,
  RatingLastNRule,
  RatingShareRule,
  RecencyRule,
} from './requirement-set';

/** The filter of a rule, with the window of a recency rule in it. */
export function filterOf(rule: FactRule): FactFilter {
  return rule.kind === 'recency' ? { ...rule.filter, windowMonths: rule.windowMonths } : rule.filter;
}

/** Whether the facts of one entry count once. */
function countsEntries(rule: CountRule | RecencyRule): boolean {
  return rule.kind === 'recency' || rule.per === 'session';
}

/** Applies a rule to its evidence. Count, distinct and recency never fall when a fact is added; rules about ratings may. */
export function tally(rule: FactRule, basis: RuleBasis, evidence: Evidence): RuleOutcome {
  switch (rule.kind) {
    case 'count':
    case 'recency':
      return outcomeOf(rule, basis, tallyCount(rule, evidence));
    case 'distinct':
      return outcomeOf(rule, basis, tallyDistinct(rule, evidence));
    case 'rating-last-n':
      return outcomeOf(rule, basis, tallyLastN(rule, evidence));
    case 'rating-share':
      return outcomeOf(rule, basis, tallyShare(rule, evidence));
  }
}

/** What a rule makes of its evidence. */
interface Tally {
  readonly value: number;
  readonly need: number;
  /** Where more than the number decides. */
  readonly met?: boolean;
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
    met: found.met ?? value >= need,
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

const differing: Readonly<Record<DistinctRule['of'], (fact: Fact) => string>> = {
  supervisor: ({ supervisorId }) => supervisorId,
  site: ({ siteId }) => siteId,
  item: ({ itemId }) => itemId,
};

function tallyDistinct(rule: DistinctRule, evidence: Evidence): Tally {
  const { passing, passingIds: counted, waitingIds: waiting, notCounted } = evidence;
  const values = new Set<string>();
  for (const fact of passing) values.add(differing[rule.of](fact));
  const distinctValues = [...values].sort();
  const value = distinctValues.length;
  return { value, need: rule.need, counted, waiting, more: { distinctValues }, notCounted };
}

function tallyLastN(rule: RatingLastNRule, evidence: Evidence): Tally {
  const looked = newestRatings(rule, evidence.passing, rule.n);
  return { ...tallyRatings(rule, evidence, looked), need: rule.n };
}

function tallyShare(rule: RatingShareRule, evidence: Evidence): Tally {
  const { n, percent } = rule;
  const looked = newestRatings(rule, evidence.passing, rule.of === 'newest' ? n : Infinity);
  const ratings = tallyRatings(rule, evidence, looked);
  // Whole numbers are multiplied before they are divided, so that a share that is exactly reached is.
  const need = Math.ceil((percent * Math.max(n, looked.length)) / 100);
  return { ...ratings, need, met: looked.length >= n && ratings.value >= need };
}

/** A rule about ratings, which looks at some cases and counts those at its level. */
type RatingRule = RatingLastNRule | RatingShareRule;

function tallyRatings(
  rule: RatingRule,
  { passing, waiting, notCounted }: Evidence,
  lastN: readonly LastRating[],
): Omit<Tally, 'need'> {
  // The newest come first in lastN, the oldest in every list of ids.
  const counted = lastN.filter((rating) => rating.atLevel).toReversed();
  return {
    value: counted.length,
    counted: idsOf(counted),
    waiting: idsOf(waiting.filter((fact) => wouldCount(rule, lastN, fact))),
    more: { lastN },
    notCounted: () => notCounted(passedOver(lastN, passing)),
  };
}

/** Facts that pass the filter and are not among those looked at, or not at the level. */
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
function newestRatings({ minHelp }: RatingRule, passing: readonly Fact[], most: number): LastRating[] {
  const newest = new Map<string, LastRating>();
  for (const fact of passing.toReversed()) {
    if (newest.size === most) break;
    const { id, performedOn, help } = fact;
    const judged = caseOf(fact);
    if (help !== null && !newest.has(judged))
      newest.set(judged, { id, performedOn, help, atLevel: help >= minHelp });
  }
  return [...newest.values()];
}

function wouldCount(rule: RatingRule, lastN: readonly LastRating[], fact: Fact): boolean {
  if (fact.help !== null && fact.help < rule.minHelp) return false;
  if (rule.kind === 'rating-share' && rule.of === 'all') return true;
  const oldest = lastN[rule.n - 1];
  if (oldest === undefined || fact.performedOn > oldest.performedOn) return true;
  return fact.performedOn === oldest.performedOn && fact.id > oldest.id;
}
