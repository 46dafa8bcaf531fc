import type { ProblemValues } from '../problems';

/** Why the database takes nothing, where that is known. */
const databaseTroubles: Readonly<Record<string, string>> = {
  'read-only': 'The database takes no writes (it is read-only).',
  full: 'The disk of the database is full.',
  held: 'Another program holds the database.',
  silent: 'The database does not answer in time.',
  'other-schema': 'The database has not the schema of this version.',
};

/** What a person reads when it is the server, or its database, that cannot. */
export const serverProblems = {
  'server/busy': 'The server is busy. Nothing was saved; try again in a moment.',
  'server/database': ({ reason }: Partial<ProblemValues>) =>
    `${databaseTroubles[String(reason)] ?? 'The database does not answer.'} Nothing was saved; try again in a moment.`,
  'server/outcome-unknown':
    'The database stopped answering while this was saved, so it is not known whether it was.',
  'server/unexpected': 'Something went wrong on our side. Nothing was saved.',
} as const;
