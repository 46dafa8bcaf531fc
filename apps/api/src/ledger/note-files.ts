import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckpointRow } from '../db/checkpoint.row';
import { makePrivateFolder } from '../private-folder';

/** Digits of a size in the name of a file, so that names sort as sizes do. */
const DIGITS = 10;

/** Name of the file of a note: the log and its size. */
export function noteName({ logId, size }: Pick<CheckpointRow, 'logId' | 'size'>): string {
  return `${logId}.${String(size).padStart(DIGITS, '0')}.note`;
}

/** Writes the note of a checkpoint into the folder, unless it is there; whole or not at all. */
export function writeNote(folder: string, checkpoint: CheckpointRow): void {
  const file = join(folder, noteName(checkpoint));
  if (checkpoint.note === null || existsSync(file)) return;
  makePrivateFolder(folder);
  writeFileSync(`${file}.new`, checkpoint.note, { flush: true, mode: 0o600 });
  renameSync(`${file}.new`, file);
}
