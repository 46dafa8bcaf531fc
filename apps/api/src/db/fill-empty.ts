import { DataSource } from 'typeorm';
import type { Settings } from '../platform/settings';
import { BackupError, readBackup, type BackupEnd } from './backup-file';
import { assertCollation } from './collation';
import { copyIn } from './copy-in';
import { dataSourceOptions } from './data-source';
import { gatherStatistics } from './gather-statistics';
import { migrate } from './migrate';
import { DatabaseStartError, startError } from './start-error';

/** What was filled in: rows by table, counted in the database, and the keys of what the backup left out. */
export interface Filled {
  readonly counts: Readonly<Record<string, number>>;
  readonly leftOut: BackupEnd['end']['leftOut'];
}

/**
 * Makes the schema that a backup was made of in an empty database, and fills it: rows come with the columns that they had.
 * The migrations that came later are for whoever opens it next.
 * @throws BackupError where the database is not empty, or the backup cannot be used
 */
export async function fillEmpty(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  file: string,
): Promise<Filled> {
  const lines = readBackup(file);
  let source: DataSource | undefined;
  try {
    const first = await lines.next();
    source = sourceFor(settings, !first.done && 'migrations' in first.value ? first.value.migrations : []);
    await source.initialize();
    await assertEmpty(source);
    await assertCollation(source);
    await migrate(source);
    const { rows, leftOut } = await copyIn(source, lines);
    await gatherStatistics(source);
    return { counts: await counted(source, rows), leftOut };
  } catch (error) {
    if (error instanceof BackupError || error instanceof DatabaseStartError) throw error;
    const place = settings.databaseUrl === undefined ? `in ${settings.dataDir}` : 'at DATABASE_URL';
    throw startError('migrate', place, error);
  } finally {
    await lines.return(undefined);
    if (source?.isInitialized) await source.destroy();
  }
}

/** The database with those migrations alone. */
function sourceFor(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  names: readonly string[],
): DataSource {
  const options = dataSourceOptions(settings, []);
  const known = options.migrations as readonly { readonly name: string }[];
  const unknown = names.find((name) => !known.some((migration) => migration.name === name));
  if (unknown !== undefined)
    throw new BackupError(
      `The backup has the migration ${unknown}: restore it with the version that made it.`,
    );
  const migrations = known.filter(({ name }) => names.includes(name));
  return new DataSource({ ...options, migrations } as typeof options);
}

async function assertEmpty(source: DataSource): Promise<void> {
  if (source.options.type !== 'mysql') return;
  const tables = await source.query<unknown[]>('SHOW TABLES');
  if (tables.length > 0)
    throw new BackupError(
      'The database at DATABASE_URL is not empty: a restore overwrites nothing. Create an empty one, or drop this and create it anew.',
    );
}

/** Counts every table of a backup, and holds that against what the backup says. */
async function counted(
  source: DataSource,
  told: Readonly<Record<string, number>>,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const [table, count] of Object.entries(told)) {
    const [row] = await source.query<{ n: number | string }[]>(
      `SELECT COUNT(*) AS n FROM ${source.driver.escape(table)}`,
    );
    counts[table] = Number(row?.n);
    if (counts[table] !== count)
      throw new BackupError(`Of ${table} ${count} rows were filled in, and ${counts[table]} are there.`);
  }
  return counts;
}
