import { Workbook, type CellValue } from 'exceljs';

/** A file to choose: a workbook with a sheet of notes before the one that is meant. */
export async function workbookFile(
  name: string,
  rows: readonly (readonly CellValue[])[],
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const workbook = new Workbook();
  workbook.addWorksheet('Notes').addRow(['Ask Ruth about the cohort']);
  workbook.addWorksheet('People').addRows(rows.map((row) => [...row]));
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name, mimeType, buffer: Buffer.from(await workbook.xlsx.writeBuffer()) };
}
