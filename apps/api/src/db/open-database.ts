import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Settings } from '../platform/settings';
import { takeDataFolder } from './data-folder';
import { dataSourceOptions } from './data-source';
import { assertSound, checkDurability } from './durability';
import { beginEpochs } from './epoch';
import { migrate } from './migrate';
import { DatabaseStartError, startError } from './start-error';

/** A database that is open, sound, of the newest schema, and this process's own where only one may have it. */
export interface OpenDatabase {
  readonly source: DataSource;
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
    await prepare(source, settings);
    return { source, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function prepare(source: DataSource, settings: Pick<Settings, 'production'>): Promise<void> {
  const place =
    source.options.type === 'better-sqlite3' ? `file ${String(source.options.database)}` : 'at DATABASE_URL';
  try {
    await source.initialize();
    await assertSound(source);
  } catch (error) {
    throw startError('open', place, error);
  }
  try {
    await migrate(source);
    await beginEpochs(source, Date.now());
    await assertDurable(source, settings);
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
