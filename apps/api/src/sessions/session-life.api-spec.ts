import { EventRow } from '../db/event.row';
import { Timers } from '../followers/timers';
import { programUnderTest } from '../testing/program-under-test';
import { NOON, PASSWORD } from '../testing/test-program';
import type { TestClient } from '../testing/test-client';
import { setIn, told } from '../testing/told';
import { Sessions } from './sessions';
import { SessionRow } from './session.row';
import { tokenId } from './session-token';

describe('A session', () => {
  const here = programUnderTest('life');
  beforeEach(() => here.server.setClock(NOON));

  const idOf = (client: TestClient): string => tokenId(client.cookie('sid') ?? '');
  const isThere = (id: string) => here.server.read((manager) => manager.existsBy(SessionRow, { id }));
  const eventsOf = async (id: string) => {
    const events = await here.server.read((manager) =>
      manager.find(EventRow, { where: { object: `session:${id}` }, order: { seq: 'ASC' } }),
    );
    return events.map((event) => {
      const { action, actorId } = event;
      return { action, actorId, ...told(event).data, session: setIn(event, 'session') };
    });
  };

  it('is in the log from its opening to its end, without its token', async () => {
    const person = here.program.people.fellow;
    const client = await here.server.as(person);
    const [id, token] = [idOf(client), client.cookie('sid') ?? ''];
    await client.delete('/session');
    const session = { personId: person.id, device: null, openedAt: NOON, endsAt: NOON + 12 * 3_600_000 };
    expect(await eventsOf(id)).toEqual([
      { action: 'session.opened', actorId: person.id, session: [session] },
      { action: 'session.closed', actorId: person.id, session: [null], reason: 'signed-out' },
    ]);
    const all = await here.server.read((manager) => manager.findBy(EventRow, { logId: 'installation' }));
    expect(all.some(({ body }) => body?.includes(token))).toBe(false);
  });

  it('ends when somebody signs in anew in the same browser, whoever that is', async () => {
    const { fellow, supervisor } = here.program.people;
    const client = await here.server.as(fellow);
    const before = idOf(client);
    await client.post('/session', { body: { email: supervisor.email, password: PASSWORD } });
    expect(idOf(client)).not.toBe(before);
    expect(await isThere(before)).toBe(false);
    expect((await eventsOf(before)).at(-1)).toMatchObject({
      action: 'session.closed',
      actorId: supervisor.id,
      reason: 'replaced',
    });
    const other = await here.server.as(fellow);
    expect(await isThere(idOf(client))).toBe(true);
    expect(await isThere(idOf(other))).toBe(true);
  });

  it('that expired a week ago is cleared away by and by, without anybody', async () => {
    const { director } = here.program.people;
    const tokens = await here.server.write('test', async (tx) => {
      const opened = [];
      for (let nth = 0; nth < 60; nth += 1)
        opened.push(await here.server.app.get(Sessions).open(tx, director.id));
      return opened;
    });
    const ids = tokens.map(tokenId);
    const leftAt = async (instant: number) => {
      here.server.setClock(instant);
      await here.server.app.get(Timers).catchUp();
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
