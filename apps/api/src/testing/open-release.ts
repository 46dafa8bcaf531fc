import { DataSource } from 'typeorm';
import type { DemoPeopleView } from '@countersign/contracts/sessions/views';
import { restoreRelease, type Release } from './release-dump';
import type { TestClient } from './test-client';
import { TestServer } from './test-server';

/** Restoring and migrating a year takes its time on a busy machine. */
export const RESTORE_MS = 180_000;

/** A server of this version on the demo of an earlier one. */
export interface OpenRelease {
  readonly server: TestServer;
  readonly source: DataSource;
  /** A client signed in as the demo person of that name, on the day on which the clock stands. */
  readonly as: (name: string) => Promise<TestClient>;
}

/** Restores the demo of a release and opens it; this migrates it. */
export async function openRelease(release: Release): Promise<OpenRelease> {
  const server = await TestServer.start({}, (database) => restoreRelease(database, release));
  return {
    server,
    source: server.app.get(DataSource),
    as: async (name) => {
      const client = server.client();
      const { people } = (await client.get<DemoPeopleView>('/demo-people')).body;
      const personId = people.find((person) => person.name === name)?.id;
      const { status } = await client.post('/demo-session', { body: { personId } });
      if (status !== 201) throw new Error(`${name} could not sign in: ${status}`);
      return client;
    },
  };
}
