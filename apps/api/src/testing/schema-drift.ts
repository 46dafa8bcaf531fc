import { DataSource, type DataSourceOptions } from 'typeorm';
import { typeOn } from '../db/columns';
import { dialect } from './test-database';

/** What TypeORM would change to make the database fit the rows; nothing, if the migrations are right. */
export async function driftOf(source: DataSource): Promise<string[]> {
  const reader = await new DataSource(await readerOptions(source)).initialize();
  // The rows serve both dialects; the schema has the types of this one.
  for (const { columns } of reader.entityMetadatas)
    for (const one of columns) one.type = typeOn(reader.options.type, one.type);
  const { upQueries } = await reader.driver.createSchemaBuilder().log();
  await reader.destroy();
  return upQueries.map(({ query }) => query);
}

/** TypeORM reads the defaults of nullable columns from MariaDB rightly only when it is told the name. */
async function readerOptions(source: DataSource): Promise<DataSourceOptions> {
  if (source.options.type !== 'mysql') return source.options;
  const [row] = await source.query<{ version: string }[]>('SELECT VERSION() AS version');
  return row?.version.includes('MariaDB') ? { ...source.options, type: 'mariadb' } : source.options;
}

/** Foreign keys with rows that refer to nothing. A restore runs without checks, so nobody else has looked. */
export async function orphansOf(source: DataSource): Promise<unknown[]> {
  if (dialect === 'sqlite') return source.query('PRAGMA foreign_key_check');
  const broken: string[] = [];
  for (const { tableName, foreignKeys } of source.entityMetadatas)
    for (const { name, columnNames, referencedEntityMetadata, referencedColumnNames } of foreignKeys) {
      const same = columnNames.map((own, place) => `own.${own} = other.${referencedColumnNames[place]}`);
      const named = columnNames.map((own) => `own.${own} IS NOT NULL`);
      const [row] = await source.query<unknown[]>(
        `SELECT 1 FROM ${tableName} own WHERE ${named.join(' AND ')} AND NOT EXISTS ` +
          `(SELECT 1 FROM ${referencedEntityMetadata.tableName} other WHERE ${same.join(' AND ')}) LIMIT 1`,
      );
      if (row !== undefined) broken.push(name);
    }
  return broken;
}
