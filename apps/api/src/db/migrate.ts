import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Settings } from '../platform/settings';
import { checkDurability } from './durability';

/** The start cannot go on with this database; the message tells a person what to do. */
export class DatabaseStartError extends Error {
  override readonly name = 'DatabaseStartError';
}

/**
 * Brings the database to the newest schema and reads back the settings on which durability rests.
 * SQLite rebuilds tables while it migrates, so foreign keys are off during the run and checked after it.
 * @throws DatabaseStartError when the database cannot be opened or, in production, when it could lose writes.
 */
export async function migrate(
  options: DataSourceOptions,
  settings: Pick<Settings, 'production'>,
): Promise<void> {
  const source = new DataSource(options);
  try {
    await source.initialize();
  } catch (error) {
    throw new DatabaseStartError(openingMessage(options, error));
  }
  try {
    const sqlite = options.type === 'better-sqlite3';
    if (sqlite) await source.query('PRAGMA foreign_keys = OFF');
    await source.runMigrations();
    if (sqlite) await checkForeignKeys(source);
    const findings = await checkDurability(source);
    const lines = findings.map(
      ({ setting, found, wanted }) => `The database has ${setting}=${found}; it must be ${wanted}.`,
    );
    if (lines.length > 0 && settings.production) throw new DatabaseStartError(lines.join('\n'));
    for (const line of lines) process.stderr.write(`Warning: ${line} A production start refuses this.\n`);
  } finally {
    await source.destroy();
  }
}

async function checkForeignKeys(source: DataSource): Promise<void> {
  const broken = await source.query<unknown[]>('PRAGMA foreign_key_check');
  if (broken.length > 0)
    throw new DatabaseStartError(
      `The migration left ${broken.length} rows without what they refer to. Restore the backup.`,
    );
  await source.query('PRAGMA foreign_keys = ON');
}

function openingMessage(options: DataSourceOptions, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (options.type === 'better-sqlite3') {
    return `The database file ${String(options.database)} cannot be opened (${reason}). Check that DATA_DIR is a folder that you may write.`;
  }
  return `The database at DATABASE_URL does not answer (${reason}). Check that it runs and that user, password and name are right.`;
}
