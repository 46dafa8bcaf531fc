import type { DataSource } from 'typeorm';
import { DatabaseStartError } from './start-error';

/** The collation in which two texts are equal only when they are the same: as SQLite compares. */
export const COLLATION = 'utf8mb4_bin';

/**
 * Holds the database and each table and column of it against the one collation, before the first table is made and at each
 * start: in another one `id` and `id ` may be one key, or `A` and `a`.
 * @throws DatabaseStartError with the statement that mends it
 */
export async function assertCollation(source: DataSource): Promise<void> {
  if (source.options.type === 'better-sqlite3') return;
  const [database] = await source.query<{ name: string; found: string }[]>(
    'SELECT DATABASE() AS name, @@collation_database AS found',
  );
  if (database && database.found !== COLLATION)
    throw wrong(`database ${database.name}`, database.found, `ALTER DATABASE \`${database.name}\``);
  const [table] = await source.query<{ name: string; found: string }[]>(
    `SELECT TABLE_NAME AS name, TABLE_COLLATION AS found FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' AND TABLE_COLLATION <> '${COLLATION}'
     UNION SELECT TABLE_NAME AS name, COLLATION_NAME AS found FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND COLLATION_NAME IS NOT NULL AND COLLATION_NAME <> '${COLLATION}'
     ORDER BY name LIMIT 1`,
  );
  if (table) throw wrong(`table ${table.name}`, table.found, `ALTER TABLE \`${table.name}\` CONVERT TO`);
}

function wrong(what: string, found: string, statement: string): DatabaseStartError {
  return new DatabaseStartError(
    `The ${what} has the collation ${found}; it must be ${COLLATION}, so that keys are compared exactly. Run: ${statement} CHARACTER SET utf8mb4 COLLATE ${COLLATION}`,
  );
}
