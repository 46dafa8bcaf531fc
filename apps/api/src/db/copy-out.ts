import type { DataSource, EntityManager, EntityMetadata } from 'typeorm';
import {
  BackupError,
  type BackupEnd,
  type BackupLine,
  type BackupTable,
  type BackupValue,
} from './backup-file';
import { instantOf } from './columns';

/** Rows that are read at a time. */
const PAGE = 500;

/** A row as the driver brings it. */
type RawValues = Readonly<Record<string, unknown>>;

/** What is copied, and what is not. */
export interface CopiedOut {
  /** When, ISO 8601. */
  readonly madeAt: string;
  /** Tables of which only the keys are told. */
  readonly leaveOut: readonly string[];
}

/**
 * Everything that the rows of this version know in one state of the database, as lines of a backup. The caller's
 * transaction is that state.
 * @throws BackupError for a database of a newer version, of which this one does not know all columns
 */
export async function* copyOut(
  manager: EntityManager,
  { madeAt, leaveOut }: CopiedOut,
): AsyncGenerator<BackupLine> {
  const { connection } = manager;
  yield { countersign: 'backup', format: 1, madeAt, migrations: await migrationsOf(connection, manager) };
  const rows: Record<string, number> = {};
  const leftOut: Record<string, string[]> = {};
  const tables = [...connection.entityMetadatas].sort((one, other) =>
    one.tableName < other.tableName ? -1 : 1,
  );
  for (const metadata of tables) {
    const { tableName } = metadata;
    if (leaveOut.includes(tableName)) {
      const key = String(metadata.primaryColumns[0]?.databaseName);
      leftOut[tableName] = [];
      for await (const row of rowsOf(manager, metadata)) leftOut[tableName].push(String(row[key]));
      continue;
    }
    const table = tableOf(metadata);
    yield table;
    rows[tableName] = 0;
    for await (const row of rowsOf(manager, metadata)) {
      rows[tableName] += 1;
      yield table.columns.map(([name, kind]) => valueOf(row[name], kind));
    }
  }
  const end: BackupEnd = { end: { rows, leftOut } };
  yield end;
}

async function migrationsOf(source: DataSource, manager: EntityManager): Promise<string[]> {
  const run = await manager.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY timestamp');
  const known = new Set(source.migrations.map(({ name }) => name));
  const unknown = run.find(({ name }) => !known.has(name));
  if (unknown)
    throw new BackupError(
      `The database has the migration ${unknown.name} of a newer version: back it up with that one, which knows all that is in it.`,
    );
  return run.map(({ name }) => name);
}

function tableOf({ tableName, columns }: EntityMetadata): BackupTable {
  return {
    table: tableName,
    columns: columns.map((column) => [
      column.databaseName,
      column.type === 'datetime' ? ('instant' as const) : ('plain' as const),
    ]),
  };
}

function valueOf(raw: unknown, kind: 'plain' | 'instant'): BackupValue {
  if (raw === null || raw === undefined) return null;
  if (kind === 'instant') return instantOf(raw as Date | string);
  if (typeof raw === 'string' || typeof raw === 'number') return raw;
  throw new Error(`a backup cannot hold a value of the kind ${typeof raw}`);
}

/** The rows of a table by its key, page by page: each page begins behind the last key of the one before. */
async function* rowsOf(manager: EntityManager, metadata: EntityMetadata): AsyncGenerator<RawValues> {
  const name = (text: string): string => manager.connection.driver.escape(text);
  const columns = metadata.columns.map(({ databaseName }) => name(databaseName)).join(', ');
  const keys = metadata.primaryColumns.map(({ databaseName }) => databaseName);
  const order = keys.map(name).join(', ');
  const from = `SELECT ${columns} FROM ${name(metadata.tableName)}`;
  const behind = keys.map((key, nth) =>
    [...keys.slice(0, nth).map((before) => `${name(before)} = ?`), `${name(key)} > ?`].join(' AND '),
  );
  const where = behind.map((one) => `(${one})`).join(' OR ');
  for (let last: RawValues | undefined; ;) {
    const at = last;
    const given =
      at === undefined ? [] : keys.flatMap((_, nth) => keys.slice(0, nth + 1).map((key) => at[key]));
    const page = await manager.query<RawValues[]>(
      `${from}${at === undefined ? '' : ` WHERE ${where}`} ORDER BY ${order} LIMIT ${PAGE}`,
      given,
    );
    yield* page;
    last = page.at(-1);
    if (page.length < PAGE) return;
  }
}
