import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { reasonOf } from './start-error';

/** A backup cannot be made or used; the message is one plain line for whoever called. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** The first line: what the file is, and of which schema. */
export interface BackupHead {
  readonly countersign: 'backup';
  /** Of this file's form; a newer one is not read. */
  readonly format: 1;
  /** ISO 8601. */
  readonly madeAt: string;
  /** Migrations that the database had run, oldest first: with them its schema can be made again anywhere. */
  readonly migrations: readonly string[];
}

/** Begins a table; its rows follow, each a list of values in the order of the columns. */
export interface BackupTable {
  readonly table: string;
  /** Names in the database; an `instant` is UTC ms in the file, whatever the database makes of it. */
  readonly columns: readonly (readonly [name: string, kind: 'plain' | 'instant'])[];
}

/** A value of a row as it is stored; an instant in ms. */
export type BackupValue = string | number | null;

/** The last line: without it the file is not whole. */
export interface BackupEnd {
  readonly end: {
    /** How many rows each table has in the file. */
    readonly rows: Readonly<Record<string, number>>;
    /** Keys of rows that were left out on purpose, by table. */
    readonly leftOut: Readonly<Record<string, readonly string[]>>;
  };
}

/** One line of a backup: gzipped text of lines of JSON, the same whatever database it came from. */
export type BackupLine = BackupHead | BackupTable | readonly BackupValue[] | BackupEnd;

/** Tells a row from the other lines. */
export function isRow(line: BackupLine): line is readonly BackupValue[] {
  return Array.isArray(line);
}

/**
 * Writes a backup that only its owner may read, and has it on the disk before it is done.
 * @throws Error where the file is there already, or cannot be written
 */
export async function writeBackup(file: string, lines: AsyncIterable<BackupLine>): Promise<void> {
  async function* text(): AsyncGenerator<string> {
    for await (const line of lines) yield `${JSON.stringify(line)}\n`;
  }
  await pipeline(
    Readable.from(text()),
    createGzip(),
    createWriteStream(file, { mode: 0o600, flags: 'wx', flush: true }),
  );
}

/**
 * Reads a backup line by line.
 * @throws BackupError where it is none, is of a newer form, or is cut
 */
export async function* readBackup(file: string): AsyncGenerator<BackupLine> {
  const unpacked = createGunzip();
  const piped = pipeline(createReadStream(file), unpacked);
  // Whoever reads the lines meets its failure there.
  piped.catch(() => undefined);
  let count = 0;
  let isWhole = false;
  try {
    for await (const text of createInterface({ input: unpacked, crlfDelay: Infinity })) {
      const line = JSON.parse(text) as BackupLine;
      count += 1;
      if (count === 1) assertHead(line, file);
      isWhole = typeof line === 'object' && 'end' in line;
      yield line;
    }
    await piped;
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`${file} cannot be read as a backup (${reasonOf(error)}).`);
  } finally {
    unpacked.destroy();
  }
  if (!isWhole) throw new BackupError(`${file} is cut: its end is missing. Take another backup.`);
}

function assertHead(line: BackupLine, file: string): asserts line is BackupHead {
  const head = line as Partial<BackupHead> | null;
  if (head?.countersign !== 'backup')
    throw new BackupError(`${file} is no backup of Countersign: \`backup\` makes one.`);
  if (head.format !== 1)
    throw new BackupError(`${file} was made by a newer version of Countersign; restore it with that one.`);
}
