import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { makePrivateFolder } from '../private-folder';
import { codeOf, DatabaseStartError, reasonOf } from './start-error';

/** File whose lock says that a process works in the folder. It stays empty. */
const LOCK_FILE = 'countersign.lock';

/**
 * Makes the data folder and takes it for this process. SQLite queues its writers inside one process only, so a second
 * one must not come near. The lock is the operating system's, held through an empty SQLite file: it ends with the
 * process however that ends, so that nothing is stale after a `kill -9`.
 * @returns gives the folder back.
 * @throws DatabaseStartError when the folder cannot be used or somebody else works in it.
 */
export function takeDataFolder(folder: string): () => void {
  try {
    // What is in it is nobody else's on this machine.
    makePrivateFolder(folder);
    return lock(folder);
  } catch (error) {
    if (error instanceof DatabaseStartError) throw error;
    throw new DatabaseStartError(
      `The data folder ${folder} cannot be used (${reasonOf(error)}). Set DATA_DIR to a folder that you may write.`,
    );
  }
}

/** Closes a database's files to other accounts of the machine; what SQLite adds beside them later takes after the first. */
export function makePrivate(file: string): void {
  for (const one of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(one)) chmodSync(one, 0o600);
}

function lock(folder: string): () => void {
  const held = new Sqlite(join(folder, LOCK_FILE), { timeout: 0 });
  makePrivate(join(folder, LOCK_FILE));
  try {
    held.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    held.close();
    if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error;
    throw new DatabaseStartError(
      `The data folder ${folder} is in use by another Countersign. Stop that one, or set DATA_DIR to another folder.`,
    );
  }
  return () => void held.close();
}
