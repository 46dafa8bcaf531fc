import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundled, startNode, type Child } from './child-process';
import { KilledClient, type WrittenDown } from './killed-clients';
import { freePort } from './free-port';
import { createTestDatabase, environmentOf, type TestDatabase } from './test-database';
import { setUpPairs, signInPairs } from './served-pairs';
import type { TestProgram } from './test-program';

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
  const { program, pairs } = await setUpPairs(database);
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
    const signedIn = await signInPairs(`http://127.0.0.1:${port}`, pairs);
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
