import Papa from 'papaparse';
import { rosterHeaders } from '@countersign/contracts/words/roster';
import type { ImportRowBody } from '@countersign/contracts/people/roster-bodies';

/** What a file holds: its rows with the line of each, or why it cannot be read. */
export type RosterFile =
  | { readonly rows: readonly ImportRowBody[]; readonly lines: readonly number[] }
  | { readonly trouble: string };

/** Most rows that are brought in at once. */
const MOST = 500;

/** Reads a roster in CSV: a heading names the columns in any order, empty lines are skipped, columns we do not know too. */
export function readRosterFile(text: string): RosterFile {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false });
  const [heading, ...body] = data;
  const columns = (heading ?? []).map((cell) => rosterHeaders[cell.trim().toLowerCase()]);
  const missing = (['name', 'email', 'role', 'fromOn', 'toOn'] as const).filter(
    (one) => !columns.includes(one),
  );
  if (missing.length > 0)
    return {
      trouble:
        'The first line has to name the columns: Name, E-mail, Role, First day, Last day; Cohort and Base specialty if you have them.',
    };
  const found = body.flatMap((cells, place) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const pairs = cells.flatMap((cell, at) => {
      const column = columns[at];
      return column === undefined || cell.trim() === '' ? [] : [[column, cell.trim().slice(0, 254)] as const];
    });
    return [{ row: Object.fromEntries(pairs) as ImportRowBody, line: place + 2 }];
  });
  if (found.length === 0) return { trouble: 'The file has no rows below the heading.' };
  if (found.length > MOST)
    return { trouble: `At most ${MOST} rows are brought in at once; the file has ${found.length}.` };
  return { rows: found.map(({ row }) => row), lines: found.map(({ line }) => line) };
}
