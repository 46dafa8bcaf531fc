import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { SQLITE_FILE } from '../db/data-source';
import type { Settings } from '../platform/settings';

/** Releases whose demo was kept as a dump on both dialects. */
export type Release = '0.1.0';

/**
 * Fills an empty database with the demo program of a release, tables and rows as that release left them, no
 * migration of ours run. Its year ends on 2026-11-23; after it, people made by hand what a demo year has not: decisions
 * taken back, amendments of every fate, void entries, drafts with texts.
 */
export async function restoreRelease(
  { settings: { databaseUrl, dataDir } }: { readonly settings: Pick<Settings, 'databaseUrl' | 'dataDir'> },
  release: Release,
): Promise<void> {
  const dialect = databaseUrl === undefined ? 'sqlite' : 'mysql';
  const packed = readFileSync(join(__dirname, 'releases', release, `${dialect}.sql.br`));
  const sql = brotliDecompressSync(packed).toString();
  if (databaseUrl === undefined) restoreFile(join(dataDir, SQLITE_FILE), sql);
  else await fillSchema(databaseUrl, sql);
}

function restoreFile(path: string, sql: string): void {
  const file = new Sqlite(path);
  try {
    file.exec(sql);
  } finally {
    file.close();
  }
}

/** Fills an empty schema with tables and rows. @param sql statements that end with a semicolon and a line break */
export async function fillSchema(url: string, sql: string): Promise<void> {
  const connection = await createConnection(url);
  try {
    // Tables come in the order of their names, so a row may come before the one that it refers to.
    await connection.query('SET FOREIGN_KEY_CHECKS = 0, UNIQUE_CHECKS = 0, autocommit = 0');
    // The dump writes a line break inside a value as \n: a semicolon before a real one ends a statement.
    for (const statement of sql.split(';\n')) if (statement.trim() !== '') await connection.query(statement);
    await connection.query('COMMIT');
  } finally {
    await connection.end();
  }
}
