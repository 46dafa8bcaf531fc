import { windowStart } from '../calendar';
import type { NotCounted } from './assessment';
import type { Fact, FactFilter } from './fact';
import type { FactIndex } from './fact-index';
import { judge, reasonsAgainst } from './fact-test';
import type { FactTest, Verdict } from './fact-test';
import { lazily } from './lazily';

/** The facts that a rule may use, and those it may not, all in order of date, then id. */
export interface Evidence {
  readonly passing: readonly Fact[];
  /** Submitted facts that wait only for the approval. */
  readonly waiting: readonly Fact[];
  /** Ids of both; every rule with this filter hands out the same lists. */
  readonly passingIds: readonly string[];
  readonly waitingIds: readonly string[];
  /** The same by entry, put together when it is asked for. */
  readonly sessions: () => Sessions;
  /**
   * Every fact that does not count: those that fail the filter with every reason why, and those of `passedOver`, which
   * pass it and still do not count. Put together when it is asked for: most numbers are never opened.
   */
  readonly notCounted: (passedOver?: readonly NotCounted[]) => readonly NotCounted[];
}

/** What passes and what waits of each entry once: the first of its facts in order speaks for it. */
export interface Sessions {
  readonly counted: readonly string[];
  /** Of entries of which nothing counts yet. */
  readonly waiting: readonly string[];
  /** Further facts of an entry that counts. */
  readonly further: readonly string[];
}

/**
 * Finds the evidence for a filter. A filter that several rules share is applied once; of filters that differ in what they
 * are about alone, as most do, a fact is judged once for all.
 */
export function evidenceFinder(index: FactIndex, asOf: string): (filter: FactFilter) => Evidence {
  const found = new Map<string, Evidence>();
  const judges = new Map<string, Judge>();
  return (filter) => {
    const key = JSON.stringify(filter);
    const known = found.get(key);
    if (known !== undefined) return known;
    const terms = JSON.stringify({ ...filter, items: undefined, groups: undefined, kind: undefined });
    const judgment = judges.get(terms) ?? judgeFor(filter, asOf, index.facts);
    judges.set(terms, judgment);
    const evidence = findEvidence(index, { filter, asOf, startOn: judgment.startOn }, judgment.judge);
    found.set(key, evidence);
    return evidence;
  };
}

/** Judges facts on everything in a filter but its subject, and remembers its verdicts by the place of the fact. */
interface Judge {
  /** First day of the filter's window; null without one. */
  readonly startOn: string | null;
  readonly judge: (fact: Fact, place: number) => Verdict;
}

function judgeFor(filter: FactFilter, asOf: string, facts: readonly Fact[]): Judge {
  const { windowMonths } = filter;
  const startOn = windowMonths === undefined ? null : windowStart(asOf, windowMonths);
  const test = { filter, asOf, startOn };
  const known: (Verdict | undefined)[] = facts.map(() => undefined);
  return { startOn, judge: (fact, place) => (known[place] ??= judge(fact, test)) };
}

function findEvidence(index: FactIndex, test: FactTest, judgeOne: Judge['judge']): Evidence {
  const failing = lazily(() =>
    index.facts
      .map((fact): NotCounted => ({ id: fact.id, reasons: reasonsAgainst(fact, test) }))
      .filter(({ reasons }) => reasons.length > 0),
  );
  const { passing, waiting } = index.find(test.filter, judgeOne);
  return {
    passing,
    waiting,
    passingIds: idsOf(passing),
    waitingIds: idsOf(waiting),
    sessions: lazily(() => sessionsOf(passing, waiting)),
    notCounted: (passedOver = []) =>
      passedOver.length === 0 ? failing() : merged(index, failing(), passedOver),
  };
}

function sessionsOf(passing: readonly Fact[], waiting: readonly Fact[]): Sessions {
  const seen = new Set<string>();
  const isFirst = ({ entryId }: Fact) => {
    if (seen.has(entryId)) return false;
    seen.add(entryId);
    return true;
  };
  const counted = passing.filter(isFirst);
  const speaks = new Set(counted);
  return {
    counted: idsOf(counted),
    further: idsOf(passing.filter((fact) => !speaks.has(fact))),
    waiting: idsOf(waiting.filter(isFirst)),
  };
}

/** The ids of facts, in their order. */
export function idsOf(facts: readonly { readonly id: string }[]): readonly string[] {
  return facts.map((fact) => fact.id);
}

/** Both lists as one, in the order of the facts. */
function merged(
  index: FactIndex,
  failing: readonly NotCounted[],
  passedOver: readonly NotCounted[],
): readonly NotCounted[] {
  const byId = new Map([...failing, ...passedOver].map((each) => [each.id, each]));
  return index.facts.flatMap(({ id }) => byId.get(id) ?? []);
}
