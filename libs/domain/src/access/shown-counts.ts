import { countTable, type CountCell, type CountColumn } from './count-table';
import { shownCount, SMALLEST_SHOWN } from './small-cells';

/** The numbers of a row by column; null where one is not shown. */
export type ShownCounts = Readonly<Record<string, number | null>>;

/** A table of counts as it may leave a program. */
export interface ShownTable {
  readonly rows: readonly ShownCounts[];
  /** The rows together; absent where there are fewer than two. */
  readonly total?: ShownCounts;
}

/**
 * A table of counts across programs without its small cells. Every count below {@link SMALLEST_SHOWN} is left out, zero
 * included, and of the others as many as it takes that no sum gives a small one away: whatever a reader adds and
 * subtracts, each number from 0 to 10 stays possible for each of them. Columns cost as much as lies below them, so that
 * totals go last; which larger ones go is a good choice, not always the best one.
 *
 * The limit is that of the cell size policy of the US Centers for Medicare & Medicaid Services (no cell of 10 or less, nor
 * anything by which one could be computed). A reader who knows which larger numbers this rule prefers to leave out is not
 * reckoned with.
 * @param rows counts of the columns without parts; what is absent is none
 * @throws DomainError `access/count-impossible` for what is no count
 */
export function countsToShow(
  columns: readonly CountColumn[],
  rows: readonly Readonly<Record<string, number>>[],
): ShownTable {
  const cells = countTable(columns, rows);
  const small = cells.filter(({ value }) => shownCount(value) === null);
  const hidden = new Set(small);
  for (const cell of small.toSorted((one, other) => other.breadth - one.breadth)) {
    leaveOpen(cells, hidden, { cell, by: SMALLEST_SHOWN - 1 - cell.value, up: true });
    leaveOpen(cells, hidden, { cell, by: cell.value, up: false });
  }
  const shownOf = (row: number | 'total'): ShownCounts =>
    Object.fromEntries(
      cells
        .filter((cell) => cell.row === row)
        .map((cell) => [cell.column, hidden.has(cell) ? null : cell.value]),
    );
  return {
    rows: rows.map((_, row) => shownOf(row)),
    ...(rows.length > 1 && { total: shownOf('total') }),
  };
}

/** A number that could be so much more, or less, for all that is shown. */
interface Wish {
  readonly cell: CountCell;
  readonly by: number;
  readonly up: boolean;
}

/** Hides, besides what is hidden, what it takes that the wish can come true in another table with the same shown numbers. */
function leaveOpen(cells: readonly CountCell[], hidden: Set<CountCell>, { cell, by, up }: Wish): void {
  const others = cells.filter((one) => one !== cell);
  const moved = new Map<CountCell, number>();
  const [start, end] = up ? [cell.to, cell.from] : [cell.from, cell.to];
  let open = by;
  // A number in no sum with another is told by nothing.
  while (open > 0 && start !== end) {
    const way = cheapestWay(others, { start, end, hidden, moved });
    const room = Math.min(open, ...way.map((step) => roomOf(step, moved)));
    for (const step of way) {
      moved.set(step.cell, (moved.get(step.cell) ?? 0) + (step.up ? room : -room));
      hidden.add(step.cell);
    }
    open -= room;
  }
}

/** One number made more, or less. */
interface Step {
  readonly cell: CountCell;
  readonly up: boolean;
}

/** How far a step can go: a count can always be more, and never less than none. */
function roomOf({ cell, up }: Step, moved: ReadonlyMap<CountCell, number>): number {
  return up ? Infinity : cell.value + (moved.get(cell) ?? 0);
}

interface Search {
  readonly start: string;
  readonly end: string;
  readonly hidden: ReadonlySet<CountCell>;
  readonly moved: ReadonlyMap<CountCell, number>;
}

/** The numbers to change, from one sum to another, so that the least is hidden anew (Bellman and Ford). */
function cheapestWay(cells: readonly CountCell[], { start, end, hidden, moved }: Search): Step[] {
  const steps = cells.flatMap((cell): (Step & { from: string; to: string })[] => [
    { cell, up: true, from: cell.from, to: cell.to },
    { cell, up: false, from: cell.to, to: cell.from },
  ]);
  const best = new Map<string, { cost: number; by?: (typeof steps)[number] }>([[start, { cost: 0 }]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const step of steps) {
      const before = best.get(step.from);
      if (!before || roomOf(step, moved) === 0) continue;
      const cost = before.cost + (hidden.has(step.cell) ? 0 : costOf(step.cell));
      if (cost >= (best.get(step.to)?.cost ?? Infinity)) continue;
      best.set(step.to, { cost, by: step });
      changed = true;
    }
  }
  const way: Step[] = [];
  for (let at = best.get(end)?.by; at; at = at.from === start ? undefined : best.get(at.from)?.by)
    way.push(at);
  return way;
}

/** What it costs to hide a number: what lies below it, and of equals the larger one. */
function costOf({ breadth, value }: CountCell): number {
  return breadth + value / (value + 1000);
}
