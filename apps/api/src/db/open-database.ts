import { existsSync, statSync } from 'node:fs';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Settings } from '../platform/settings';
import { assertCollation } from './collation';
import { makePrivate, takeDataFolder } from './data-folder';
import { dataSourceOptions, readOnlyOptions } from './data-source';
import { assertSound, checkDurability } from './durability';
import { beginEpochs } from './epoch';
import { migrate, pendingMigrations } from './migrate';
import { DatabaseStartError, startError } from './start-error';

/** A database that is open, sound, of the newest schema, and this process's own where only one may have it. */
export interface OpenDatabase {
  readonly source: DataSource;
  /** The migrations that opening it ran, by name. */
  readonly migrated: readonly string[];
  /** Closes it and gives the data folder back; may be called again. */
  close(): Promise<void>;
}

/**
 * Opens the database that the settings name, brings it to the newest schema and reads back the settings on which
 * durability rests. What fails leaves nothing open.
 * @throws DatabaseStartError in plain words; in production also when an acknowledged write could be lost.
 */
export async function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir' | 'production'>,
  entities: NonNullable<DataSourceOptions['entities']>,
): Promise<OpenDatabase> {
  const giveBack = settings.databaseUrl === undefined ? takeDataFolder(settings.dataDir) : () => undefined;
  const source = new DataSource(dataSourceOptions(settings, entities));
  const close = async (): Promise<void> => {
    if (source.isInitialized) await source.destroy();
    giveBack();
  };
  try {
    assertNotEmptied(source);
    return { source, migrated: await prepare(source, settings), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Opens the database for reading only, beside whoever works on it: it takes no data folder, makes no migration and writes
 * nothing.
 * @throws DatabaseStartError in plain words; also where the schema is not that of this version.
 */
export async function openToRead(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  entities: NonNullable<DataSourceOptions['entities']>,
): Promise<OpenDatabase> {
  const source = new DataSource(readOnlyOptions(settings, entities));
  const place = placeOf(source);
  // TypeORM makes the folder of a file that is not there.
  if (source.options.type === 'better-sqlite3' && !existsSync(String(source.options.database)))
    throw new DatabaseStartError(`There is no database ${place}. DATA_DIR names its folder.`);
  const close = async (): Promise<void> => {
    if (source.isInitialized) await source.destroy();
  };
  try {
    await source.initialize();
    await assertCurrent(source);
    return { source, migrated: [], close };
  } catch (error) {
    await close();
    throw startError('open', place, error);
  }
}

/**
 * An empty file is none that this product made: it is what a full disk or a copy that was cut leaves, and taking it for a
 * new database would hide that.
 */
function assertNotEmptied(source: DataSource): void {
  if (source.options.type !== 'better-sqlite3') return;
  const file = String(source.options.database);
  if (existsSync(file) && statSync(file).size === 0)
    throw new DatabaseStartError(
      `The database file ${file} is empty. Restore the newest backup; where there was none, remove the file, and a new database is made.`,
    );
}

async function assertCurrent(source: DataSource): Promise<void> {
  const [first] = await pendingMigrations(source);
  if (first === undefined) return;
  throw new DatabaseStartError(
    `The database lacks the migration ${first} of this version. Start this version once, or read it with the version that wrote it: reading changes nothing.`,
  );
}

function placeOf({ options }: DataSource): string {
  return options.type === 'better-sqlite3' ? `file ${String(options.database)}` : 'at DATABASE_URL';
}

async function prepare(
  source: DataSource,
  settings: Pick<Settings, 'production'>,
): Promise<readonly string[]> {
  const place = placeOf(source);
  try {
    await source.initialize();
    if (source.options.type === 'better-sqlite3') makePrivate(String(source.options.database));
    await assertSound(source);
    await assertCollation(source);
  } catch (error) {
    throw startError('open', place, error);
  }
  try {
    const migrated = await migrate(source);
    await beginEpochs(source, Date.now());
    await assertDurable(source, settings);
    // SQLite waits inside its call, in which nobody is answered: from now on Db asks again instead.
    if (source.options.type === 'better-sqlite3') await source.query('PRAGMA busy_timeout = 0');
    return migrated;
  } catch (error) {
    throw startError('migrate', place, error);
  }
}

async function assertDurable(source: DataSource, settings: Pick<Settings, 'production'>): Promise<void> {
  const lines = (await checkDurability(source)).map(
    ({ setting, found, wanted }) => `The database has ${setting}=${found}; it must be ${wanted}.`,
  );
  if (lines.length > 0 && settings.production) throw new DatabaseStartError(lines.join('\n'));
  for (const line of lines) process.stderr.write(`Warning: ${line} A production start refuses this.\n`);
}
