import type { CellValue } from 'exceljs';

/** A cell: a text, a number, a civil date, or nothing. */
export type SheetCell = string | number | { readonly on: string } | null;

/** A sheet of a workbook: a row of names, and below it the rows. */
export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** Media type of a workbook. */
export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Widest column, in characters. */
const WIDEST = 40;

/**
 * Sheets as an .xlsx file. Dates are dates; every text is kept as a text, whatever it begins with, so that no cell can be a
 * formula. The head stays in sight while the rows scroll.
 */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  // A server that nobody asks for a workbook starts without what makes one.
  const { Workbook } = await import('exceljs');
  const workbook = new Workbook();
  for (const { name, head, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.addRow([...head]).font = { bold: true };
    for (const row of rows) {
      const added = sheet.addRow(row.map(valueOf));
      row.forEach((cell, place) => {
        if (typeof cell === 'object' && cell !== null) added.getCell(place + 1).numFmt = 'yyyy-mm-dd';
        // As in a spreadsheet where a text was typed after an apostrophe.
        if (typeof cell === 'string') added.getCell(place + 1).numFmt = '@';
      });
    }
    sheet.columns.forEach((column, place) => {
      const texts = [head[place] ?? '', ...rows.map((row) => textOf(row[place] ?? null))];
      column.width = Math.min(WIDEST, Math.max(...texts.map((text) => text.length)) + 2);
    });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function valueOf(cell: SheetCell): CellValue {
  return typeof cell === 'object' && cell !== null ? new Date(`${cell.on}T00:00:00Z`) : cell;
}

function textOf(cell: SheetCell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.on : String(cell);
}
