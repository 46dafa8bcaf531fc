import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { type JsonObject, type JsonValue, type RowChange } from '@countersign/domain/ledger';
import { loggedTable, type LoggedColumn, type LoggedTable } from './logged';
import { digestOf, sealedWith } from './salt';

/** A row's change with the log that its event must go to. */
export interface NotedChange {
  /** Id of the program, or `installation`. */
  readonly log: string;
  readonly change: RowChange;
}

type Values = Readonly<Record<string, unknown>>;

/** Log of what no program owns. */
export const INSTALLATION = 'installation';

/** How a table's rows are logged; null for one that is not. */
export function tableOf<Row extends ObjectLiteral>(
  manager: EntityManager,
  row: EntityTarget<Row>,
): LoggedTable | null {
  return loggedTable(manager.connection.getMetadata(row));
}

/** A row that came, with every column that is logged. */
export function insertOf(table: LoggedTable, values: Values): NotedChange {
  return noted(table, { act: 'insert', row: values, set: shown(table.columns, values, values) });
}

/** Columns of a row that were set to new values; null where none of them is logged. `row` has the key and salt. */
export function changeOf(table: LoggedTable, row: Values, set: Values): NotedChange | null {
  const columns = table.columns.filter(({ property }) => set[property] !== undefined);
  return columns.length === 0 ? null : noted(table, { act: 'change', row, set: shown(columns, set, row) });
}

/** A row that went. */
export function removeOf(table: LoggedTable, row: Values): NotedChange {
  return noted(table, { act: 'remove', row, set: {} });
}

/** The values of a whole primary key in a condition; null where one is missing or no plain value. */
export function keyIn(table: LoggedTable, where: Values): Values | null {
  const pairs = table.key.map(({ property }) => [property, where[property]] as const);
  const isWhole = pairs.every(([, value]) => typeof value === 'string' || typeof value === 'number');
  return isWhole ? Object.fromEntries(pairs) : null;
}

/** Whether what a change sets can only be told by reading the row again: an expression, or a value under the row's salt. */
export function needsReading(table: LoggedTable, set: Values): boolean {
  return table.columns.some(({ property, rule }) => {
    const value = set[property];
    return typeof value === 'function' || (value !== undefined && rule === 'sealed');
  });
}

function noted(
  table: LoggedTable,
  { act, row, set }: { act: RowChange[1]; row: Values; set: JsonObject },
): NotedChange {
  const log = table.owner === undefined ? INSTALLATION : String(row[table.owner]);
  return { log, change: [table.name, act, shown(table.key, row, row), set] };
}

function shown(columns: readonly LoggedColumn[], values: Values, row: Values): JsonObject {
  return Object.fromEntries(
    columns.map((column) => [column.name, shownValue(column, values[column.property], row)]),
  );
}

function shownValue({ rule }: LoggedColumn, value: unknown, row: Values): JsonValue {
  if (value === undefined || value === null) return null;
  if (rule === 'credential') return `sha256:${digestOf(String(value))}`;
  if (rule === 'sealed') return sealedWith(String(value), String(row['salt']));
  // Undefined has no canonical form; a round trip through JSON leaves plain data.
  return typeof value === 'object' ? (JSON.parse(JSON.stringify(value)) as JsonValue) : (value as JsonValue);
}
