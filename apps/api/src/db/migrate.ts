import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager, MigrationInterface } from 'typeorm';
import { JOURNAL_TABLE, MigrationJournal } from './migration-journal';
import { MigrationLease } from './migration-lease';
import { codeOf, DatabaseStartError, reasonOf } from './start-error';

/** How often a server that waits for another one's migrations looks, and after how long it says that it waits, ms. */
const LOOK_MS = 200;
const SAY_MS = 3_000;

/** As TypeORM makes it. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS migrations (
  id int NOT NULL AUTO_INCREMENT, timestamp bigint NOT NULL, name varchar(255) NOT NULL, PRIMARY KEY (id)) ENGINE=InnoDB`;

/**
 * Brings an open database to the newest schema. On MySQL and MariaDB one of several servers does it and the others wait;
 * one that was cut is gone on with where it was, see {@link MigrationJournal}.
 * @returns the names of the migrations that were run
 * @throws DatabaseStartError when a migration left rows without what they refer to.
 */
export function migrate(source: DataSource): Promise<readonly string[]> {
  return source.options.type === 'better-sqlite3' ? migrateFile(source) : migrateServer(source);
}

/**
 * A migration of SQLite is one transaction. It rebuilds tables, so foreign keys are off during the run and checked after
 * it.
 */
async function migrateFile(source: DataSource): Promise<readonly string[]> {
  await source.query('PRAGMA foreign_keys = OFF');
  const run = (await source.runMigrations()).map(({ name }) => name);
  const broken = await source.query<unknown[]>('PRAGMA foreign_key_check');
  if (broken.length > 0)
    throw new DatabaseStartError(
      `The migration left ${broken.length} rows without what they refer to. Restore the backup.`,
    );
  await source.query('PRAGMA foreign_keys = ON');
  return run;
}

async function migrateServer(source: DataSource): Promise<readonly string[]> {
  // The server's own user may have no right to create tables, and needs none.
  const [table] = await source.query<unknown[]>("SHOW TABLES LIKE 'migrations'");
  if (table !== undefined && (await pendingMigrations(source)).length === 0) return [];
  const lease = new MigrationLease(source);
  await source.query(MIGRATIONS_TABLE);
  await source.query(JOURNAL_TABLE);
  await lease.prepare();
  const asked = performance.now();
  let isSaid = false;
  while ((await pendingMigrations(source)).length > 0) {
    const run = await inTurn(source, lease);
    if (run) return run;
    if (!isSaid && performance.now() - asked > SAY_MS) {
      process.stderr.write(
        'Another server brings the database to the schema of this version; waiting for it.\n',
      );
      isSaid = true;
    }
    await sleep(LOOK_MS);
  }
  return [];
}

/** Runs what is pending, where nobody else does; null where somebody does. */
async function inTurn(source: DataSource, lease: MigrationLease): Promise<readonly string[] | null> {
  let runner = await connected(source);
  try {
    if (!(await lease.take(runner.id))) return null;
    const done: string[] = [];
    try {
      for (const name of await pendingMigrations(source)) {
        const migration = source.migrations.find((one) => one.name === name);
        if (migration) await runJournaled(runner.runner, migration);
        done.push(name);
        // A runner remembers tables that it has seen: each migration begins with none, as it does when it is gone on with.
        await released(runner.runner);
        runner = await connected(source);
        await lease.pass(runner.id);
      }
    } finally {
      await lease.giveBack().catch(() => undefined);
    }
    return done;
  } finally {
    await released(runner.runner);
  }
}

type Runner = ReturnType<DataSource['createQueryRunner']>;

async function connected(source: DataSource): Promise<{ readonly runner: Runner; readonly id: number }> {
  const runner = source.createQueryRunner('master');
  // Rows and tables that an older server still uses are waited for longer than in a request, but not for ever.
  await runner.query('SET SESSION innodb_lock_wait_timeout = 50, SESSION lock_wait_timeout = 60');
  const [row] = (await runner.query('SELECT CONNECTION_ID() AS id')) as { id: number | string }[];
  return { runner, id: Number(row?.id) };
}

/** Gives a connection back as requests use it. One that broke cannot be told, and is not used again. */
async function released(runner: Runner): Promise<void> {
  await runner
    .query('SET SESSION innodb_lock_wait_timeout = 1, SESSION lock_wait_timeout = DEFAULT')
    .catch(() => undefined);
  await runner.release();
}

async function runJournaled(runner: Runner, migration: MigrationInterface): Promise<void> {
  const { name = '' } = migration;
  const send = runner.query.bind(runner) as (sql: string, ...more: unknown[]) => Promise<unknown>;
  const journal = await MigrationJournal.of(name, send);
  const leave = journal.standBefore(runner);
  try {
    await migration.up(runner);
    await journal.finish(Number(name.slice(-13)));
  } catch (error) {
    await send('ROLLBACK').catch(() => undefined);
    if (error instanceof DatabaseStartError) throw error;
    const where = `${name}, statement ${journal.at}: ${reasonOf(error)}`;
    throw Object.assign(new Error(where), { code: codeOf(error) });
  } finally {
    leave();
  }
}

/** Names of this version's migrations that the database has not seen. Those of a newer version do not matter. */
export async function pendingMigrations(
  source: DataSource,
  manager: EntityManager = source.manager,
): Promise<readonly string[]> {
  const done = await manager.query<{ name: string }[]>('SELECT name FROM migrations');
  const names = new Set(done.map(({ name }) => name));
  return source.migrations.flatMap(({ name = '' }) => (names.has(name) ? [] : [name]));
}
