import { isRow, type BackupEnd, type BackupHead, type BackupLine, type BackupTable } from '../db/backup-file';
import { openDatabase } from '../db/open-database';
import { rows } from '../rows';
import { folder } from './said';

/**
 * What a backup would have been before a migration, given by the beginning of its name: without the tables and columns
 * that came with it or later. Where a migration changed rows as well, they stay as they are now.
 */
export async function backupBefore(migration: string, lines: readonly BackupLine[]): Promise<BackupLine[]> {
  const schema = await schemaBefore(migration);
  const end = structuredClone(lines.at(-1)) as BackupEnd;
  let kept: readonly number[] | null = null;
  const older = lines.slice(1, -1).flatMap((line): BackupLine[] => {
    if (isRow(line)) return kept === null ? [] : [kept.map((place) => line[place] ?? null)];
    const { table, columns } = line as BackupTable;
    const known = schema.columns.get(table);
    const places = columns.flatMap(([name], place) => (known?.has(name) ? [place] : []));
    kept = known ? places : null;
    if (!known) delete (end.end.rows as Record<string, number>)[table];
    return known ? [{ table, columns: columns.filter((_, place) => places.includes(place)) }] : [];
  });
  const head = { ...(lines[0] as BackupHead), migrations: schema.migrations };
  return [head, ...older, end];
}

/** The columns of every table, and the migrations that made them. */
async function schemaBefore(migration: string) {
  const { source, close } = await openDatabase(
    { dataDir: folder(), databaseUrl: undefined, production: false },
    rows,
  );
  const done = async () =>
    (await source.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY timestamp')).map(
      ({ name }) => name,
    );
  await source.query('PRAGMA foreign_keys = OFF');
  while ((await done()).some((name) => name.startsWith(migration))) await source.undoLastMigration();
  const tables = await source.query<{ name: string }[]>(
    "SELECT name FROM sqlite_master WHERE type = 'table'",
  );
  const columns = new Map<string, ReadonlySet<string>>();
  for (const { name } of tables) {
    const found = await source.query<{ name: string }[]>(`PRAGMA table_info(${name})`);
    columns.set(name, new Set(found.map((column) => column.name)));
  }
  const migrations = await done();
  await close();
  return { columns, migrations };
}
