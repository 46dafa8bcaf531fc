import type { DataSource, EntityManager } from 'typeorm';
import {
  BackupError,
  isRow,
  type BackupEnd,
  type BackupLine,
  type BackupTable,
  type BackupValue,
} from './backup-file';
import { inTransaction } from './transaction';

/** Values of one INSERT, and characters of it: drivers and servers bound both. */
const VALUES = 10_000;
const CHARACTERS = 500_000;

type Row = readonly BackupValue[];

/**
 * Fills tables that are there with the rows of a backup, in one transaction: what the migrations put into them makes room.
 * @returns the end of the backup, whose counts were held against what was filled in
 * @throws BackupError for lines that do not belong together
 */
export async function copyIn(
  source: DataSource,
  lines: AsyncIterable<BackupLine>,
): Promise<BackupEnd['end']> {
  const isSqlite = source.options.type === 'better-sqlite3';
  // A row may come before the one that it refers to.
  if (isSqlite) await source.query('PRAGMA foreign_keys = OFF');
  const end = await inTransaction(source, 'write', async (manager) => {
    if (!isSqlite) await manager.query('SET SESSION foreign_key_checks = 0');
    try {
      return await fill(manager, lines);
    } finally {
      if (!isSqlite) await manager.query('SET SESSION foreign_key_checks = 1');
    }
  });
  if (isSqlite) await assertWhole(source);
  return end;
}

async function assertWhole(source: DataSource): Promise<void> {
  const broken = await source.query<unknown[]>('PRAGMA foreign_key_check');
  if (broken.length > 0)
    throw new BackupError(`The backup has ${broken.length} rows without what they refer to.`);
  await source.query('PRAGMA foreign_keys = ON');
}

async function fill(manager: EntityManager, lines: AsyncIterable<BackupLine>): Promise<BackupEnd['end']> {
  const filled: Record<string, number> = {};
  let table: BackupTable | undefined;
  let batch: Row[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    if (table && batch.length > 0) await insert(manager, table, batch);
    [batch, size] = [[], 0];
  };
  for await (const line of lines) {
    if (isRow(line)) {
      if (!table || line.length !== table.columns.length) throw new BackupError('A row belongs to no table.');
      if ((batch.length + 1) * line.length > VALUES || size > CHARACTERS) await flush();
      batch.push(line);
      size += line.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), 0);
      filled[table.table] = (filled[table.table] ?? 0) + 1;
    } else if ('table' in line) {
      await flush();
      table = line;
      filled[table.table] = 0;
      await manager.query(`DELETE FROM ${manager.connection.driver.escape(table.table)}`);
    } else if ('end' in line) {
      await flush();
      for (const [name, count] of Object.entries(line.end.rows))
        if (filled[name] !== count)
          throw new BackupError(`The backup says ${count} rows of ${name} and has ${filled[name] ?? 0}.`);
      return line.end;
    }
  }
  throw new BackupError('The end of the backup is missing.');
}

function insert(
  manager: EntityManager,
  { table, columns }: BackupTable,
  rows: readonly Row[],
): Promise<unknown> {
  const name = (text: string): string => manager.connection.driver.escape(text);
  const places = `(${columns.map(() => '?').join(', ')})`;
  return manager.query(
    `INSERT INTO ${name(table)} (${columns.map(([column]) => name(column)).join(', ')}) VALUES ${rows.map(() => places).join(', ')}`,
    rows.flatMap((row) =>
      row.map((value, nth) => (columns[nth]?.[1] === 'instant' ? asStored(value) : value)),
    ),
  );
}

/** An instant as both databases store it: a text in UTC to the millisecond. */
function asStored(value: BackupValue): BackupValue {
  return value === null ? null : new Date(value).toISOString().replace('T', ' ').replace('Z', '');
}
