import type { CatalogueView } from '@countersign/contracts/catalogue/views';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { EventRow } from '../db/event.row';
import { EntryVersionRow } from '../entries/entry.row';
import { ProgramRow } from '../programs/program.row';
import { entryBody } from '../testing/test-program';
import { TestServer } from '../testing/test-server';
import { currentEdition } from './editions/editions';

describe('A program on an earlier edition', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  it('moves to the newest by an act of its director, which is recorded; its entries keep theirs', async () => {
    const program = await server.program('moves');
    const path = `/programs/${program.id}`;
    await server.write('test', (tx) =>
      tx.manager.update(ProgramRow, { id: program.id }, { catalogueEdition: '2026.2' }),
    );
    const director = await server.as(program.people.director);
    const fellow = await server.as(program.people.fellow);
    const entry = await fellow.post<EntryView>(`${path}/entries`, { body: entryBody(program) });
    const before = await director.get<CatalogueView>(`${path}/catalogue`);
    expect([before.body.edition, before.body.newest]).toEqual(['2026.2', currentEdition]);

    for (const _time of ['first', 'again']) {
      const moved = await director.post<CatalogueView>(`${path}/catalogue-edition`, {
        body: { edition: currentEdition },
      });
      expect([moved.status, moved.body.edition]).toEqual([200, currentEdition]);
    }
    const events = await server.read((manager) =>
      manager.findBy(EventRow, { logId: program.id, action: 'catalogue.moved' }),
    );
    expect(
      events.map(({ body }) => (JSON.parse(body ?? '') as { rows: unknown[][] }).rows[0]?.slice(0, 2)),
    ).toEqual([['program', 'change']]);
    const versions = await server.read((manager) =>
      manager.findBy(EntryVersionRow, { entryId: entry.body.id }),
    );
    expect(versions.map(({ edition }) => edition)).toEqual(['2026.2']);
  });

  it('moves to no other edition, and by nobody else', async () => {
    const program = await server.program('stays');
    const path = `/programs/${program.id}/catalogue-edition`;
    const director = await server.as(program.people.director);
    const refused = await director.post<Problem>(path, { body: { edition: '2026.1' } });
    expect([refused.status, refused.body.code]).toEqual([409, 'catalogue/not-newest']);
    const fellow = await server.as(program.people.fellow);
    expect((await fellow.post(path, { body: { edition: currentEdition } })).status).toBe(403);
  });
});
