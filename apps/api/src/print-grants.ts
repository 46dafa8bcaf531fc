import type { INestApplication } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Call } from './commands';
import { grantsFor } from './db/grants';
import { SettingsError } from './platform/settings';

/**
 * The command: the rights of a user with which the server can run and change no event. The database has the schema of
 * this version by then, for whoever prints them is its owner.
 */
export async function printGrants(
  app: INestApplication,
  { args: [user = ''], print }: Pick<Call, 'args' | 'print'>,
): Promise<number> {
  const source = app.get(DataSource);
  if (source.options.type !== 'mysql')
    throw new SettingsError('SQLite has no users: set DATABASE_URL to a MySQL or MariaDB.');
  const grants = await grantsFor(source, user);
  if (!grants)
    throw new SettingsError(`"${user}" is no user. Name it as countersign or countersign@10.0.0.5.`);
  for (const line of grants) print(line);
  return 0;
}
