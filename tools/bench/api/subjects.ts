import { openBare, type Bare } from './bare';
import type { Desk, Who } from './bare-work';
import type { Load } from './loads';
import { CONNECTIONS, countStatements, measureBare, measureServer, sendSome, type Seen } from './measure';
import { demoPlace } from './places';
import { ServerProcess } from './server-process';
import { signIn, type Visitor } from './visitor';

/** Heading of what the servers are held against. */
export const BARE = 'bare';

/** Requests before the first measure: compiler and caches have seen them, and they tell how many fill the time. */
const WARM_UP = 40;
/** Fewest requests of a measure, however slow they are. */
const FEWEST = 3 * CONNECTIONS;

/** A server or the bare driver, on a database of its own. */
export interface Subject {
  readonly heading: string;
  /** Warms up for a load; answers how many statements a request needs, where that can be counted. */
  prepare(load: Load): Promise<number | undefined>;
  measure(load: Load, seconds: number): Promise<Seen>;
  close(): Promise<void>;
}

/** How many requests of a load fill the time on one subject; never more than there is to take. */
class Pace {
  private readonly perSecond = new Map<string, number>();

  constructor(private readonly desk: Desk) {}

  /** Does the warm-up and remembers how quick it was. */
  async warmUp({ name }: Load, work: (count: number) => Promise<void>): Promise<void> {
    const started = performance.now();
    await work(WARM_UP);
    this.perSecond.set(name, (WARM_UP / (performance.now() - started)) * 1000);
  }

  requestsFor({ name, takesWaiting }: Load, seconds: number): number {
    const filling = Math.max(FEWEST, Math.round((this.perSecond.get(name) ?? 0) * seconds));
    // A connection prepares one request more than it sends.
    return takesWaiting ? Math.min(filling, this.desk.waiting.length - 2 * CONNECTIONS) : filling;
  }
}

/** The driver alone. @param mysqlServer address of the server; undefined is SQLite */
export async function bareSubject(mysqlServer: string | undefined): Promise<Subject> {
  const place = await demoPlace(mysqlServer);
  const bare = openBare(place, CONNECTIONS);
  const desk: Desk = { waiting: [] };
  const pace = new Pace(desk);
  const serve = async ({ person }: Load) => ({ bare, who: await whoIs(bare, person), desk });
  return {
    heading: BARE,
    prepare: async (load) => {
      const served = await serve(load);
      await pace.warmUp(load, async (count) => void (await measureBare(load, served, count)));
      return undefined;
    },
    measure: async (load, seconds) => measureBare(load, await serve(load), pace.requestsFor(load, seconds)),
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
  const desk: Desk = { waiting: [] };
  const pace = new Pace(desk);
  const visitors = new Map<string, Visitor>();
  const serve = async ({ person }: Load) => {
    const visitor = visitors.get(person) ?? (await signIn(server.origin, person));
    visitors.set(person, visitor);
    return { server, visitor, desk };
  };
  return {
    heading,
    prepare: async (load) => {
      const served = await serve(load);
      await pace.warmUp(load, (count) => sendSome(load, served, count));
      await server.untilIdle();
      // SQLite lives in the server's process and tells nobody how often it was asked; after an event its followers ask too.
      const { databaseUrl } = place;
      if (databaseUrl === undefined || load.leavesEvents) return undefined;
      return countStatements(load, served, databaseUrl);
    },
    measure: async (load, seconds) => {
      const served = await serve(load);
      await server.untilIdle();
      return measureServer(load, served, pace.requestsFor(load, seconds));
    },
    close: async () => {
      await server.stop();
      await place.remove();
    },
  };
}
