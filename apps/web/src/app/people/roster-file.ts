import Papa from 'papaparse';
import { rosterHeaders } from '@countersign/contracts/words/roster';
import type { ImportRowBody } from '@countersign/contracts/people/roster-bodies';
import { written, type Line } from '../platform/lines';

/** What a file holds: its rows with the line of each, or why it cannot be read. */
export type RosterFile =
  | {
      readonly rows: readonly ImportRowBody[];
      readonly lines: readonly number[];
      /** Of a workbook, the one that was read. */
      readonly sheet?: string;
    }
  | { readonly trouble: string };

/** Most rows that are brought in at once. */
const MOST = 500;
/** Largest file. */
const MOST_BYTES = 1_000_000;
/** Among how many lines the heading is looked for: a sheet often has a title above it. */
const HEADING_WITHIN = 10;

const needed = ['name', 'email', 'role', 'fromOn', 'toOn'] as const;

/** Reads a roster in CSV or in a workbook; what reads workbooks is fetched when one is chosen. */
export async function readRosterFile(name: string, bytes: ArrayBuffer): Promise<RosterFile> {
  if (bytes.byteLength > MOST_BYTES)
    return { trouble: 'A roster has at most 1 MB. Copy the people alone to a file of their own.' };
  if (!isWorkbook(name, bytes)) return readRosterText(new TextDecoder().decode(bytes));
  const { sheetsOf } = await import('../platform/read-workbook');
  const found = await sheetsOf(bytes);
  if ('trouble' in found) return found;
  // The roster need not be the first sheet, only the first that names its columns.
  const [sheet] = [...found.sheets.filter(({ lines }) => headingOf(lines)), ...found.sheets];
  if (!sheet) return { trouble: 'The workbook has no sheet.' };
  const roster = rosterOf(sheet.lines);
  return 'trouble' in roster
    ? { trouble: `Sheet “${sheet.name}”: ${roster.trouble}` }
    : { ...roster, sheet: sheet.name };
}

/** Reads a roster in CSV: a heading names the columns in any order, empty lines are skipped, columns we do not know too. */
export function readRosterText(text: string): RosterFile {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false });
  return rosterOf(written(data.map((cells, place) => ({ at: place + 1, cells }))));
}

/** By what it is rather than by what it is called: a ZIP archive, or what Excel wrote before those. */
function isWorkbook(name: string, bytes: ArrayBuffer): boolean {
  const [first, second] = new Uint8Array(bytes);
  const isPacked = (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
  return isPacked || /\.xls[xmb]?$/i.test(name);
}

function rosterOf(lines: readonly Line[]): RosterFile {
  const heading = headingOf(lines);
  if (!heading)
    return {
      trouble:
        'The first line has to name the columns: Name, E-mail, Role, First day, Last day; Cohort and Base specialty if you have them.',
    };
  const columns = columnsOf(heading);
  const body = lines.filter(({ at }) => at > heading.at);
  if (body.length === 0) return { trouble: 'There are no rows below the heading.' };
  if (body.length > MOST)
    return { trouble: `At most ${MOST} rows are brought in at once; here are ${body.length}.` };
  return { rows: body.map((line) => rowOf(line, columns)), lines: body.map(({ at }) => at) };
}

function headingOf(lines: readonly Line[]): Line | undefined {
  return lines
    .slice(0, HEADING_WITHIN)
    .find((line) => needed.every((column) => columnsOf(line).includes(column)));
}

function columnsOf({ cells }: Line): readonly (keyof ImportRowBody | undefined)[] {
  return cells.map((cell) => rosterHeaders[cell.trim().toLowerCase()]);
}

function rowOf({ cells }: Line, columns: readonly (keyof ImportRowBody | undefined)[]): ImportRowBody {
  const pairs = cells.flatMap((cell, at) => {
    const column = columns[at];
    return column === undefined || cell.trim() === '' ? [] : [[column, cell.trim().slice(0, 254)] as const];
  });
  return Object.fromEntries(pairs) as ImportRowBody;
}
