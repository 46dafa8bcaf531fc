import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { entryStates, lifeOf } from '@countersign/domain/entry';
import { v7 as uuidv7 } from 'uuid';
import { currentEdition } from '../catalogue/editions/editions';
import { EventRow } from '../db/event.row';
import { setIn, told } from '../testing/told';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON } from '../testing/test-program';
import { EntryStore } from './entry-store';
import { DecisionRow, EntryRow, EntryVersionRow } from './entry.row';
import { listedNumber, listedNumberSql } from './standing';

describe('A change of an entry', () => {
  const here = programUnderTest('store', 'fellow', 'supervisor');
  beforeEach(() => here.server.setClock(NOON));

  const logged = async () =>
    (await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program, { then: 'keep' }) }))
      .body;
  const rowOf = ({ id }: EntryView) =>
    here.server.read((manager) => manager.findOneByOrFail(EntryRow, { programId: here.program.id, id }));

  it('made from a row that is old by now is refused, also when the caller guessed the newest version', async () => {
    const entry = await logged();
    const old = await rowOf(entry);
    const { id: _id, ...body } = entryBody(here.program, { then: 'keep', performedOn: '2026-11-02' });
    await here.fellow.put(`${here.entries}/${entry.id}`, { revision: 1, body });
    const change = { life: lifeOf(old, []), action: 'entry.edited', seen: 2 } as const;
    const guess = here.server.write(here.program.people.fellow.id, (tx) =>
      here.server.app.get(EntryStore).move(tx, old, change),
    );
    await expect(guess).rejects.toMatchObject({ code: 'entry/stale-version' });
    expect(await rowOf(entry)).toMatchObject({ revision: 2, performedOn: '2026-11-02' });
  });

  it('whose answer cannot be built is not made at all, as the problem says', async () => {
    const { body: entry } = await here.fellow.post<EntryView>(here.entries, {
      body: entryBody(here.program),
    });
    const setEdition = (edition: string) =>
      here.server.write('test', async (tx) => {
        await tx.manager.update(
          EntryVersionRow,
          { programId: here.program.id, entryId: entry.id },
          { edition },
        );
      });
    await setEdition('gone');
    const ask = { revision: 1, body: { help: 4 } };
    const reply = await here.supervisor.post<Problem>(`${here.entries}/${entry.id}/approval`, ask);
    await setEdition(currentEdition);
    expect([reply.status, reply.body.title]).toEqual([500, expect.stringContaining('Nothing was saved')]);
    expect(await rowOf(entry)).toMatchObject({ state: 'submitted', revision: 1 });
    const where = { programId: here.program.id, entryId: entry.id };
    expect(await here.server.read((manager) => manager.countBy(DecisionRow, where))).toBe(0);
    expect((await here.supervisor.post(`${here.entries}/${entry.id}/approval`, ask)).status).toBe(200);
  });

  it('keeps in its event all that its rows then say, with every reason and rating that was given or taken back', async () => {
    const entry = await logged();
    const { id: _id, ...body } = entryBody(here.program, { painCategory: 'cancer', reflection: 'Private' });
    const path = `${here.entries}/${entry.id}`;
    await here.fellow.put(path, { revision: 1, body });
    const reason = { reasonCode: 'wrong-role', reasonText: 'You assisted.' };
    await here.supervisor.post(`${path}/return`, { revision: 2, body: reason });
    await here.supervisor.post(`${path}/undo`, { revision: 3 });
    await here.fellow.post(`${path}/withdrawal`, { revision: 4 });
    await here.fellow.post(`${path}/void`, { revision: 5, body: { reason: 'Logged twice' } });
    const where = { logId: here.program.id, object: `entry:${entry.id}` };
    const order = { seq: 'ASC' } as const;
    const events = await here.server.read((manager) => manager.find(EventRow, { where, order }));
    const all = events.map(({ body: text }) => text).join();
    for (const words of ['Private', 'You assisted.', 'Logged twice']) expect(all).not.toContain(words);
    const acts = events.map((event) => ({
      action: event.action,
      data: told(event).data,
      ...{ entry: setIn(event, 'entry'), version: setIn(event, 'entry_version') },
      decision: setIn(event, 'decision'),
    }));
    const none = { version: [], decision: [] };
    const anId = expect.stringMatching(/^text:[0-9a-f]{64}$/) as unknown;
    expect(acts).toMatchObject([
      {
        ...{ action: 'entry.drafted', data: { number: 1 }, decision: [] },
        entry: [{ version: 1, state: 'draft', submittedAt: null }],
        version: [{ content: { painCategory: 'chronic-non-cancer' } }],
      },
      {
        ...{ action: 'entry.submitted', decision: [] },
        entry: [{ version: 2, state: 'submitted', submittedAt: NOON }],
        version: [{ content: { painCategory: 'cancer' } }],
      },
      {
        ...{ action: 'entry.returned', version: [] },
        entry: [{ version: 3, state: 'returned' }],
        decision: [{ kind: 'returned', live: 1, reasonCode: 'wrong-role', reasonText: anId }],
      },
      {
        ...{ action: 'entry.decision-undone', version: [] },
        entry: [{ version: 4, state: 'submitted' }],
        decision: [{ live: null, undoneAt: NOON }],
      },
      {
        ...{ action: 'entry.withdrawn', decision: [] },
        entry: [{ version: 5, submittedAt: null, shownNumber: null }],
        version: [{ submittedAt: null, lateDays: null }],
      },
      { action: 'entry.voided', entry: [{ version: 6, voidReason: anId }], ...none },
    ]);
  });

  it('is listed with the same version in SQL as in code, for its fellow and for others', async () => {
    const { fellow: author, supervisor: reader } = here.program.people;
    const rows = entryStates.flatMap((state) =>
      [null, 1].map((shownNumber) => ({
        ...{ programId: here.program.id, id: uuidv7(), fellowId: author.id, supervisorId: reader.id },
        ...{ state, revision: 1, number: 2, approvedNumber: null, shownNumber, voidReason: null },
        ...{ performedOn: '2026-11-01', submittedAt: null, firstSubmittedAt: null, createdAt: 1 },
      })),
    );
    await here.server.write('test', async (tx) => void (await tx.manager.insert(EntryRow, rows)));
    for (const readerId of [author.id, reader.id]) {
      const found = await here.server.read((manager) =>
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
