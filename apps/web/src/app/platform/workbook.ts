import type { CellValue } from 'exceljs';
import { Workbook } from 'exceljs/dist/exceljs.bare.min.js';
import type { Cell, Table, Tables } from './tables';

/** Media type of a workbook. */
export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Widest column, in characters. */
const WIDEST = 40;

/** What a spreadsheet shows it as; `@` keeps a text as one also where somebody edits it. */
const FORMATS = { text: '@', on: 'yyyy-mm-dd', at: 'yyyy-mm-dd hh:mm' } as const;

/**
 * Tables as an .xlsx file, a sheet each. Dates are dates; every text is kept as a text, whatever it begins with, so that no
 * cell can be a formula. The head stays in sight while the rows scroll.
 */
export async function workbookOf({ about = [], tables }: Tables): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new Workbook();
  const sheets =
    about.length === 0 ? tables : [...tables, { name: 'About', head: ['What', 'Value'], rows: about }];
  for (const table of sheets) addSheet(workbook, table);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: Workbook, { name, head, rows }: Table): void {
  const sheet = workbook.addWorksheet(nameOf(name), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...head]).font = { bold: true };
  for (const row of rows) {
    const added = sheet.addRow(row.map(valueOf));
    row.forEach((cell, place) => {
      const format = formatOf(cell);
      if (format !== undefined) added.getCell(place + 1).numFmt = format;
    });
  }
  sheet.columns.forEach((column, place) => {
    const texts = [head[place] ?? '', ...rows.map((row) => shownOf(row[place]))];
    column.width = Math.min(WIDEST, Math.max(...texts.map((text) => text.length)) + 2);
  });
}

/** What Excel takes as the name of a sheet. */
function nameOf(name: string): string {
  return name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}

function valueOf(cell: Cell): CellValue {
  if (typeof cell !== 'object') return cell ?? null;
  return new Date('on' in cell ? `${cell.on}T00:00:00Z` : cell.at);
}

function formatOf(cell: Cell): string | undefined {
  if (typeof cell === 'string') return FORMATS.text;
  if (typeof cell !== 'object') return undefined;
  return 'on' in cell ? FORMATS.on : FORMATS.at;
}

function shownOf(cell: Cell): string {
  if (typeof cell !== 'object') return String(cell ?? '');
  return 'on' in cell ? FORMATS.on : FORMATS.at;
}
