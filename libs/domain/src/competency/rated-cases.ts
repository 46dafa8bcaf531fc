import { dayAfter } from '../calendar';
import { caseOf, isAbout, stateCounts } from './fact';
import type { Fact } from './fact';
import type { Competency } from './requirement-set';

/** A fact with its rating. */
type Rated<F extends Fact> = F & { readonly help: NonNullable<Fact['help']> };

/** One rating: of the first of its lines, and of all of them. */
export interface RatedCase<F extends Fact> {
  readonly fact: Rated<F>;
  readonly lines: readonly Rated<F>[];
}

/**
 * The ratings of cases that a fellow did in whole or in part, in patients and approved, oldest first: one for each
 * case, however many lines were rated in one tap ({@link caseOf}). What was done with the hands alone is rated; of an
 * experience, an observation or a simulation the scale says nothing. Unlike a judged case an aborted one is rated at any
 * help: the rating was given.
 */
export function ratedCases<F extends Fact>(facts: readonly F[]): readonly RatedCase<F>[] {
  const rated = facts
    .filter((fact): fact is Rated<F> => isDone(fact) && stateCounts(fact.status) && fact.help !== null)
    .sort((one, other) => order(one.performedOn, other.performedOn) || order(one.id, other.id));
  const cases = new Map<string, [Rated<F>, ...Rated<F>[]]>();
  for (const fact of rated) {
    const lines = cases.get(caseOf(fact));
    if (lines === undefined) cases.set(caseOf(fact), [fact]);
    else lines.push(fact);
  }
  return [...cases.values()].map((lines) => ({ fact: lines[0], lines }));
}

/** Days over which it is looked at whether cases are rated. */
export const COVERAGE_DAYS = 30;

/**
 * How the cases of a competency are rated: entries of the last {@link COVERAGE_DAYS} days up to `asOf`, sent or approved,
 * with at least one rating; and all rated cases with the number of supervisors who rated them.
 */
export function ratingCoverage(
  about: Competency['about'],
  facts: readonly Fact[],
  asOf: string,
): { recentCases: number; recentRated: number; ratings: number; raters: number } {
  const own = facts.filter((fact) => isDone(fact) && isAbout(fact, about));
  const since = dayAfter(asOf, -COVERAGE_DAYS);
  const recent = own.filter(
    ({ performedOn, status }) =>
      performedOn > since && performedOn <= asOf && (stateCounts(status) || status === 'submitted'),
  );
  const entries = (some: readonly Fact[]) => new Set(some.map(({ entryId }) => entryId)).size;
  const rated = ratedCases(own);
  return {
    recentCases: entries(recent),
    recentRated: entries(recent.filter(({ help }) => help !== null)),
    ratings: rated.length,
    raters: new Set(rated.map(({ fact }) => fact.supervisorId)).size,
  };
}

function isDone({ kind, role, simulation }: Fact): boolean {
  return kind === 'procedure' && !simulation && (role === 'performed' || role === 'performed-part');
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
