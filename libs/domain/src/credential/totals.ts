import { windowStart } from '../calendar';
import type { ProcedureRole } from '../catalogue';
import { stateCounts, type Fact } from '../competency';
import type { SupervisionLevel } from '../entry';

/** The windows that credentialing offices ask for, in months, ending on the as-of date; both ends are in. */
export const letterWindows = [12, 24] as const;

/** What a fellow did, in numbers of procedures. */
export interface Totals {
  /** By the role held. */
  readonly roles: Readonly<Record<ProcedureRole, number>>;
  /** By the supervision of what was performed in whole or part. */
  readonly supervision: Readonly<Record<SupervisionLevel, number>>;
  /** Performed in each of {@link letterWindows}, in their order. */
  readonly performedIn: readonly number[];
}

/** The totals of one catalogue item. */
export interface ItemTotals extends Totals {
  readonly itemId: string;
  /** As the catalogue called it when the letter was made. */
  readonly name: string;
}

/** The totals of a letter. */
export interface LetterTotals {
  /** First and last day of what is counted; null where nothing is. */
  readonly from: string | null;
  readonly to: string | null;
  /** By item, in the order of names. */
  readonly items: readonly ItemTotals[];
  readonly all: Totals;
  /** Procedures in simulation, which are counted apart. */
  readonly simulation: number;
}

type Counted = Pick<
  Fact,
  'itemId' | 'kind' | 'role' | 'supervision' | 'outcome' | 'status' | 'simulation' | 'performedOn'
>;

/**
 * What a letter counts: approved procedures up to the as-of date, each once and for the role held in it; aborted ones are
 * left out, and simulation is counted apart. `nameOf` calls an item by its name.
 */
export function letterTotals(
  facts: readonly Counted[],
  { asOf, nameOf }: { readonly asOf: string; readonly nameOf: (itemId: string) => string },
): LetterTotals {
  const approved = facts.filter(
    ({ kind, status, outcome, performedOn }) =>
      kind === 'procedure' && stateCounts(status) && outcome !== 'aborted' && performedOn <= asOf,
  );
  const inPatients = approved.filter(({ simulation }) => !simulation);
  const items = [...new Set(inPatients.map(({ itemId }) => itemId))].map((itemId) => ({
    itemId,
    name: nameOf(itemId),
    ...totalsOf(
      inPatients.filter((fact) => fact.itemId === itemId),
      asOf,
    ),
  }));
  const days = inPatients.map(({ performedOn }) => performedOn).sort();
  return {
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    // By code unit, so that every machine writes the same letter.
    items: items.sort((one, other) => order(one.name, other.name) || order(one.itemId, other.itemId)),
    all: totalsOf(inPatients, asOf),
    simulation: approved.length - inPatients.length,
  };
}

function totalsOf(facts: readonly Counted[], asOf: string): Totals {
  const roles = { performed: 0, 'performed-part': 0, assisted: 0, observed: 0, taught: 0 };
  const supervision = { direct: 0, 'indirect-immediate': 0, 'indirect-available': 0, oversight: 0 };
  for (const fact of facts) {
    roles[fact.role] += 1;
    if (fact.role === 'performed' || fact.role === 'performed-part') supervision[fact.supervision] += 1;
  }
  const performed = facts.filter(({ role }) => role === 'performed');
  const performedIn = letterWindows.map((months) => {
    const start = windowStart(asOf, months);
    return performed.filter(({ performedOn }) => performedOn >= start).length;
  });
  return { roles, supervision, performedIn };
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
