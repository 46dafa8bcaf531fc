import type Sqlite from 'better-sqlite3';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { isConnectionLost, OutcomeUnknown } from './faults';

/** `write` may change rows; `read` sees one state of the database throughout and changes nothing. */
export type TransactionKind = 'write' | 'read';

/**
 * Runs work in one transaction of its own and commits it, or takes all of it back.
 *
 * SQLite: a write takes the write lock at once (`BEGIN IMMEDIATE`), so that it cannot fail in the middle because
 * another program came first. MySQL and MariaDB: a write runs at READ COMMITTED; a read has a snapshot (REPEATABLE READ),
 * so that what it reads in several statements belongs together: its connections are set up for that.
 */
export async function inTransaction<T>(
  source: DataSource,
  kind: TransactionKind,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const runner = runnerFor(source, kind);
  const free = kind === 'read' ? keepFromWriting(runner) : undefined;
  try {
    await begin(runner, kind);
    const outcome = await work(runner.manager);
    await commit(runner);
    return outcome;
  } catch (error) {
    // The first error is what the caller must hear; a transaction that is gone already cannot be taken back.
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    free?.();
    await runner.release();
  }
}

/** Runs a single statement that reads, on a connection for reading. */
export async function withoutTransaction<T>(
  source: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const runner = runnerFor(source, 'read');
  const free = keepFromWriting(runner);
  try {
    return await work(runner.manager);
  } finally {
    free();
    await runner.release();
  }
}

/** A connection: on MySQL and MariaDB what reads has its own. */
function runnerFor(source: DataSource, kind: TransactionKind): QueryRunner {
  return source.createQueryRunner(kind === 'write' ? 'master' : 'slave');
}

/**
 * SQLite has one connection, which is told when somebody comes who only reads; a change is refused then as on MySQL and
 * MariaDB, whose connections for reading are read-only from the beginning.
 * @returns leaves the connection as it was found
 */
function keepFromWriting({ connection }: QueryRunner): () => void {
  if (connection.options.type !== 'better-sqlite3') return () => undefined;
  const { databaseConnection } = connection.driver as unknown as { databaseConnection: Sqlite };
  const before = databaseConnection.pragma('query_only', { simple: true });
  databaseConnection.pragma('query_only = ON');
  return () => {
    // A process that ends has closed it already.
    if (databaseConnection.open) databaseConnection.pragma(`query_only = ${String(before)}`);
  };
}

async function commit(runner: QueryRunner): Promise<void> {
  try {
    await runner.query('COMMIT');
  } catch (error) {
    throw isConnectionLost(error) ? new OutcomeUnknown(error) : error;
  }
}

async function begin(runner: QueryRunner, kind: TransactionKind): Promise<void> {
  if (runner.connection.options.type === 'better-sqlite3') {
    await runner.query(kind === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN');
    return;
  }
  await runner.query('START TRANSACTION');
}
