import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { restoreRelease } from '../../../apps/api/src/testing/release-dump';
import type { Place } from './server-process';

/** A place that is removed afterwards. */
export interface TemporaryPlace extends Place {
  remove(): Promise<void>;
}

/** A new database with the demo year of the kept release: in a folder of its own, or as a schema of a MySQL server. */
export async function demoPlace(mysqlServer: string | undefined): Promise<TemporaryPlace> {
  const dataDir = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const name = `countersign_bench_${randomBytes(6).toString('hex')}`;
  const databaseUrl = mysqlServer === undefined ? undefined : new URL(name, mysqlServer).href;
  const run = async (sql: string): Promise<void> => {
    if (mysqlServer === undefined) return;
    const connection = await createConnection(mysqlServer);
    await connection.query(sql);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await restoreRelease({ settings: { dataDir, databaseUrl } }, '0.1.0');
  return {
    dataDir,
    databaseUrl,
    remove: async () => {
      rmSync(dataDir, { recursive: true, force: true });
      await run(`DROP DATABASE ${name}`);
    },
  };
}
