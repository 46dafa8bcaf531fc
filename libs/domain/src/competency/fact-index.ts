import { DomainError } from '../refusal';
import type { Fact } from './fact';
import { isApproved, isSubmitted } from './fact-test';

/** Facts of one item, all about the same thing, so that one of them answers for all. */
interface Family {
  readonly first: Fact;
  /** Positions in the order of the facts that are searched. */
  readonly positions: number[];
}

/** Finds facts, in order, that are about something and pass; both questions are asked of as few facts as possible. */
export type FactSearch = (
  isAbout: (fact: Fact) => boolean,
  passes: (fact: Fact) => boolean,
) => readonly Fact[];

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
  const facts = [...given].sort(byDateThenId);
  return {
    facts,
    findApproved: searchIn(facts.filter(isApproved)),
    findSubmitted: searchIn(facts.filter(isSubmitted)),
  };
}

function searchIn(facts: readonly Fact[]): FactSearch {
  const families = familiesOf(facts);
  return (isAbout, passes) => {
    const positions: number[] = [];
    for (const family of families) {
      if (!isAbout(family.first)) continue;
      for (const position of family.positions) if (passes(facts[position]!)) positions.push(position);
    }
    // A typed array sorts by number without a comparator: most of the time of an assessment is spent here.
    const found: Fact[] = [];
    new Uint32Array(positions).sort().forEach((position) => found.push(facts[position]!));
    return found;
  };
}

/** Ids decide between facts of one day: they are made in the order of logging. */
function byDateThenId(a: Fact, b: Fact): number {
  if (a.performedOn !== b.performedOn) return a.performedOn < b.performedOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function familiesOf(facts: readonly Fact[]): readonly Family[] {
  const byItem = new Map<string, Family[]>();
  facts.forEach((fact, position) => {
    const families = byItem.get(fact.itemId) ?? [];
    const family = families.find(({ first }) => first.group === fact.group && first.kind === fact.kind);
    if (family === undefined) byItem.set(fact.itemId, [...families, { first: fact, positions: [position] }]);
    else family.positions.push(position);
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
  if (!Number.isSafeInteger(fact.levels) || fact.levels < 1) return 'requirement/fact-levels';
  return fact.help === null || [1, 2, 3, 4, 5].includes(fact.help) ? null : 'requirement/fact-help';
}
