import autocannon from 'autocannon';
import { createConnection } from 'mysql2/promise';
import type { Bare } from './bare';
import type { Desk, Who } from './bare-work';
import type { Load } from './loads';
import type { ServerProcess } from './server-process';
import { ask, wired, type Visitor } from './visitor';

/** Connections of a load, and lanes of the bare work beside it. */
export const CONNECTIONS = 16;

/** Requests sent one after another to count their statements. */
const COUNTED = 20;

/** What was seen of one load in one run. */
export interface Seen {
  readonly perSecond: number;
  /** Processor time of the server process for one request, ms. */
  readonly processorMs?: number;
}

/** A server with one of its people, as a load needs them. */
export interface Served {
  readonly server: ServerProcess;
  readonly visitor: Visitor;
  readonly desk: Desk;
}

/** The bare driver, with who works. */
export interface ServedBare {
  readonly bare: Bare;
  readonly who: Who;
  readonly desk: Desk;
  /** Somebody else, by name. */
  as(name: string): Promise<Who>;
}

/**
 * Puts a server under a load of so many requests; all are waited for, because one that is dropped has used the processor
 * too. Throws when one was refused: a refusal is quick and would look like speed.
 */
export async function measureServer(load: Load, served: Served, requests: number): Promise<Seen> {
  const { server, desk } = served;
  const cpuBefore = server.processorMs();
  const started = performance.now();
  const result = await autocannon({
    url: server.origin,
    connections: load.connections ?? CONNECTIONS,
    amount: requests,
    timeout: 60,
    requests: [
      {
        setupRequest: (request, context) => {
          const sent = load.request(served.visitor, desk);
          if (sent.logs !== undefined) context.entryId = sent.logs;
          return { ...request, ...wired(sent, served.visitor) };
        },
        onResponse: (_status, _body, { entryId }) => {
          if (entryId !== undefined) desk.waiting.push(entryId);
        },
      },
    ],
  });
  const elapsed = performance.now() - started;
  const done = result['2xx'];
  if (done < requests)
    throw new Error(
      `${load.name}: of ${requests} requests ${result.non2xx} were refused, ${result.errors} failed`,
    );
  const cpu = server.processorMs();
  return {
    perSecond: (done / elapsed) * 1000,
    ...(cpu === undefined || cpuBefore === undefined ? {} : { processorMs: (cpu - cpuBefore) / done }),
  };
}

/** The same load as the least that the bare driver could do for it. */
export async function measureBare(load: Load, served: ServedBare, requests: number): Promise<Seen> {
  const { bare, who, desk } = served;
  let left = requests;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await load.bare(bare, who, desk);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: Math.min(bare.lanes, load.connections ?? CONNECTIONS) }, lane));
  return { perSecond: (requests / (performance.now() - started)) * 1000 };
}

/** Sends some requests of a load one after another. */
export async function sendSome(load: Load, served: Served, count: number): Promise<void> {
  for (let sent = 0; sent < count; sent += 1) {
    const request = load.request(served.visitor, served.desk);
    await ask(served.server.origin, served.visitor, request);
    if (request.logs !== undefined) served.desk.waiting.push(request.logs);
  }
}

/** Statements that a request sends to MySQL or MariaDB, without SET, START and COMMIT. Nobody else may use the server. */
export async function countStatements(load: Load, served: Served, databaseUrl: string): Promise<number> {
  const before = await statementsSoFar(databaseUrl);
  await sendSome(load, served, COUNTED);
  return ((await statementsSoFar(databaseUrl)) - before) / COUNTED;
}

async function statementsSoFar(databaseUrl: string): Promise<number> {
  const connection = await createConnection(databaseUrl);
  const [rows] = await connection.query(
    "SHOW GLOBAL STATUS WHERE Variable_name IN ('Com_select', 'Com_insert', 'Com_update', 'Com_delete')",
  );
  await connection.end();
  return (rows as { Value: string }[]).reduce((sum, { Value }) => sum + Number(Value), 0);
}
