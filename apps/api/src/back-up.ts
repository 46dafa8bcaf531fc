import { existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Call } from './commands';
import { BackupError, writeBackup } from './db/backup-file';
import { copyOut } from './db/copy-out';
import { openToRead } from './db/open-database';
import { reasonOf } from './db/start-error';
import { inTransaction } from './db/transaction';
import type { Settings } from './platform/settings';
import { inAll, restoreInto, type Restored } from './restore';
import { rows } from './rows';

/** Nobody is signed in on what is restored: who had a session may have signed out since. */
const LEFT_OUT = ['session'];

/**
 * The command: one state of the database in a file, beside whoever works on it, without live sessions. The file takes its
 * name only once it was restored into a place of its own, every table was counted and every log verified there.
 * @returns 0; else what verification found, which is then in the database too
 * @throws BackupError where nothing is left that could be taken for a backup
 */
export async function backUp({
  settings,
  args: [name = ''],
  print,
}: Pick<Call, 'settings' | 'args' | 'print'>): Promise<number> {
  const file = resolve(name);
  if (existsSync(file)) throw new BackupError(`${file} is there already: a backup overwrites nothing.`);
  const part = `${file}.part`;
  try {
    await copyTo(part, settings);
    const { counts, code, said } = await tried(part, settings);
    renameSync(part, file);
    const kB = Math.ceil(statSync(file).size / 1024).toLocaleString('en-US');
    print(`Backed up ${inAll(counts)} into ${file} (${kB} kB).`);
    print('It was restored into a place of its own, and every table counted there.');
    if (code === 0) print('Every log in it verifies. The keys are not in it: back up KEYS_DIR apart.');
    else for (const line of said) print(line);
    return code;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

async function copyTo(part: string, settings: Settings): Promise<void> {
  const database = await openToRead(settings, rows);
  try {
    await inTransaction(database.source, 'read', (manager) =>
      writeBackup(part, copyOut(manager, { madeAt: new Date().toISOString(), leaveOut: LEFT_OUT })),
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    throw new BackupError(`The backup cannot be written (${reasonOf(error)}).`);
  } finally {
    await database.close();
  }
}

/** Restores a backup into a folder beside it, where it is counted and verified, and removes the folder. */
async function tried(part: string, settings: Settings): Promise<Restored> {
  const dataDir = mkdtempSync(`${part}-`);
  try {
    return await restoreInto({ ...settings, databaseUrl: undefined, dataDir }, part);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
