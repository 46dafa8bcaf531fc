/**
 * A column of a table of counts. Its parts, where it has any, add up to it: nothing is in two of them, and nothing of it
 * is in none.
 */
export interface CountColumn {
  readonly id: string;
  readonly parts?: readonly CountColumn[];
}

/** The place of a number: a row by its place, or `total`, which adds up the rows; and the column. */
export interface CountCell {
  readonly row: number | 'total';
  readonly column: string;
  readonly value: number;
  /** How many columns lie below it, itself included: what is lost when it is not shown. */
  readonly breadth: number;
  /** The two sums in which it stands: raising it takes from one and gives to the other. */
  readonly from: string;
  readonly to: string;
}

/** A column with where it hangs. */
interface Placed {
  readonly column: CountColumn;
  readonly parent: string | undefined;
  readonly breadth: number;
}

/**
 * Every number of a table with the sums that a reader can write down: each column of a row is its parts together, each
 * column of the total is the rows together. Each number stands in two of these sums, once on either side, so the table is
 * a circulation in a network, and what is not shown can be bounded exactly by flows (Gusfield, SIAM J Comput 1988;17:552).
 * A single row has no total.
 * @param rows counts of the columns without parts
 */
export function countTable(
  columns: readonly CountColumn[],
  rows: readonly Readonly<Record<string, number>>[],
): CountCell[] {
  const placed = columns.flatMap((column) => placedBelow(column, undefined));
  const isAlone = rows.length < 2;
  const cell = (row: number | 'total', { column, parent, breadth }: Placed): CountCell => {
    const { id, parts } = column;
    const own = parts === undefined ? outer(isAlone, 'column', id) : `row ${row} ${id}`;
    const above = parent === undefined ? outer(isAlone, 'sum', id) : `row ${row} ${parent}`;
    const of = row === 'total' ? rows : rows.slice(row, row + 1);
    const value = of.reduce((sum, counts) => sum + countIn(column, counts), 0);
    const [from, to] = row === 'total' ? [above, own] : [own, above];
    return { row, column: id, value, breadth, from, to };
  };
  const all = isAlone ? rows.map((_, row) => row) : [...rows.map((_, row) => row), 'total' as const];
  return all.flatMap((row) => placed.map((one) => cell(row, one)));
}

/** The sum over the rows; where there is one row, nobody adds up. */
function outer(isAlone: boolean, kind: string, id: string): string {
  return isAlone ? 'nobody' : `${kind} ${id}`;
}

function placedBelow(column: CountColumn, parent: string | undefined): Placed[] {
  const below = (column.parts ?? []).flatMap((part) => placedBelow(part, column.id));
  return [{ column, parent, breadth: below.length + 1 }, ...below];
}

function countIn(column: CountColumn, counts: Readonly<Record<string, number>>): number {
  if (column.parts === undefined) return counts[column.id] ?? 0;
  return column.parts.reduce((sum, part) => sum + countIn(part, counts), 0);
}
