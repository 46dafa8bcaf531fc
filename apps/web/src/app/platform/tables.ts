/** A cell of what is taken along: a text, a number, a civil date, an instant (UTC, ms), or nothing. */
export type Cell = string | number | { readonly on: string } | { readonly at: number } | undefined;

/** Rows under a row of names. */
export interface Table {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a page shows as whoever takes it along reads it: in a CSV one table below the other, in a workbook a sheet each. */
export interface Tables {
  /** What the numbers are and what they are made by. */
  readonly about?: readonly (readonly Cell[])[];
  readonly tables: readonly Table[];
}

/** Rows of all pages of a list, for a file that is not to end where the screen does. */
export async function everyRow<Page extends { readonly next?: string }, Row>(
  read: (cursor: { cursor?: string }) => Promise<Page>,
  rowsOf: (page: Page) => readonly Row[],
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let next: string | undefined;
  do {
    const page = await read(next === undefined ? {} : { cursor: next });
    rows.push(...rowsOf(page));
    next = page.next;
  } while (next !== undefined);
  return rows;
}
