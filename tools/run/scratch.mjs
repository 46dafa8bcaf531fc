import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
const GB = 1024 ** 3;
/** What the databases of a whole run may take at once, several times over. */
const ROOM = 3 * GB;

/**
 * A folder for what a test run throws away, removed when it ends: in memory where there is room for it. The databases of
 * tests wait for the disk at every commit, which is nearly half of what they take, and nobody keeps what they write.
 * @param {{ memory?: string, free?: number }} [machine] where files are kept in memory, and how much of it is free, bytes
 * @returns {string}
 */
export function scratchFolder({ memory = MEMORY, free = process.availableMemory() } = {}) {
  const parent = hasRoom(memory, free) ? memory : tmpdir();
  const folder = mkdtempSync(join(parent, 'countersign-run-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** @param {string} memory @param {number} free */
function hasRoom(memory, free) {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= ROOM && free >= 2 * ROOM;
  } catch {
    return false;
  }
}
