import { openBare, type Bare } from './bare';
import type { Desk, Who } from './bare-work';
import type { Load } from './loads';
import { CONNECTIONS, countStatements, measureBare, measureServer, sendSome, type Seen } from './measure';
import { demoPlace } from './places';
import { ServerProcess } from './server-process';
import { signIn, type Visitor } from './visitor';

/** Heading of a release before this one. */
export const BEFORE = 'before';
/** Heading of what the servers are held against. */
export const BARE = 'bare';

/** Requests before the first measure, for each connection: compiler and caches have seen them, and they tell how many fill the time. */
const WARM_UP = 3;
/** Fewest requests of a measure for each connection, however slow they are. */
const FEWEST = 3;
/** Most requests of a load that uses something up, for each connection. */
const MOST = 20;

/** A server or the bare driver, on a database of its own. */
export interface Subject {
  readonly heading: string;
  /** Warms up for a load; answers how many statements a request needs, where that can be counted. */
  prepare(load: Load): Promise<number | undefined>;
  measure(load: Load, seconds: number): Promise<Seen>;
  close(): Promise<void>;
}

/** How many requests of a load fill the time on one subject. */
class Pace {
  private readonly perSecond = new Map<string, number>();

  /** Does the warm-up and remembers how quick it was. */
  async warmUp(load: Load, work: (count: number) => Promise<void>): Promise<void> {
    const count = warmUpOf(load);
    const started = performance.now();
    await work(count);
    this.perSecond.set(load.name, (count / (performance.now() - started)) * 1000);
  }

  requestsFor({ name, refill, connections = CONNECTIONS }: Load, seconds: number): number {
    const filling = Math.max(FEWEST * connections, Math.round((this.perSecond.get(name) ?? 0) * seconds));
    return refill ? Math.min(filling, MOST * connections) : filling;
  }
}

function warmUpOf({ connections = CONNECTIONS }: Load): number {
  return WARM_UP * connections;
}

/** What so many requests use up; a connection prepares one more than it sends. */
function usedUp({ connections = CONNECTIONS }: Load, requests: number): number {
  return requests + 2 * connections;
}

/** The driver alone. @param mysqlServer address of the server; undefined is SQLite */
export async function bareSubject(mysqlServer: string | undefined): Promise<Subject> {
  const place = await demoPlace(mysqlServer);
  const bare = openBare(place, CONNECTIONS);
  const desk: Desk = { waiting: [], sheets: [], isBound: false };
  const pace = new Pace();
  const as = (name: string) => whoIs(bare, name);
  const serve = async ({ person }: Load) => ({ bare, who: await as(person), desk, as });
  return {
    heading: BARE,
    prepare: async (load) => {
      const served = await serve(load);
      await load.refill?.bare(served, warmUpOf(load));
      await pace.warmUp(load, async (count) => void (await measureBare(load, served, count)));
      return undefined;
    },
    measure: async (load, seconds) => {
      const served = await serve(load);
      const requests = pace.requestsFor(load, seconds);
      await load.refill?.bare(served, requests);
      return measureBare(load, served, requests);
    },
    close: async () => {
      await bare.close();
      await place.remove();
    },
  };
}

async function whoIs(bare: Bare, name: string): Promise<Who> {
  const [row] = await bare.run(
    'SELECT r.programId, p.id FROM person p JOIN role_held r ON r.personId = p.id WHERE p.name = ?',
    name,
  );
  return { programId: String(row?.['programId']), personId: String(row?.['id']) };
}

/** What is built in a checkout, as a process. */
export async function serverSubject(
  heading: string,
  checkout: string,
  mysqlServer: string | undefined,
): Promise<Subject> {
  const place = await demoPlace(mysqlServer);
  const server = await ServerProcess.start(checkout, place);
  const desk: Desk = { waiting: [], sheets: [], isBound: false };
  const pace = new Pace();
  const visitors = new Map<string, Visitor>();
  const as = async (person: string): Promise<Visitor> => {
    const visitor = visitors.get(person) ?? (await signIn(server.origin, person));
    visitors.set(person, visitor);
    return visitor;
  };
  const serve = async ({ person }: Load) => ({ server, visitor: await as(person), desk, as });
  return {
    heading,
    prepare: async (load) => {
      const served = await serve(load);
      await load.refill?.served(served, warmUpOf(load));
      await pace.warmUp(load, (count) => sendSome(load, served, count));
      await server.untilIdle();
      // SQLite lives in the server's process and tells nobody how often it was asked; after an event its followers ask too.
      const { databaseUrl } = place;
      if (databaseUrl === undefined || load.leavesEvents) return undefined;
      return countStatements(load, served, databaseUrl);
    },
    measure: async (load, seconds) => {
      const served = await serve(load);
      const requests = pace.requestsFor(load, seconds);
      await load.refill?.served(served, usedUp(load, requests));
      await server.untilIdle();
      return measureServer(load, served, requests);
    },
    close: async () => {
      await server.stop();
      await place.remove();
    },
  };
}
