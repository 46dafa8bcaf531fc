import type { CellValue, Row, Worksheet } from 'exceljs';
import { ValueType, Workbook } from 'exceljs/dist/exceljs.bare.min.js';
import { written, type Line } from './lines';

/** A sheet with what is written in its rows. */
export interface Sheet {
  readonly name: string;
  readonly lines: readonly Line[];
}

/** Most rows of a sheet, also where only their format was set. */
const MOST_ROWS = 10_000;

/**
 * What is in a sheet besides its cells stays unread: it says nothing here, and where it reaches over a million rows, the
 * library spells every one of them out. A merged cell is written in its first row alone, as in a CSV that Excel makes.
 */
const READ = {
  maxRows: MOST_ROWS,
  ignoreNodes: (
    'sheetPr sheetViews cols autoFilter mergeCells rowBreaks hyperlinks pageMargins dataValidations pageSetup ' +
    'headerFooter printOptions picture drawing sheetProtection tableParts conditionalFormatting extLst'
  ).split(' '),
};

/** Reads the sheets that are not hidden, in their order; hidden rows are rows. Or says why there is nothing to read. */
export async function sheetsOf(
  bytes: ArrayBuffer,
): Promise<{ readonly sheets: readonly Sheet[] } | { readonly trouble: string }> {
  if (isCompound(bytes)) return { trouble: whyCompound(bytes) };
  try {
    const workbook = await new Workbook().xlsx.load(bytes, READ);
    const shown = workbook.worksheets.filter(({ state }) => state === 'visible');
    if (shown.length > 0) return { sheets: shown.map(sheetOf) };
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Max row count'))
      return { trouble: 'A sheet has more than 10,000 rows. Copy the roster to a workbook of its own.' };
  }
  return { trouble: 'This is no workbook that can be read here. Save it as .xlsx or CSV, and choose that.' };
}

/** What Excel wrote before 2007, and what it writes around a workbook that is encrypted. */
function isCompound(bytes: ArrayBuffer): boolean {
  const [first, second] = new Uint8Array(bytes);
  return first === 0xd0 && second === 0xcf;
}

function whyCompound(bytes: ArrayBuffer): string {
  const isEncrypted = new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
  return isEncrypted
    ? 'The workbook has a password. Save a copy without one, and choose that.'
    : 'This is a workbook of before 2007. Save it as .xlsx or CSV, and choose that.';
}

function sheetOf(sheet: Worksheet): Sheet {
  const lines: Line[] = [];
  sheet.eachRow((row, at) => void lines.push({ at, cells: cellsOf(row) }));
  return { name: sheet.name, lines: written(lines) };
}

function cellsOf(row: Row): string[] {
  return Array.from({ length: row.cellCount }, (_, place) => {
    const cell = row.getCell(place + 1);
    return cell.type === ValueType.Merge ? '' : textOf(cell.value);
  });
}

/** What a cell says: days as they are typed, numbers without their format, formulas as what came of them. */
function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  return 'result' in value ? textOf(value.result) : '';
}
