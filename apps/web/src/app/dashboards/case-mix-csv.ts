import Papa from 'papaparse';
import type { CaseMixView, DelayView } from '@countersign/contracts/dashboards/case-mix-views';
import { careTable, mixTables, type MixTable } from './mix-lines';
import { personInWords } from '@countersign/contracts/words/person';

type Cell = string | number;

/** The tables of the page one below the other, in the same order. */
export function caseMixCsv(view: CaseMixView): string {
  const names = view.fellows.map(({ fellow }) => fellow.name);
  const tables = [careTable(view), ...mixTables(view)].flatMap((table) => rowsOf(table, names));
  const text = Papa.unparse(
    [
      ['As of', view.asOfOn],
      [],
      ...tables,
      ...delays('From the procedure to the log', view.logging),
      ...delays('From the log to the decision', view.deciding),
    ],
    { escapeFormulae: true, newline: '\r\n' },
  );
  return `${Papa.BYTE_ORDER_MARK}${text}`;
}

function rowsOf({ title, lines }: MixTable, names: readonly string[]): Cell[][] {
  const hasAims = lines.some(({ cells }) => cells.some(({ aim }) => aim !== undefined));
  return [
    [title, ...names.flatMap((name) => (hasAims ? [name, `${name}: aim`] : [name]))],
    ...lines.map(({ name, cells }) => [
      name,
      ...cells.flatMap(({ count, aim }) => (hasAims ? [count, aim ?? ''] : [count])),
    ]),
    [],
  ];
}

function delays(title: string, lines: readonly DelayView[]): Cell[][] {
  return [
    [title, 'n', 'median days', 'at least', 'longer than 14 days'],
    ...lines.map(({ person, n, medianDays, isAtLeast, slow }) => [
      ...[personInWords(person), n, medianDays ?? '', isAtLeast === true ? 'yes' : '', slow],
    ]),
    [],
  ];
}
