import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { createPool, type PoolConnection } from 'mysql2/promise';
import { SQLITE_FILE } from '../../../apps/api/src/db/data-source';
import type { Place } from './server-process';

/** A value of a statement. */
export type Value = string | number | null;
type Row = Readonly<Record<string, unknown>>;

/** What runs one statement and answers its rows. */
export type Run = (sql: string, ...values: readonly Value[]) => Promise<readonly Row[]>;

/** A database driver without anything around it. */
export interface Bare {
  /** How many pieces of work run beside one another. */
  readonly lanes: number;
  /** Ends a SELECT that locks what it reads. */
  readonly forUpdate: string;
  readonly run: Run;
  /** Runs work in one transaction. */
  write(work: (run: Run) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Opens the driver that the server uses, on a place of its own. */
export function openBare(place: Place, lanes: number): Bare {
  return place.databaseUrl === undefined
    ? bareSqlite(join(place.dataDir, SQLITE_FILE))
    : bareMysql(place.databaseUrl, lanes);
}

function bareMysql(uri: string, lanes: number): Bare {
  const pool = createPool({ uri, connectionLimit: lanes, timezone: 'Z' });
  const runOn =
    (connection: Pick<PoolConnection, 'execute'>): Run =>
    async (sql, ...values) => {
      const [rows] = await connection.execute(sql, [...values]);
      return Array.isArray(rows) ? (rows as Row[]) : [];
    };
  return {
    lanes,
    forUpdate: ' FOR UPDATE',
    run: runOn(pool),
    write: async (work) => {
      const connection = await pool.getConnection();
      await connection.query('START TRANSACTION');
      await work(runOn(connection));
      await connection.query('COMMIT');
      connection.release();
    },
    close: () => pool.end(),
  };
}

/** The file has one writer, so one lane; it keeps an acknowledged write as the server's does. */
function bareSqlite(file: string): Bare {
  const database = new Sqlite(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const prepared = new Map<string, ReturnType<typeof database.prepare>>();
  const run: Run = (sql, ...values) => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    if (statement.reader) return Promise.resolve(statement.all(...values) as Row[]);
    statement.run(...values);
    return Promise.resolve([]);
  };
  return {
    lanes: 1,
    forUpdate: '',
    run,
    write: async (work) => {
      database.exec('BEGIN IMMEDIATE');
      await work(run);
      database.exec('COMMIT');
    },
    close: () => Promise.resolve(void database.close()),
  };
}
