import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Call } from './commands';
import { BackupError } from './db/backup-file';
import { nameless } from './db/context';
import { takeDataFolder } from './db/data-folder';
import { SQLITE_FILE } from './db/data-source';
import { Db } from './db/db';
import { SYSTEM } from './db/event-log';
import { fillEmpty } from './db/fill-empty';
import { leftOutOfLogs } from './db/logged';
import { openDatabase } from './db/open-database';
import { linesOf } from './ledger/verification-lines';
import { Clock, Ids } from './platform/clock';
import type { Settings } from './platform/settings';
import { rows } from './rows';
import { SessionRow } from './sessions/session.row';
import { verifyAll } from './verify';

/** A backup that was filled into an empty database. */
export interface Restored {
  /** How many rows each table had when all were filled in, counted in the database. */
  readonly counts: Readonly<Record<string, number>>;
  /** How many sessions were alive when the backup was made; they are not any more. */
  readonly endedSessions: number;
  /** The code of its verification, and all that this said. */
  readonly code: number;
  readonly said: readonly string[];
}

/**
 * The command: a backup in an empty place, with the schema of this version. SQLite gets its file whole or not at all.
 * @returns 0; else what verification found
 */
export async function restore({
  settings,
  args: [name = ''],
  print,
}: Pick<Call, 'settings' | 'args' | 'print'>): Promise<number> {
  const file = resolve(name);
  if (!existsSync(file)) throw new BackupError(`There is no file ${file}.`);
  const { counts, endedSessions, code, said } =
    settings.databaseUrl === undefined
      ? await restoreFile(settings, file)
      : await restoreInto(settings, file);
  print(`Restored ${inAll(counts)}; every table was counted. ${endedSessions} sessions were ended.`);
  if (code === 0) print('Every log verifies. Put the folder of the keys back before you start the server.');
  else for (const line of said) print(line);
  return code;
}

/** How much there is, in words. */
export function inAll(counts: Readonly<Record<string, number>>): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${total.toLocaleString('en-US')} rows of ${Object.keys(counts).length} tables`;
}

async function restoreFile(settings: Settings, file: string): Promise<Restored> {
  const giveBack = takeDataFolder(settings.dataDir);
  try {
    const target = join(settings.dataDir, SQLITE_FILE);
    if (existsSync(target))
      throw new BackupError(`${target} is there already: a restore overwrites nothing. Move it away first.`);
    const dataDir = mkdtempSync(join(settings.dataDir, 'restoring-'));
    try {
      const restored = await restoreInto({ ...settings, dataDir }, file);
      renameSync(join(dataDir, SQLITE_FILE), target);
      return restored;
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  } finally {
    giveBack();
  }
}

/** Fills an empty database with a backup, brings it to the schema of this version, ends its sessions, verifies it. */
export async function restoreInto(settings: Settings, file: string): Promise<Restored> {
  const { counts, leftOut } = await fillEmpty(settings, file);
  const database = await openDatabase(settings, rows);
  try {
    const ids = leftOut['session'] ?? [];
    const db = new Db(database.source, new Clock(), new Ids());
    await db.write(nameless(SYSTEM), (tx) => {
      for (const id of ids) {
        tx.noteGone(SessionRow, { id });
        tx.record('session.closed', { id, by: SYSTEM }, { reason: 'restored' });
      }
      return Promise.resolve();
    });
    const found = await verifyAll(database.source);
    const said = linesOf(found, leftOutOfLogs(database.source.entityMetadatas));
    return { counts, endedSessions: ids.length, code: found.code, said };
  } finally {
    await database.close();
  }
}
