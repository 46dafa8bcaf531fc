import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { dialect } from './test-database';
import type { TestServer } from './test-server';

/**
 * Where words stand in the database: on SQLite the files of its folder and a fresh backup, byte for byte, free pages and
 * write-ahead log included; on MySQL and MariaDB every column of every table.
 */
export async function placesOf(server: TestServer, words: string): Promise<string[]> {
  const source = server.app.get(DataSource);
  return dialect === 'sqlite' ? inFiles(server, source, words) : inColumns(source, words);
}

async function inFiles(server: TestServer, source: DataSource, words: string): Promise<string[]> {
  const { dataDir } = server.database.settings;
  const backup = `backup-${Math.random().toString(36).slice(2)}.sqlite`;
  await source.query(`VACUUM INTO '${join(dataDir, backup)}'`);
  if (!existsSync(join(dataDir, backup))) throw new Error('the backup was not made');
  const bytes = Buffer.from(words);
  return readdirSync(dataDir, { withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [entry.name] : []))
    .filter((name) => name === backup || !name.startsWith('backup'))
    .filter((name) => readFileSync(join(dataDir, name)).includes(bytes))
    .map((name) => (name === backup ? 'backup' : name));
}

async function inColumns(source: DataSource, words: string): Promise<string[]> {
  const found: string[] = [];
  const columns = await source.query<{ place: string; name: string }[]>(
    'SELECT TABLE_NAME AS place, COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()',
  );
  for (const { place, name } of columns) {
    const [row] = await source.query<{ hits: number | string }[]>(
      `SELECT COUNT(*) AS hits FROM \`${place}\` WHERE INSTR(CAST(\`${name}\` AS CHAR), ?) > 0`,
      [words],
    );
    if (Number(row?.hits) > 0) found.push(`${place}.${name}`);
  }
  return found;
}
