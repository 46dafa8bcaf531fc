import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundled, mainInChildren, startNode, type Child } from '../testing/child-process';
import { atLength, faultRow } from '../testing/fault-row';
import { freePort } from '../testing/free-port';
import type { HostileAnswers } from '../testing/hostile-client';
import { setUpPairs, signInPairs, type SignedInPair } from '../testing/served-pairs';
import { createTestDatabase, dialect, environmentOf, type TestDatabase } from '../testing/test-database';
import { entryBody, type TestProgram } from '../testing/test-program';

/** Pages that somebody else asks for, one after another, while it is quiet and while it is not. */
const PAGES = atLength ? 300 : 40;
const HOSTILE = join(__dirname, '..', 'testing', 'hostile-client.ts');
/** Those that send, of eight kinds; each kind by itself shows which one costs most. */
const KINDS = process.env['HOSTILE_KINDS'] ?? 'all';

/** A page may take so many times as long as in the quiet server: asked for at length only, on a machine that is at rest. */
const MOST = 3;

/** Bytes of an answer that says no, at most. */
const SMALL = 8_192;

describe('Eight hostile clients at once', () => {
  let database: TestDatabase;
  let server: Child;
  let origin: string;
  let port: number;
  let program: TestProgram;
  let pair: SignedInPair;

  beforeAll(async () => {
    database = await createTestDatabase();
    const set = await setUpPairs(database);
    program = set.program;
    port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    server = (await mainInChildren())([], { ...environmentOf(database), PORT: String(port) });
    await server.says('is ready');
    const [first] = await signInPairs(origin, set.pairs.slice(0, 1));
    if (!first) throw new Error('there is a pair');
    pair = first;
    for (let nth = 0; nth < 20; nth += 1) await log();
  }, 120_000);
  afterAll(async () => {
    server.kill('SIGTERM');
    await server.ended;
    await database.drop();
  });

  const log = () =>
    pair.fellow.post(`/programs/${program.id}/entries`, {
      body: entryBody(program, { supervisorId: pair.supervisorId }),
    });

  /** Asks for a page so often; the time under which 95 of 100 came, milliseconds. */
  async function pages(): Promise<number> {
    const took: number[] = [];
    for (let nth = 0; nth < PAGES; nth += 1) {
      const asked = performance.now();
      const { status } = await pair.fellow.get(`/programs/${program.id}/entries`);
      took.push(performance.now() - asked);
      expect(status).toBe(200);
      await sleep(5);
    }
    return took.sort((one, other) => one - other)[Math.floor(PAGES * 0.95) - 1] ?? NaN;
  }

  it('are told no in a few bytes, and everybody else gets their pages and has their entries logged', async () => {
    const quiet = await pages();
    const hostile = startNode([...bundled(HOSTILE, database.settings.dataDir), KINDS, origin], {}, 300_000);
    await hostile.says('begins');
    const busy = await pages();
    const { status } = await log();
    hostile.tell('enough');
    const { out } = await hostile.ended;
    const { answered, statuses, largest } = JSON.parse(
      out.trim().split('\n').at(-1) ?? '{}',
    ) as HostileAnswers;
    faultRow('eight hostile clients', {
      ...{ database: dialect, answered, 'largest answer, bytes': largest, 'quiet p95, ms': quiet.toFixed(1) },
      ...{ 'p95 of others, ms': busy.toFixed(1), times: (busy / quiet).toFixed(2) },
    });
    expect(status).toBe(201);
    expect(answered).toBeGreaterThan(8);
    expect(statuses.filter((one) => one < 400 || one >= 500)).toEqual([]);
    expect(largest).toBeLessThan(SMALL);
    if (atLength) expect(busy).toBeLessThan(MOST * quiet);
  }, 300_000);
});
