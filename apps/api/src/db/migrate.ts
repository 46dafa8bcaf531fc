import type { DataSource, EntityManager } from 'typeorm';
import { DatabaseStartError } from './start-error';

/**
 * Brings an open database to the newest schema.
 * SQLite rebuilds tables while it migrates, so foreign keys are off during the run and checked after it.
 * @returns the names of the migrations that were run
 * @throws DatabaseStartError when a migration left rows without what they refer to.
 */
export async function migrate(source: DataSource): Promise<readonly string[]> {
  const sqlite = source.options.type === 'better-sqlite3';
  if (sqlite) await source.query('PRAGMA foreign_keys = OFF');
  const run = (await source.runMigrations()).map(({ name }) => name);
  if (!sqlite) return run;
  const broken = await source.query<unknown[]>('PRAGMA foreign_key_check');
  if (broken.length > 0)
    throw new DatabaseStartError(
      `The migration left ${broken.length} rows without what they refer to. Restore the backup.`,
    );
  await source.query('PRAGMA foreign_keys = ON');
  return run;
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
