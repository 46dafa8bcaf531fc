import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Mounts a disk of so many megabytes, in memory, where we may.
 * @param {number} megabytes @returns {{ folder: string, remove: () => void } | undefined}
 */
export function smallDisk(megabytes) {
  if (process.getuid?.() !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'countersign-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder];
  const isThere = spawnSync('mount', options, { stdio: 'ignore' }).status === 0;
  const remove = () => {
    if (isThere) spawnSync('umount', [folder], { stdio: 'ignore' });
    rmSync(folder, { recursive: true, force: true });
  };
  if (isThere) return { folder, remove };
  remove();
  return undefined;
}
