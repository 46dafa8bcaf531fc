import { DataSource } from 'typeorm';
import { DeadLetterRow } from '../followers/follower.row';
import { Followers } from '../followers/followers';
import { Outbox } from '../mail/outbox';
import { PASSWORD, entryBody, type TestProgram } from '../testing/test-program';
import { TestServer } from '../testing/test-server';

const TOKEN = 'canary-token-of-the-monitor-4711-abcdef';
/** What must be in no figure. */
const CANARY = 'canary-4711';
const ADDRESS = '/api/metrics';
const REQUESTS = 'countersign_http_request_duration_seconds';

const asking = (server: TestServer, token?: string, init: RequestInit = {}) =>
  fetch(`${server.origin}${ADDRESS}`, {
    ...init,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });

/** Every series, name and labels, with its value. */
function seriesOf(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

describe('Operator: the figures of a server without a token', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  it.each([undefined, TOKEN, 'undefined', ''])(
    'are told nobody, as if nothing were there: %j',
    async (token) => {
      const unknown = await fetch(`${server.origin}/api/no-such-route`);
      const reply = await asking(server, token);
      const without = async (one: Response): Promise<unknown> => ({
        ...((await one.json()) as object),
        requestId: '',
      });
      expect([reply.status, await without(reply)]).toEqual([404, await without(unknown)]);
      const names = (one: Response) => [...one.headers.keys()];
      expect(names(reply)).toEqual(names(unknown));
    },
  );
});

describe('Operator: the figures of a server', () => {
  let server: TestServer;
  let program: TestProgram;

  beforeAll(async () => {
    server = await TestServer.start({ metricsToken: TOKEN });
    program = await server.program('metrics');
  });
  afterAll(() => server.stop());

  const told = async (): Promise<Map<string, number>> => seriesOf(await (await asking(server, TOKEN)).text());
  const counted = async (labels: string): Promise<number> =>
    (await told()).get(`${REQUESTS}_count{${labels}}`) ?? 0;

  it.each([undefined, '', 'wrong', `${TOKEN}x`, TOKEN.slice(1), TOKEN.toUpperCase()])(
    'are refused to whoever names %j',
    async (token) => {
      const reply = await asking(server, token);
      expect([reply.status, reply.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect(reply.headers.get('cache-control')).toBe('no-store');
      expect(await reply.text()).not.toMatch(/countersign_/);
    },
  );

  it('are refused to whoever names the token elsewhere, and are only read', async () => {
    const inQuery = await fetch(`${server.origin}${ADDRESS}?token=${TOKEN}`);
    const basic = await fetch(`${server.origin}${ADDRESS}`, {
      headers: { authorization: `Basic ${Buffer.from(`x:${TOKEN}`).toString('base64')}` },
    });
    expect([inQuery.status, basic.status]).toEqual([401, 401]);
    expect((await asking(server, TOKEN, { method: 'POST' })).status).toBe(404);
  });

  it('are told to whoever has the token, kept by nobody, with those of the process', async () => {
    const reply = await asking(server, TOKEN);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await reply.text();
    for (const name of [
      'nodejs_eventloop_lag_p99_seconds',
      'nodejs_heap_size_used_bytes',
      'nodejs_gc_duration_seconds',
      'process_cpu_seconds_total',
      'countersign_http_requests_in_flight 0',
      'countersign_database_answers 1',
    ])
      expect(text).toContain(name);
  });

  it('count a request under the pattern of its route, once, by what became of it', async () => {
    const client = await server.as(program.people.fellow);
    const route = '/api/programs/:programId/entries/:entryId';
    const unseen = { method: 'GET', status: '4xx' };
    const labels = `method="${unseen.method}",route="${route}",status="${unseen.status}"`;
    const before = await counted(labels);
    for (let nth = 0; nth < 3; nth += 1)
      expect((await client.get(`/programs/${program.id}/entries/${program.id}`)).status).toBe(404);
    expect((await counted(labels)) - before).toBe(3);
    const waits = 'countersign_database_wait_seconds_count{kind="read"}';
    expect((await told()).get(waits)).toBeGreaterThan(2);
  });

  it('have bounded labels: whatever is asked for, there is one series for all of it', async () => {
    const client = await server.as(program.people.fellow);
    const ask = async (nth: number): Promise<void> => {
      await client.get(`/programs/${program.id}/entries/${CANARY}-${nth}`);
      await client.get(`/${CANARY}/${nth}?of=${CANARY}`);
      await fetch(`${server.origin}/${CANARY}-${nth}`, { method: 'OPTIONS' });
      await fetch(`${server.origin}/${CANARY}-${nth}`, { method: nth % 2 ? 'PROPFIND' : 'REPORT' });
    };
    await ask(0);
    await ask(1);
    const before = [...(await told()).keys()];
    for (let nth = 2; nth < 52; nth += 1) await ask(nth);
    const after = [...(await told()).keys()];
    expect(after.filter((one) => one.startsWith('countersign_') && !before.includes(one))).toEqual([]);
    expect(await counted('method="other",route="none",status="4xx"')).toBeGreaterThanOrEqual(100);
  });

  it('say how far followers have come, what they left behind, and which mails wait', async () => {
    const client = await server.as(program.people.fellow);
    await server.app.get(Followers).catchUp();
    const follower = 'countersign_follower_events_behind{follower="stopped-texts"}';
    const letters = (await told()).get('countersign_dead_letters');
    const [behind, waiting] = [(await told()).get(follower), 'countersign_mails{state="waiting"}'];
    expect([behind, letters]).toEqual([0, 0]);
    const mails = (await told()).get(waiting) ?? 0;

    await client.post(`/programs/${program.id}/entries`, { body: entryBody(program) });
    await server.write('test', async (tx) => {
      await tx.insert(DeadLetterRow, { name: 'mail', logId: program.id, seq: 1, at: tx.now, error: CANARY });
      const personId = program.people.director.id;
      await server.app
        .get(Outbox)
        .sendLink(tx, { programId: program.id, personId, kind: 'reset', secret: CANARY });
    });
    const now = await told();
    expect(now.get(follower)).toBeGreaterThan(0);
    expect([now.get('countersign_dead_letters'), now.get(waiting)]).toEqual([1, mails + 1]);
    expect(now.get('countersign_mails{state="given up"}')).toBe(0);
  });

  it('name nobody and nothing: no person, no id, no address, no secret', async () => {
    const text = await (await asking(server, TOKEN)).text();
    const { people } = program;
    const secrets = Object.values(people).flatMap(({ id, name, email }: (typeof people)['fellow']) => [
      id,
      name,
      email,
    ]);
    for (const secret of [CANARY, TOKEN, PASSWORD, program.id, program.siteId, '127.0.0.1', ...secrets])
      expect(text).not.toContain(secret);
    expect(text).not.toMatch(/[\da-f]{8}-[\da-f]{4}-/);
  });

  it('are told while the database does not answer, without those that it would know', async () => {
    await server.app.get(DataSource).destroy();
    const now = await told();
    expect(now.get('countersign_database_answers')).toBe(0);
    expect([...now.keys()].filter((one) => /^countersign_(follower|dead|mails)/.test(one))).toEqual([]);
  });
});
