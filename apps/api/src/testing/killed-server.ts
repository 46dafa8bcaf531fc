import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { Catalogues } from '../catalogue/catalogues';
import { currentEdition } from '../catalogue/editions/editions';
import { nameless } from '../db/context';
import { Db } from '../db/db';
import { SetUpProgram, type NewPerson } from '../programs/set-up-program';
import { buildServer } from '../server';
import { Passwords } from '../sessions/password';
import { bundled, startNode, type Child } from './child-process';
import { KilledClient, type WrittenDown } from './killed-clients';
import { freePort } from './free-port';
import { TestClient } from './test-client';
import { createTestDatabase, environmentOf, type TestDatabase } from './test-database';
import { NOON, PASSWORD, testProgram, type TestProgram } from './test-program';

/** How often answers are counted, and how long for the slowest machine. */
const LOOK_MS = 20;
const PATIENCE_MS = 60_000;
/** Longer than a server is let work before it is killed. */
const SERVES_MS = 600_000;

const MAIN = join(__dirname, '..', 'main.ts');

/** What is killed, in turn. */
export interface KillPlan {
  readonly clients: number;
  readonly kills: number;
  /** So many acts are answered before each kill, and once more after the last start; a busy machine takes longer. */
  readonly acts: number;
  /** Kills the database with -9 and starts it again; left out where the database is the server's own file. */
  readonly killDatabase?: () => Promise<void>;
}

/** What was written down while servers were killed, and where the database is. */
export interface KilledRun {
  readonly database: TestDatabase;
  readonly program: TestProgram;
  readonly clients: readonly WrittenDown[];
}

/**
 * Runs the server, lets clients work on it, and kills it with -9 again and again, in turn with its database where that
 * can be; each time it is started anew on what is there. The last one is stopped as an operator would.
 */
export async function runAndKill({ clients, kills, acts, killDatabase }: KillPlan): Promise<KilledRun> {
  const database = await createTestDatabase();
  const { program, pairs } = await setUp(database);
  const port = await freePort();
  const words = bundled(MAIN, database.settings.dataDir);
  const env = { ...environmentOf(database), PORT: String(port) };
  const start = async (): Promise<Child> => {
    const child = startNode(words, env, SERVES_MS);
    await child.says('is ready');
    return child;
  };
  let server = await start();
  let isOver = false;
  try {
    const signedIn = await signIn(`http://127.0.0.1:${port}`, pairs);
    const all = Array.from({ length: clients }, (_, nth) => {
      const pair = signedIn[nth % signedIn.length];
      if (!pair) throw new Error('there are people');
      return new KilledClient(program, pair, pair.supervisorId, () => isOver);
    });
    const working = all.map((client) => client.work());
    for (let kill = 0; kill < kills; kill += 1) {
      await traffic(all, acts);
      if (killDatabase && kill % 2 === 1) await killDatabase();
      else {
        server.kill('SIGKILL');
        await server.ended;
        server = await start();
      }
    }
    await traffic(all, acts);
    isOver = true;
    await Promise.all(working);
    return { database, program, clients: all };
  } finally {
    isOver = true;
    server.kill('SIGTERM');
    await server.ended;
  }
}

/** Waits until the clients got so many more answers, and then for a moment that nobody chose. */
async function traffic(clients: readonly KilledClient[], acts: number): Promise<void> {
  const answered = () => clients.reduce((sum, client) => sum + client.answered, 0);
  const until = answered() + acts;
  for (let waited = 0; waited < PATIENCE_MS && answered() < until; waited += LOOK_MS) await sleep(LOOK_MS);
  await sleep(Math.random() * LOOK_MS * 2);
}

interface Pair {
  readonly fellow: NewPerson;
  readonly supervisor: NewPerson;
}

/** Pairs of a fellow and a supervisor, so that not all write about one person. */
const PAIRS = 5;

async function setUp(database: TestDatabase): Promise<{ program: TestProgram; pairs: readonly Pair[] }> {
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

async function signIn(origin: string, pairs: readonly Pair[]) {
  const as = async ({ email }: NewPerson): Promise<TestClient> => {
    const client = new TestClient(origin, null);
    const reply = await client.post('/session', { body: { email, password: PASSWORD } });
    if (reply.status !== 201) throw new Error(`sign-in failed: ${JSON.stringify(reply.body)}`);
    return client;
  };
  const signedIn = [];
  for (const { fellow, supervisor } of pairs)
    signedIn.push({
      fellow: await as(fellow),
      supervisor: await as(supervisor),
      supervisorId: supervisor.id,
    });
  return signedIn;
}
