import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestServer } from './test-server';

const SCRIPT = join(__dirname, '../../../../tools/recompute.mjs');

/** What the script prints that makes the numbers of a demo again, without the product's code, from a SQLite file. */
export async function recomputed({ origin, database }: TestServer): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, origin, database.settings.dataDir]);
  return stdout;
}
