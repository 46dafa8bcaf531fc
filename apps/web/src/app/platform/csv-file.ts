import Papa from 'papaparse';
import type { Cell, Tables } from './tables';

/**
 * Tables as comma-separated values, under what they are. With a byte-order mark, without which Excel takes UTF-8 for
 * something else; formulas are kept from being any. A file is read anywhere: instants in it are those of UTC.
 */
export function csvOf({ about = [], tables }: Tables): string {
  const parts = [about, ...tables.map(({ head, rows }) => [head, ...rows])].filter(
    (lines) => lines.length > 0,
  );
  const lines = parts.flatMap((part, nth) => [
    ...(nth === 0 ? [] : [[]]),
    ...part.map((row) => row.map(textOf)),
  ]);
  return `${Papa.BYTE_ORDER_MARK}${Papa.unparse(lines, { escapeFormulae: true, newline: '\r\n' })}`;
}

function textOf(cell: Cell): string | number {
  if (typeof cell !== 'object') return cell ?? '';
  return 'on' in cell ? cell.on : new Date(cell.at).toISOString();
}
