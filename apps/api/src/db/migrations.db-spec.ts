import { DataSource, type DataSourceOptions } from 'typeorm';
import { rows } from '../rows';
import { driftOf } from '../testing/schema-drift';
import { createTestDatabase, dialect, type TestDatabase } from '../testing/test-database';
import { dataSourceOptions } from './data-source';
import { checkDurability } from './durability';
import { migrate, pendingMigrations } from './migrate';

describe('The schema', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    source = await new DataSource(dataSourceOptions(database.settings, rows)).initialize();
    await migrate(source);
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('comes up on an empty database exactly as the rows describe it', async () => {
    expect(await driftOf(source)).toEqual([]);
  });

  it('goes all the way down and up again without drift', async () => {
    if (dialect === 'sqlite') await source.query('PRAGMA foreign_keys = OFF');
    for (const _ of source.migrations) await source.undoLastMigration();
    expect((await driftOf(source)).length).toBeGreaterThan(0);
    await source.runMigrations();
    expect(await driftOf(source)).toEqual([]);
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

  it('tells which migrations the database has not seen, and does not mind those of a newer version', async () => {
    expect(await pendingMigrations(source)).toEqual([]);
    const newest = source.migrations.at(-1)?.name ?? '';
    await source.query(`UPDATE migrations SET name = 'OfALaterVersion' WHERE name = '${newest}'`);
    expect(await pendingMigrations(source)).toEqual([newest]);
    await source.query(`UPDATE migrations SET name = '${newest}' WHERE name = 'OfALaterVersion'`);
  });

  if (dialect === 'sqlite') {
    it('is found wanting when a commit could be lost', async () => {
      await source.query('PRAGMA synchronous = NORMAL');
      expect(await checkDurability(source)).toEqual([{ setting: 'synchronous', found: '1', wanted: '2' }]);
      await source.query('PRAGMA synchronous = FULL');
    });
  }

  if (dialect === 'mysql') {
    it('is found wanting when the level, the zone or the mode is not ours', async () => {
      const plain = await new DataSource({
        ...source.options,
        driver: undefined,
        poolSize: 1,
      } as DataSourceOptions).initialize();
      await plain.query("SET SESSION sql_mode = '', SESSION time_zone = '+02:00'");
      await plain.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      const found = (await checkDurability(plain)).map((finding) => `${finding.setting}=${finding.found}`);
      await plain.destroy();
      expect(found.map((line) => line.replace('transaction_', 'tx_')).sort()).toEqual([
        'sql_mode=',
        'time_zone=+02:00',
        'tx_isolation=REPEATABLE-READ',
      ]);
    });

    it('gives long texts the room they need in a database that an older version made', async () => {
      const typeOf = async () => {
        const rows = await source.query<{ type: string; nullable: string }[]>(
          'SELECT DATA_TYPE AS type, IS_NULLABLE AS nullable FROM information_schema.COLUMNS ' +
            "WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'event' AND COLUMN_NAME = 'body'",
        );
        return rows[0];
      };
      await source.query('ALTER TABLE event MODIFY body TEXT NULL');
      await source.query("DELETE FROM migrations WHERE name LIKE 'WidenLongTexts%'");
      expect(await typeOf()).toEqual({ type: 'text', nullable: 'YES' });
      await source.runMigrations();
      expect(await typeOf()).toEqual({ type: 'mediumtext', nullable: 'YES' });
      expect(await driftOf(source)).toEqual([]);
    });
  }
});
