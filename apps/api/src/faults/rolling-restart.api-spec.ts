import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ACT_HEADER } from '@countersign/contracts/endpoint';
import type { EntryPageView } from '@countersign/contracts/entries/views';
import { mainInChildren, type Child } from '../testing/child-process';
import { atLength, faultRow } from '../testing/fault-row';
import { freePort } from '../testing/free-port';
import { PassingProxy } from '../testing/passing-proxy';
import { setUpPairs, signInPairs, type SignedInPair } from '../testing/served-pairs';
import type { Reply } from '../testing/test-client';
import { createTestDatabase, dialect, environmentOf, type TestDatabase } from '../testing/test-database';
import { entryBody, type TestProgram } from '../testing/test-program';

/** A file has one server: while that is started anew nobody answers, which no client is told as an answer of ours. */
const NODES = dialect === 'mysql' ? 2 : 1;
const ROUNDS = atLength ? 5 : 1;
/** Requests of all clients together, a second; in a test run, beside others, a server may also be busy, which a page asks again. */
const A_SECOND = atLength ? 50 : 20;

/** What one act was answered, in the end. */
interface Sent {
  readonly id: string;
  readonly status: number;
}

describe('Servers that are started anew one after another, under load', () => {
  let database: TestDatabase;
  let program: TestProgram;
  let pairs: readonly SignedInPair[];
  let proxy: PassingProxy;
  let ports: readonly number[];
  const nodes: Child[] = [];
  let slowest = 0;

  const start = async (nth: number): Promise<void> => {
    const env = { ...environmentOf(database), PORT: String(ports[nth]), PUBLIC_URL: proxy.origin };
    const child = (await mainInChildren())([], env);
    await child.says('is ready');
    nodes[nth] = child;
  };
  const stop = async (nth: number): Promise<void> => {
    const asked = performance.now();
    nodes[nth]?.kill('SIGTERM');
    expect(await nodes[nth]?.ended).toMatchObject({ code: 0, err: '' });
    slowest = Math.max(slowest, performance.now() - asked);
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    const set = await setUpPairs(database);
    program = set.program;
    ports = await Promise.all(Array.from({ length: NODES }, freePort));
    proxy = await PassingProxy.before(ports);
    for (let nth = 0; nth < NODES; nth += 1) await start(nth);
    pairs = await signInPairs(proxy.origin, set.pairs);
  }, 180_000);
  afterAll(async () => {
    for (const node of nodes) node.kill('SIGTERM');
    for (const node of nodes) await node.ended;
    proxy.stop();
    await database.drop();
  });

  /** Logs an entry; where no server took the connection, it is sent again under its key, as a page does. */
  async function log({ fellow, supervisorId }: SignedInPair, refused: { times: number }): Promise<Sent> {
    const body = entryBody(program, { supervisorId });
    const headers = { [ACT_HEADER.toLowerCase()]: randomUUID() };
    for (;;) {
      const { status } = await fellow.post(`/programs/${program.id}/entries`, {
        body,
        headers,
        isHasty: atLength,
      });
      if (status !== 502 || NODES > 1) return { id: body.id, status };
      refused.times += 1;
      await sleep(50);
    }
  }

  it('answer every request, none with an error of theirs, and lose nothing', async () => {
    let isOver = false;
    const sent: Promise<Sent>[] = [];
    const refused = { times: 0 };
    const load = (async () => {
      while (!isOver) {
        const pair = pairs[sent.length % pairs.length];
        if (pair) sent.push(log(pair, refused));
        await sleep(1000 / A_SECOND);
      }
    })();
    await sleep(300);
    for (let nth = 0; nth < ROUNDS * NODES; nth += 1) {
      await stop(nth % NODES);
      await start(nth % NODES);
      await sleep(300);
    }
    isOver = true;
    await load;
    const all = await Promise.all(sent);
    const bad = all.filter(({ status }) => status >= 500);
    const done = new Set(all.filter(({ status }) => status === 201).map(({ id }) => id));
    const there: string[] = [];
    for (const { fellow } of pairs) there.push(...(await idsOf(fellow, program.id)));
    faultRow('servers started anew one after another', {
      ...{ database: dialect, servers: NODES, restarts: ROUNDS * NODES, acknowledged: done.size },
      ...{
        '5xx': bad.length,
        'passed on': proxy.passedOn,
        lost: missing(done, there),
        'slowest stop, s': (slowest / 1000).toFixed(1),
      },
    });
    expect(bad).toEqual([]);
    expect(done.size).toBe(all.length);
    expect(missing(done, there)).toBe(0);
    expect(there.length).toBe(done.size);
  }, 600_000);
});

/** How many of these are not there. */
function missing(done: ReadonlySet<string>, there: readonly string[]): number {
  const found = new Set(there);
  return [...done].filter((id) => !found.has(id)).length;
}

/** The ids of all entries of a fellow, page by page. */
async function idsOf(fellow: SignedInPair['fellow'], programId: string): Promise<string[]> {
  const ids: string[] = [];
  let query: string | undefined = '';
  while (query !== undefined) {
    const { body }: Reply<EntryPageView> = await fellow.get(`/programs/${programId}/entries${query}`);
    ids.push(...body.entries.map(({ id }) => id));
    query = body.next === undefined ? undefined : `?cursor=${body.next}`;
  }
  return ids;
}
