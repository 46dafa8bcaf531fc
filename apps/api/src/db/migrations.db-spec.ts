import { DataSource, type DataSourceOptions } from 'typeorm';
import { rows } from '../rows';
import { createTestDatabase, dialect, type TestDatabase } from '../testing/test-database';
import { dataSourceOptions } from './data-source';
import { checkDurability } from './durability';
import { migrate } from './migrate';

describe('The schema', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    const options = dataSourceOptions(database.settings, rows);
    await migrate(options, database.settings);
    source = await new DataSource(options).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  /** What TypeORM would change to make the database fit the rows; nothing, if the migrations are right. */
  const drift = async (): Promise<string[]> => {
    const reader = await new DataSource(await readerOptions(source)).initialize();
    const { upQueries } = await reader.driver.createSchemaBuilder().log();
    await reader.destroy();
    return upQueries.map(({ query }) => query);
  };

  it('comes up on an empty database exactly as the rows describe it', async () => {
    expect(await drift()).toEqual([]);
  });

  it('goes all the way down and up again without drift', async () => {
    if (dialect === 'sqlite') await source.query('PRAGMA foreign_keys = OFF');
    for (const _ of source.migrations) await source.undoLastMigration();
    expect((await drift()).length).toBeGreaterThan(0);
    await source.runMigrations();
    expect(await drift()).toEqual([]);
  });

  it('names every key, index and constraint', async () => {
    const names = source.entityMetadatas.flatMap((meta) => [
      ...meta.indices.map((index) => index.givenName),
      ...meta.uniques.map((unique) => unique.givenName),
      ...meta.foreignKeys.map((key) => key.givenName),
      ...meta.primaryColumns.map((column) => column.primaryKeyConstraintName),
    ]);
    expect(names.filter((name) => typeof name !== 'string')).toEqual([]);
  });

  it('runs on settings that keep an acknowledged write', async () => {
    if (dialect === 'sqlite') await source.query('PRAGMA foreign_keys = ON');
    expect(await checkDurability(source)).toEqual([]);
  });

  if (dialect === 'sqlite') {
    it('is refused in production when a commit could be lost', async () => {
      await source.query('PRAGMA synchronous = NORMAL');
      expect(await checkDurability(source)).toEqual([{ setting: 'synchronous', found: '1', wanted: '2' }]);
      await source.query('PRAGMA synchronous = FULL');
    });
  }
});

/** TypeORM reads the defaults of nullable columns from MariaDB rightly only when it is told the name. */
async function readerOptions(source: DataSource): Promise<DataSourceOptions> {
  if (source.options.type !== 'mysql') return source.options;
  const [row] = await source.query<{ version: string }[]>('SELECT VERSION() AS version');
  return row?.version.includes('MariaDB') ? { ...source.options, type: 'mariadb' } : source.options;
}
