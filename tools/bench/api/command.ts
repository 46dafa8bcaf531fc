import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { HOW_TO_GET_MARIADB, obtainMariadb, startMariadb } from '../../run/mariadb.mjs';
import { benchApi } from './api-bench';
import { BEFORE } from './subjects';

/** What the command line says. */
export interface ApiBenchWords {
  readonly before?: string;
  readonly on: string;
  readonly mysql?: string;
  readonly seconds: number;
  readonly rounds: number;
}

/** Builds what is to be measured and prints one table for each database. */
export async function runApiBenchmarks(words: ApiBenchWords): Promise<void> {
  const { before, on, seconds, rounds } = words;
  const checkouts = new Map([
    ...(before === undefined ? [] : [[BEFORE, resolve(before)] as const]),
    ['now', resolve(__dirname, '..', '..', '..')] as const,
  ]);
  for (const checkout of checkouts.values()) build(checkout);
  if (on !== 'sqlite') {
    const server = await mysqlServer(words.mysql);
    try {
      const table = await benchApi({ checkouts, mysqlServer: server.url, seconds, rounds });
      console.log(`\nMySQL or MariaDB\n\n${table}`);
    } finally {
      await server.stop();
    }
  }
  if (on !== 'mysql') {
    const table = await benchApi({ checkouts, mysqlServer: undefined, seconds, rounds });
    console.log(`\nSQLite\n\n${table}`);
  }
}

async function mysqlServer(given: string | undefined): Promise<{ url: string; stop: () => Promise<void> }> {
  if (given !== undefined) return { url: given, stop: () => Promise.resolve() };
  const found = await obtainMariadb();
  if (!found) throw new Error(`There is no MariaDB here. To get it, ${HOW_TO_GET_MARIADB}`);
  return startMariadb(found);
}

/** A figure of an old build would be a lie, so a checkout is always built; what has not changed comes from the cache. */
function build(checkout: string): void {
  const { status } = spawnSync('npx', ['nx', 'run', 'api:build', '--output-style=static'], {
    cwd: checkout,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${checkout} could not be built`);
}
