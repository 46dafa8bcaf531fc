import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { Settings } from '../platform/settings';

/** Which database this run of the suite is on. */
export const dialect: 'sqlite' | 'mysql' = process.env['TEST_DATABASE'] === 'mysql' ? 'mysql' : 'sqlite';

/** An empty database of its own for one spec file. */
export interface TestDatabase {
  readonly settings: Settings;
  drop(): Promise<void>;
}

/** The environment in which a program of ours finds a database. */
export function environmentOf({
  settings: { dataDir, databaseUrl },
}: Pick<TestDatabase, 'settings'>): Record<string, string> {
  return { DATA_DIR: dataDir, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) };
}

/**
 * Makes an empty database: a file in a temporary folder, on the disk that TEST_DISK names where it does, or a schema on the
 * throwaway server of the run.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(process.env['TEST_DISK'] ?? tmpdir(), 'countersign-'));
  const settings: Settings = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    keysDir: join(dataDir, 'keys'),
    checkpointsDir: join(dataDir, 'checkpoints'),
    databaseUrl: undefined,
    webRoot: undefined,
    publicUrl: 'http://localhost:3000',
    publicOrigin: undefined,
    demo: 'off',
    trustedProxies: [],
    smtpUrl: undefined,
    mailFrom: 'Countersign <log@countersign.example>',
    metricsToken: undefined,
    logLevel: 'silent',
    production: false,
    checkReplies: true,
  };
  const removeFolder = (): void => rmSync(dataDir, { recursive: true, force: true });
  if (dialect === 'sqlite') return { settings, drop: () => Promise.resolve(removeFolder()) };
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined)
    throw new Error('TEST_DATABASE=mysql needs TEST_DATABASE_URL, such as mysql://root@127.0.0.1:3307/');
  const name = `countersign_${randomBytes(6).toString('hex')}`;
  const run = async (sql: string): Promise<void> => {
    const connection = await createConnection(server);
    await connection.query(sql);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return {
    settings: { ...settings, databaseUrl: new URL(name, server).href },
    drop: async () => {
      removeFolder();
      await run(`DROP DATABASE ${name}`);
    },
  };
}
