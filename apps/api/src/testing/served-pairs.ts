import { v7 as uuidv7 } from 'uuid';
import { Catalogues } from '../catalogue/catalogues';
import { currentEdition } from '../catalogue/editions/editions';
import { nameless } from '../db/context';
import { Db } from '../db/db';
import { SetUpProgram, type NewPerson } from '../programs/set-up-program';
import { buildServer } from '../server';
import { Passwords } from '../sessions/password';
import { TestClient } from './test-client';
import type { TestDatabase } from './test-database';
import { NOON, PASSWORD, testProgram, type TestProgram } from './test-program';

/** Two who write to one another. */
export interface Pair {
  readonly fellow: NewPerson;
  readonly supervisor: NewPerson;
}

/** Pairs of a fellow and a supervisor, so that not all write about one person. */
const PAIRS = 5;

/** Sets up a program with pairs in a database on which no server runs yet. */
export async function setUpPairs(
  database: TestDatabase,
): Promise<{ program: TestProgram; pairs: readonly Pair[] }> {
  const app = await buildServer(database.settings);
  try {
    const given = testProgram('killed', await app.get(Passwords).hash(PASSWORD));
    const another = (person: NewPerson, nth: number): NewPerson => ({
      ...person,
      ...{ id: uuidv7(), name: `${person.name} no. ${nth}`, email: `${nth}.${person.email}` },
    });
    const pairs = Array.from({ length: PAIRS }, (_, nth) => ({
      fellow: another(given.people.fellow, nth),
      supervisor: another(given.people.supervisor, nth),
    }));
    const everybody = [...given.given.people, ...pairs.flatMap((pair) => [pair.fellow, pair.supervisor])];
    const people = everybody.map((person) => ({ ...person, passwordChosenAt: NOON }));
    const catalogue = app.get(Catalogues).index(currentEdition);
    await app
      .get(Db)
      .write(nameless('installation'), (tx) =>
        app.get(SetUpProgram).run(tx, { ...given.given, people }, catalogue),
      );
    return { program: given, pairs };
  } finally {
    await app.close();
  }
}

/** Both of a pair, signed in, and the supervisor whom an entry names. */
export interface SignedInPair {
  readonly fellow: TestClient;
  readonly supervisor: TestClient;
  readonly supervisorId: string;
}

/** Signs everybody in at a server that listens there. */
export async function signInPairs(origin: string, pairs: readonly Pair[]): Promise<readonly SignedInPair[]> {
  const as = async ({ email }: NewPerson): Promise<TestClient> => {
    const client = new TestClient(origin, null);
    const reply = await client.post('/session', { body: { email, password: PASSWORD } });
    if (reply.status !== 201) throw new Error(`sign-in failed: ${JSON.stringify(reply.body)}`);
    return client;
  };
  const signedIn: SignedInPair[] = [];
  for (const { fellow, supervisor } of pairs)
    signedIn.push({
      fellow: await as(fellow),
      supervisor: await as(supervisor),
      supervisorId: supervisor.id,
    });
  return signedIn;
}
