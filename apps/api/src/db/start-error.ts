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
  [/^SQLITE_FULL|^ER_DISK_FULL|^ER_RECORD_FILE_FULL|^ENOSPC/, 'The disk is full; make room.'],
  [/^SQLITE_/, 'Check that DATA_DIR is a folder that you may write.'],
  [
    /^ER_(TABLE|DB|COLUMN)ACCESS_DENIED|^ER_SPECIFIC_ACCESS/,
    'Give the user of DATABASE_URL the right to create and alter tables and to read and write all of them.',
  ],
  [/^ER_ACCESS_DENIED|^ER_NOT_SUPPORTED_AUTH/, 'Check user and password in DATABASE_URL.'],
  [
    /^ER_BAD_DB/,
    'Create the database, with CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, or mend its name in DATABASE_URL.',
  ],
  [
    /^ER_OPTION_PREVENTS|^ER_CANT_EXECUTE_IN_READ_ONLY/,
    'The database takes no writes (read_only); name the one that does in DATABASE_URL.',
  ],
  [/^ER_LOCK_WAIT|^ER_LOCK_DEADLOCK/, 'Another program holds a table of it; end that, then start again.'],
  [
    /^ER_TABLE_EXISTS|^ER_DUP_(FIELDNAME|KEYNAME)|^ER_CANT_DROP|^ER_NO_SUCH_TABLE|^ER_BAD_FIELD/,
    'The schema is not the one that the migrations left: somebody changed it, or an older version was killed while it migrated. Restore the backup.',
  ],
  [
    /^ER_CON_COUNT|^ER_USER_LIMIT|^ER_TOO_MANY/,
    'The database takes no more connections; each server needs twenty.',
  ],
  [/^ER_/, 'Mend that, then start again.'],
  [/^E[A-Z]+$|^PROTOCOL_/, 'Check that it runs, and host and port in DATABASE_URL.'],
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
