import type { CaseMixView, DelayView } from '@countersign/contracts/dashboards/case-mix-views';
import { personInWords } from '@countersign/contracts/words/person';
import type { Table, Tables } from '../platform/tables';
import { careTable, mixTables, type MixTable } from './mix-lines';

/** The tables of the page in the same order. */
export function caseMixTables(view: CaseMixView): Tables {
  const names = view.fellows.map(({ fellow }) => personInWords(fellow));
  return {
    about: [['As of', { on: view.asOfOn }]],
    tables: [
      ...[careTable(view), ...mixTables(view)].map((table) => mixOf(table, names)),
      delays('From the procedure to the log', view.logging),
      delays('From the log to the decision', view.deciding),
    ],
  };
}

function mixOf({ title, lines }: MixTable, names: readonly string[]): Table {
  const hasAims = lines.some(({ cells }) => cells.some(({ aim }) => aim !== undefined));
  return {
    name: title,
    head: [title, ...names.flatMap((name) => (hasAims ? [name, `${name}: aim`] : [name]))],
    rows: lines.map(({ name, cells }) => [
      name,
      ...cells.flatMap(({ count, aim }) => (hasAims ? [count, aim] : [count])),
    ]),
  };
}

function delays(title: string, lines: readonly DelayView[]): Table {
  return {
    name: title,
    head: [title, 'n', 'median days', 'at least', 'longer than 14 days'],
    rows: lines.map(({ person, n, medianDays, isAtLeast, slow }) => [
      ...[personInWords(person), n, medianDays, isAtLeast === true ? 'yes' : undefined, slow],
    ]),
  };
}
