import type { Problem } from '@countersign/contracts/problems';
import { TestServer } from '../testing/test-server';

describe('Time (g): a query for what cannot be', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  it('is refused at its part and never answered with nothing', async () => {
    const program = await server.program('queries');
    const client = await server.as(program.people.director);
    const cases: readonly (readonly [query: string, pointer: string, code: string])[] = [
      ['fromOn=2026-13-40', '/fromOn', 'entry/impossible-date'],
      ['toOn=2026-02-29', '/toOn', 'entry/impossible-date'],
      ['fromOn=0206-03-10', '/fromOn', 'entry/impossible-date'],
      ['fromOn=tomorrow', '/fromOn', 'request/wrong-type'],
      ['fromOn=2026-03-01T00:00:00Z', '/fromOn', 'request/wrong-type'],
      ['fromOn=2026-03-02&toOn=2026-03-01', '/toOn', 'entry/reversed-days'],
      ['fromOn=2026-03-02&fromOn=2026-03-01', '/fromOn', 'request/wrong-type'],
      ['cursor=next', '/cursor', 'request/wrong-type'],
      [`cursor=2026-13-40_${program.id}`, '/cursor', 'request/wrong-type'],
      ['cursor=2026-03-01_------------------------------------', '/cursor', 'request/wrong-type'],
      ['state=lost', '/state', 'request/wrong-type'],
      ['simulation=1', '/simulation', 'request/wrong-type'],
      ['fellowId=7', '/fellowId', 'request/wrong-type'],
      ['limit=ten', '/limit', 'request/unknown-field'],
      ['page=-1', '/page', 'request/unknown-field'],
    ];
    for (const [query, pointer, code] of cases) {
      const reply = await client.get<Problem>(`/programs/${program.id}/entries?${query}`);
      const found = reply.body.errors?.map((one) => `${one.pointer} ${one.code}`);
      expect([query, reply.status, found]).toEqual([query, 400, [`${pointer} ${code}`]]);
    }
    const fine = await client.get(`/programs/${program.id}/entries?fromOn=2026-03-01&toOn=2026-03-01`);
    expect(fine.status).toBe(200);
  });
});
