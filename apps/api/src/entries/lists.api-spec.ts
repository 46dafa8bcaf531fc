import type { EntryPageView, EntryView } from '@countersign/contracts/entries/views';
import { v7 as uuidv7 } from 'uuid';
import { TestServer } from '../testing/test-server';
import { entryBody, NOON, type TestProgram } from '../testing/test-program';
import type { TestClient } from '../testing/test-client';

describe('A list of entries', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());
  beforeEach(() => server.setClock(NOON));

  it('is paged without gap or double, newest first', async () => {
    const prolific = await server.program('paging');
    const client = await server.as(prolific.people.fellow);
    for (let day = 0; day < 55; day += 1) {
      const performedOn = `2026-11-${String(1 + (day % 20)).padStart(2, '0')}`;
      await client.post(`/programs/${prolific.id}/entries`, { body: entryBody(prolific, { performedOn }) });
    }
    const first = await client.get<EntryPageView>(`/programs/${prolific.id}/entries`);
    const second = await client.get<EntryPageView>(
      `/programs/${prolific.id}/entries?cursor=${first.body.next}`,
    );
    const lines = [...first.body.entries, ...second.body.entries];
    expect([first.body.total, second.body.total, second.body.next]).toEqual([55, 55, undefined]);
    expect(new Set(lines.map((line) => line.id)).size).toBe(55);
    const dates = lines.map((line) => line.performedOn);
    expect(dates).toEqual([...dates].sort().reverse());
    const group = await client.get<EntryPageView>(
      `/programs/${prolific.id}/entries?groupId=epidural&state=submitted&fromOn=2026-11-20`,
    );
    expect(group.body.total).toBe(2);
  });

  it('leaves simulations out, or lists nothing else, as it is asked', async () => {
    const own: TestProgram = await server.program('simulations');
    const client: TestClient = await server.as(own.people.fellow);
    const path = `/programs/${own.id}/entries`;
    const log = async (change: Parameters<typeof entryBody>[1]) =>
      (await client.post<EntryView>(path, { body: entryBody(own, change) })).body.id;
    const [done, draft] = [await log({}), await log({ then: 'keep', procedures: [] })];
    const simulated = await log({ simulation: true });
    const ids = async (query: string) => {
      const { body } = await client.get<EntryPageView>(`${path}?${query}`);
      expect(body.total).toBe(body.entries.length);
      return body.entries.map(({ id }) => id).sort();
    };
    expect(await ids('simulation=false')).toEqual([done, draft].sort());
    expect(await ids('simulation=true')).toEqual([simulated]);
    expect(await ids('')).toEqual([done, draft, simulated].sort());
    expect(await ids('simulation=false&groupId=epidural')).toEqual([done]);
    const wrong = await client.get(`${path}?simulation=maybe`);
    expect(wrong.status).toBe(400);
    expect((await client.get(`${path}?fellowId=${uuidv7().toUpperCase()}`)).status).toBe(400);
  });
});
