/** The start cannot go on with this database; the message is one plain line that tells a person what to do. */
export class DatabaseStartError extends Error {
  override readonly name = 'DatabaseStartError';
}

/** What was being done when the database refused. */
export type StartStep = 'open' | 'migrate';

/** What the person who starts the server can do about it, by the driver's code; the first that fits. */
const remedies: readonly (readonly [code: RegExp, remedy: string])[] = [
  [/^SQLITE_BUSY/, 'Another program holds the file; close it.'],
  [/^SQLITE_(NOTADB|CORRUPT)/, 'The file is damaged; restore the newest backup.'],
  [/^SQLITE_READONLY/, 'The file may not be written; give the right to write it.'],
  [/^SQLITE_FULL|^ER_DISK_FULL/, 'The disk is full; make room.'],
  [/^SQLITE_/, 'Check that DATA_DIR is a folder that you may write.'],
  [
    /^ER_(TABLE|DB|COLUMN)ACCESS_DENIED|^ER_SPECIFIC_ACCESS/,
    'Give the user of DATABASE_URL the right to create and alter tables and to read and write all of them.',
  ],
  [/^ER_|^E[A-Z]+$|^PROTOCOL_/, 'Check that it runs and that user, password and name are right.'],
];

/** Says what the database refused, in one line without a stack. */
export function startError(step: StartStep, place: string, error: unknown): DatabaseStartError {
  if (error instanceof DatabaseStartError) return error;
  const remedy =
    remedies.find(([pattern]) => pattern.test(codeOf(error)))?.[1] ?? 'Mend that, then start again.';
  const what = step === 'open' ? 'cannot be opened' : 'cannot be brought to the schema of this version';
  return new DatabaseStartError(`The database ${place} ${what} (${reasonOf(error)}). ${remedy}`);
}

/** What an error says, in one line. Drivers' errors are told by their fields, whatever they are made of. */
export function reasonOf(error: unknown): string {
  const { message } = (error ?? {}) as { message?: unknown };
  const text = typeof message === 'string' && message !== '' ? message : codeOf(error) || String(error);
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The code that a driver gave its error, or nothing. */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
