import type { DataSource } from 'typeorm';

/**
 * Has MySQL or MariaDB count anew how the values of every index lie. It does so by itself while rows come one by one; after
 * a table was filled at once it may go by what it knew when the table was empty, and read a whole program for each of its
 * entries (a page of 3,000 entries: 3 s instead of 0.1 s). SQLite goes by the schema alone.
 */
export async function gatherStatistics(source: DataSource): Promise<void> {
  if (source.options.type !== 'mysql') return;
  const tables = await source.query<Readonly<Record<string, string>>[]>('SHOW TABLES');
  for (const table of tables.flatMap(Object.values)) {
    await source.query(`ANALYZE TABLE ${source.driver.escape(table)}`);
  }
}
