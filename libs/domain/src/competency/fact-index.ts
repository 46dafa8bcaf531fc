import { DomainError } from '../refusal';
import type { Fact } from './fact';
import { isAbout, isApproved, isSubmitted } from './fact-test';
import type { FactTest } from './fact-test';

/** Facts of one item, all about the same thing, so that one of them answers for all. */
interface Family {
  readonly first: Fact;
  readonly members: Ranked[];
}

/** A fact with its place in the order of all facts. */
interface Ranked {
  readonly fact: Fact;
  readonly rank: number;
}

/** Finds, in order, the facts that a test is about and that pass; both are asked of as few facts as possible. */
export type FactSearch = (test: FactTest, passes: (fact: Fact, test: FactTest) => boolean) => readonly Fact[];

/** Facts in order of date, then id. */
export interface FactIndex {
  readonly facts: readonly Fact[];
  /** Searches the approved facts, the only ones that can count. */
  readonly findApproved: FactSearch;
  /** Searches the submitted facts, the only ones that can wait. */
  readonly findSubmitted: FactSearch;
}

/**
 * Puts facts in order and finds them by item, so that a rule looks only at the facts it is about.
 * Throws `requirement/fact-twice`, `requirement/fact-date`, `requirement/fact-levels`, `requirement/fact-help`.
 */
export function indexFacts(given: readonly Fact[]): FactIndex {
  assertFacts(given);
  const facts = inOrder(given);
  return {
    facts,
    findApproved: searchIn(facts.filter(isApproved)),
    findSubmitted: searchIn(facts.filter(isSubmitted)),
  };
}

function searchIn(facts: readonly Fact[]): FactSearch {
  const families = familiesOf(facts);
  return (test, passes) => {
    const found = new Uint8Array(facts.length);
    for (const { first, members } of families) {
      if (!isAbout(first, test)) continue;
      for (const { fact, rank } of members) if (passes(fact, test)) found[rank] = 1;
    }
    // Marking and reading off keeps the order at a fraction of the time that sorting what was found takes.
    return facts.filter((_, rank) => found[rank] === 1);
  };
}

/** Ids decide between facts of one day: they are made in the order of logging. */
function inOrder(facts: readonly Fact[]): readonly Fact[] {
  // A year has few days, so putting the days in order first leaves little to compare.
  const byDay = new Map<string, Fact[]>();
  for (const fact of facts) {
    const same = byDay.get(fact.performedOn);
    if (same === undefined) byDay.set(fact.performedOn, [fact]);
    else same.push(fact);
  }
  return [...byDay]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, sameDay]) => sameDay.sort((one, other) => (one.id < other.id ? -1 : 1)));
}

function familiesOf(facts: readonly Fact[]): readonly Family[] {
  const byItem = new Map<string, Family[]>();
  facts.forEach((fact, rank) => {
    const families = byItem.get(fact.itemId) ?? [];
    const family = families.find(({ first }) => first.group === fact.group && first.kind === fact.kind);
    if (family === undefined)
      byItem.set(fact.itemId, [...families, { first: fact, members: [{ fact, rank }] }]);
    else family.members.push({ fact, rank });
  });
  return [...byItem.values()].flat();
}

const dateForm = /^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function assertFacts(facts: readonly Fact[]): void {
  const ids = new Set<string>();
  facts.forEach((fact, position) => {
    const code = impossibilityOf(fact, ids);
    if (code !== null) throw new DomainError(code, `A fact is impossible: ${code}.`, `/facts/${position}`);
    ids.add(fact.id);
  });
}

function impossibilityOf(fact: Fact, earlier: ReadonlySet<string>): string | null {
  if (earlier.has(fact.id)) return 'requirement/fact-twice';
  if (!dateForm.test(fact.performedOn)) return 'requirement/fact-date';
  if (!Number.isSafeInteger(fact.levels) || fact.levels < 0) return 'requirement/fact-levels';
  return fact.help === null || [1, 2, 3, 4, 5].includes(fact.help) ? null : 'requirement/fact-help';
}
