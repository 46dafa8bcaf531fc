import { EventRow } from '../db/event.row';
import { Timers } from '../followers/timers';
import { NOON, PASSWORD, type TestProgram } from '../testing/test-program';
import type { TestClient } from '../testing/test-client';
import { setIn, told } from '../testing/told';
import { TestServer } from '../testing/test-server';
import { Sessions } from './sessions';
import { SessionRow } from './session.row';
import { tokenId } from './session-token';

describe('A session', () => {
  let server: TestServer;
  let program: TestProgram;

  beforeAll(async () => {
    server = await TestServer.start();
    program = await server.program('life');
  });
  afterAll(() => server.stop());
  beforeEach(() => server.setClock(NOON));

  const idOf = (client: TestClient): string => tokenId(client.cookie('sid') ?? '');
  const isThere = (id: string) => server.read((manager) => manager.existsBy(SessionRow, { id }));
  const eventsOf = async (id: string) => {
    const events = await server.read((manager) =>
      manager.find(EventRow, { where: { object: `session:${id}` }, order: { seq: 'ASC' } }),
    );
    return events.map((event) => {
      const { action, actorId } = event;
      return { action, actorId, ...told(event).data, session: setIn(event, 'session') };
    });
  };

  it('is in the log from its opening to its end, without its token', async () => {
    const person = program.people.fellow;
    const client = await server.as(person);
    const [id, token] = [idOf(client), client.cookie('sid') ?? ''];
    await client.delete('/session');
    const session = { personId: person.id, openedAt: NOON, endsAt: NOON + 12 * 3_600_000 };
    expect(await eventsOf(id)).toEqual([
      { action: 'session.opened', actorId: person.id, session: [session] },
      { action: 'session.closed', actorId: person.id, session: [null], reason: 'signed-out' },
    ]);
    const all = await server.read((manager) => manager.findBy(EventRow, { logId: 'installation' }));
    expect(all.some(({ body }) => body?.includes(token))).toBe(false);
  });

  it('ends when somebody signs in anew in the same browser, whoever that is', async () => {
    const { fellow, supervisor } = program.people;
    const client = await server.as(fellow);
    const before = idOf(client);
    await client.post('/session', { body: { email: supervisor.email, password: PASSWORD } });
    expect(idOf(client)).not.toBe(before);
    expect(await isThere(before)).toBe(false);
    expect((await eventsOf(before)).at(-1)).toMatchObject({
      action: 'session.closed',
      actorId: supervisor.id,
      reason: 'replaced',
    });
    const other = await server.as(fellow);
    expect(await isThere(idOf(client))).toBe(true);
    expect(await isThere(idOf(other))).toBe(true);
  });

  it('that expired a week ago is cleared away by and by, without anybody', async () => {
    const { director } = program.people;
    const tokens = await server.write('test', async (tx) => {
      const opened = [];
      for (let nth = 0; nth < 60; nth += 1) opened.push(await server.app.get(Sessions).open(tx, director.id));
      return opened;
    });
    const ids = tokens.map(tokenId);
    const leftAt = async (instant: number) => {
      server.setClock(instant);
      await server.app.get(Timers).catchUp();
      const there = await Promise.all(ids.map(isThere));
      return there.filter(Boolean).length;
    };
    const free = NOON + 7 * 24 * 3_600_000 + 30 * 60_000;
    expect(await leftAt(free - 600_000)).toBe(60);
    expect(await leftAt(free - 1)).toBe(60);
    expect(await leftAt(free)).toBeGreaterThanOrEqual(10);
    expect(await leftAt(free + 300_000)).toBe(0);
    expect((await eventsOf(ids[0] ?? '')).at(-1)).toMatchObject({
      action: 'session.closed',
      actorId: 'system',
      reason: 'expired',
    });
  });
});
