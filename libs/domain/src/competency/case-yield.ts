import { isWithin, type Stretch } from '../calendar';
import { stateCounts, type Fact } from './fact';

/** Below this number of cases no share and no rate is said: one case more would turn it over. A choice. */
export const FEWEST_FOR_SHARE = 10;
/** Below so many on-service weeks, or months, a rate would say more than was seen. A choice. */
const FEWEST_UNITS = 2;

/** What the yield asks of a fact. */
export type YieldFact = Pick<
  Fact,
  'entryId' | 'group' | 'kind' | 'performedOn' | 'role' | 'outcome' | 'status' | 'simulation'
> & { readonly fellowId: string };

/** What a site or a supervisor gave of one catalogue group. */
export interface GroupYield {
  readonly group: string;
  /** Approved entries in patients with something of the group. */
  readonly entries: number;
  /** At least half of what the whole program has of the group, which has {@link FEWEST_FOR_SHARE} or more. */
  readonly isMostlyHere: boolean;
}

/** What a site or a supervisor gave. Simulations are in `simulations` and nowhere else. */
export interface SourceYield {
  /** Id of the site or of the supervisor. */
  readonly sourceId: string;
  /** Approved entries in patients. */
  readonly entries: number;
  /** Entries in patients that were sent and are not decided. */
  readonly waiting: number;
  /** Fellows of the approved entries. */
  readonly fellows: number;
  /** Lines of the approved entries that are procedures. */
  readonly procedures: number;
  /** Those of them that the fellow performed, or taught while performing. */
  readonly firstOperator: number;
  /** Those of them that were aborted, converted or taken over. */
  readonly endedOtherwise: number;
  /** Approved entries that were no patients. */
  readonly simulations: number;
  /** As they come among the facts. */
  readonly groups: readonly GroupYield[];
}

/**
 * What each source gave, in no order that means anything. A source without id, which an entry from before may have, is
 * left out, and still is part of the program that `isMostlyHere` compares with. Where everything comes from one source
 * nothing is mostly there: there is nowhere else.
 */
export function yieldBySource<F extends YieldFact>(
  facts: readonly F[],
  sourceOf: (fact: F) => string,
): SourceYield[] {
  const inProgram = entriesByGroup(facts.filter(isApproved));
  const bySource = new Map<string, F[]>();
  for (const fact of facts) {
    const own = bySource.get(sourceOf(fact));
    if (own) own.push(fact);
    else bySource.set(sourceOf(fact), [fact]);
  }
  const giving = [...bySource.values()].filter((own) => own.some(isApproved)).length;
  return [...bySource]
    .filter(([sourceId]) => sourceId !== '')
    .map(([sourceId, own]) => {
      const approved = own.filter(isApproved);
      const procedures = approved.filter(({ kind }) => kind === 'procedure');
      const groups = [...entriesByGroup(approved)].map(([group, entries]) => {
        const all = inProgram.get(group) ?? 0;
        return { group, entries, isMostlyHere: giving > 1 && all >= FEWEST_FOR_SHARE && 2 * entries >= all };
      });
      return {
        sourceId,
        entries: entriesIn(approved),
        waiting: entriesIn(own.filter(({ status, simulation }) => status === 'submitted' && !simulation)),
        fellows: new Set(approved.map(({ fellowId }) => fellowId)).size,
        procedures: procedures.length,
        firstOperator: procedures.filter(({ role }) => role === 'performed' || role === 'taught').length,
        endedOtherwise: procedures.filter(({ outcome }) => outcome !== null && outcome !== 'success').length,
        simulations: entriesIn(own.filter(({ status, simulation }) => simulation && stateCounts(status))),
        groups,
      };
    });
}

/** A share of 0..1, or null where the whole is below {@link FEWEST_FOR_SHARE}. */
export function shareOf(part: number, whole: number): number | null {
  return whole < FEWEST_FOR_SHARE ? null : part / whole;
}

/** Cases for each week, or month, of so many; null for few cases ({@link FEWEST_FOR_SHARE}) or less than two of them. */
export function ratePer(cases: number, units: number): number | null {
  return cases < FEWEST_FOR_SHARE || units < FEWEST_UNITS ? null : cases / units;
}

/**
 * The days for which a yield is asked where nobody says which: since the trainings that hold today began, and at most a
 * year. The last day is today.
 * @param yearAgo the first day of the year that ends today
 */
export function yieldSpan(trainings: readonly Stretch[], today: string, yearAgo: string): Stretch {
  const begun = trainings
    .filter((one) => isWithin(today, one))
    .map(({ fromOn }) => fromOn)
    .sort()[0];
  return { fromOn: begun === undefined || begun < yearAgo ? yearAgo : begun, toOn: today };
}

function isApproved({ status, simulation }: YieldFact): boolean {
  return !simulation && stateCounts(status);
}

function entriesByGroup(facts: readonly YieldFact[]): ReadonlyMap<string, number> {
  const entries = new Map<string, Set<string>>();
  for (const { group, entryId } of facts) entries.set(group, (entries.get(group) ?? new Set()).add(entryId));
  return new Map([...entries].map(([group, ids]) => [group, ids.size]));
}

function entriesIn(facts: readonly YieldFact[]): number {
  return new Set(facts.map(({ entryId }) => entryId)).size;
}
