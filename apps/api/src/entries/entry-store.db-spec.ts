import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { entryStates, lifeOf } from '@countersign/domain/entry';
import { v7 as uuidv7 } from 'uuid';
import { currentEdition } from '../catalogue/editions/editions';
import { EventRow } from '../db/event.row';
import { TestServer } from '../testing/test-server';
import { entryBody, NOON, type TestProgram } from '../testing/test-program';
import type { TestClient } from '../testing/test-client';
import { EntryStore } from './entry-store';
import { DecisionRow, EntryRow, EntryVersionRow } from './entry.row';
import { listedNumber, listedNumberSql } from './standing';

describe('A change of an entry', () => {
  let server: TestServer;
  let program: TestProgram;
  let fellow: TestClient;
  let supervisor: TestClient;
  let entries: string;

  beforeAll(async () => {
    server = await TestServer.start();
    program = await server.program('store');
    fellow = await server.as(program.people.fellow);
    supervisor = await server.as(program.people.supervisor);
    entries = `/programs/${program.id}/entries`;
  });
  afterAll(() => server.stop());
  beforeEach(() => server.setClock(NOON));

  const logged = async () =>
    (await fellow.post<EntryView>(entries, { body: entryBody(program, { then: 'keep' }) })).body;
  const rowOf = ({ id }: EntryView) =>
    server.read((manager) => manager.findOneByOrFail(EntryRow, { programId: program.id, id }));

  it('made from a row that is old by now is refused, also when the caller guessed the newest version', async () => {
    const entry = await logged();
    const old = await rowOf(entry);
    const { id: _id, ...body } = entryBody(program, { then: 'keep', performedOn: '2026-11-02' });
    await fellow.put(`${entries}/${entry.id}`, { revision: 1, body });
    const change = { life: lifeOf(old, []), action: 'entry.edited', seen: 2 };
    const guess = server.write(program.people.fellow.id, (tx) =>
      server.app.get(EntryStore).move(tx, old, change),
    );
    await expect(guess).rejects.toMatchObject({ code: 'entry/stale-version' });
    expect(await rowOf(entry)).toMatchObject({ revision: 2, performedOn: '2026-11-02' });
  });

  it('whose answer cannot be built is not made at all, as the problem says', async () => {
    const { body: entry } = await fellow.post<EntryView>(entries, { body: entryBody(program) });
    const setEdition = (edition: string) =>
      server.write('test', async (tx) => {
        await tx.update(EntryVersionRow, { programId: program.id, entryId: entry.id }, { edition });
      });
    await setEdition('gone');
    const ask = { revision: 1, body: { help: 4 } };
    const reply = await supervisor.post<Problem>(`${entries}/${entry.id}/approval`, ask);
    await setEdition(currentEdition);
    expect([reply.status, reply.body.title]).toEqual([500, expect.stringContaining('Nothing was saved')]);
    expect(await rowOf(entry)).toMatchObject({ state: 'submitted', revision: 1 });
    const where = { programId: program.id, entryId: entry.id };
    expect(await server.read((manager) => manager.countBy(DecisionRow, where))).toBe(0);
    expect((await supervisor.post(`${entries}/${entry.id}/approval`, ask)).status).toBe(200);
  });

  it('keeps old and new in its event, with every reason and rating that was given or taken back', async () => {
    const entry = await logged();
    const { id: _id, ...body } = entryBody(program, { painCategory: 'cancer', reflection: 'Private' });
    const path = `${entries}/${entry.id}`;
    await fellow.put(path, { revision: 1, body });
    const reason = { reasonCode: 'wrong-role', reasonText: 'You assisted.' };
    await supervisor.post(`${path}/return`, { revision: 2, body: reason });
    await supervisor.post(`${path}/undo`, { revision: 3 });
    await fellow.post(`${path}/withdrawal`, { revision: 4 });
    await fellow.post(`${path}/void`, { revision: 5, body: { reason: 'Logged twice' } });
    const where = { logId: program.id, object: `entry:${entry.id}` };
    const order = { seq: 'ASC' } as const;
    const events = await server.read((manager) => manager.find(EventRow, { where, order }));
    const said = events.map(({ action, body: text }) => {
      const { old, new: next } = (JSON.parse(text) as { data: Record<'old' | 'new', object> }).data;
      return { action, old, new: next };
    });
    expect(events.map(({ body: text }) => text).join()).not.toContain('Private');
    const returned = { decided: 1, kind: 'returned', ...reason };
    expect(said).toMatchObject([
      { action: 'entry.drafted', old: null, new: { revision: 1, state: 'draft' } },
      {
        action: 'entry.submitted',
        old: { state: 'draft', submittedAt: null, content: { painCategory: 'chronic-non-cancer' } },
        new: { state: 'submitted', submittedAt: NOON, content: { painCategory: 'cancer' } },
      },
      { action: 'entry.returned', old: { state: 'submitted' }, new: { state: 'returned', ...returned } },
      { action: 'entry.decision-undone', old: { state: 'returned', ...returned }, new: { revision: 4 } },
      { action: 'entry.withdrawn', old: { submittedAt: NOON, shownNumber: 1 }, new: { submittedAt: null } },
      { action: 'entry.voided', old: { voidReason: null }, new: { voidReason: 'Logged twice' } },
    ]);
  });

  it('is listed with the same version in SQL as in code, for its fellow and for others', async () => {
    const { fellow: author, supervisor: reader } = program.people;
    const rows = entryStates.flatMap((state) =>
      [null, 1].map((shownNumber) => ({
        ...{ programId: program.id, id: uuidv7(), fellowId: author.id, supervisorId: reader.id },
        ...{ state, revision: 1, number: 2, approvedNumber: null, shownNumber, voidReason: null },
        ...{ performedOn: '2026-11-01', submittedAt: null, firstSubmittedAt: null, createdAt: 1 },
      })),
    );
    await server.write('test', async (tx) => void (await tx.manager.insert(EntryRow, rows)));
    for (const readerId of [author.id, reader.id]) {
      const found = await server.read((manager) =>
        manager
          .createQueryBuilder(EntryRow, 'entry')
          .where('entry.createdAt = :at', { at: new Date(1) })
          .select(['entry.id AS id', `${listedNumberSql} AS listed`])
          .setParameter('readerId', readerId)
          .getRawMany<{ id: string; listed: number | string }>(),
      );
      const listed = new Map(found.map((one) => [one.id, Number(one.listed)]));
      expect(rows.map((row) => listed.get(row.id))).toEqual(rows.map((row) => listedNumber(row, readerId)));
    }
  });
});
