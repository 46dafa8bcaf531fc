import type { EntryPageView, EntryView } from '@countersign/contracts/entries/views';
import type { QueueView } from '@countersign/contracts/reviews/views';
import type { Problem } from '@countersign/contracts/problems';
import { EntryRow } from '../entries/entry.row';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';
import type { TestClient } from '../testing/test-client';

type Change = Parameters<typeof entryBody>[1];

describe('An approved entry is amended', () => {
  const here = programUnderTest('amendments', 'fellow', 'supervisor', 'otherSupervisor', 'director');
  beforeEach(() => here.server.setClock(NOON));

  const at = ({ id }: Pick<EntryView, 'id'>, act = '') => `${here.entries}/${id}${act}`;
  const toTwo = (change: Change = {}): Change => ({
    supervisorId: here.program.people.otherSupervisor.id,
    performedOn: '2026-11-12',
    procedures: [tfesi({ role: 'assisted' })],
    ...change,
  });
  async function approved(change: Change = {}): Promise<EntryView> {
    const { body } = await here.fellow.post<EntryView>(here.entries, {
      body: entryBody(here.program, change),
    });
    return (await here.supervisor.post<EntryView>(at(body, '/approval'), { revision: 1, body: { help: 4 } }))
      .body;
  }
  async function amended(entry: EntryView, change: Change = {}): Promise<EntryView> {
    const { id: _id, ...body } = entryBody(here.program, change);
    const reply = await here.fellow.post<EntryView>(at(entry, '/amendments'), {
      revision: entry.revision,
      body,
    });
    expect([reply.status, reply.body.state]).toEqual([200, 'amended']);
    return reply.body;
  }
  async function returned(entry: EntryView, by: TestClient): Promise<EntryView> {
    const body = { reasonCode: 'other', reasonText: 'It was as before.' };
    return (await by.post<EntryView>(at(entry, '/return'), { revision: entry.revision, body })).body;
  }
  async function withdrawn(entry: EntryView): Promise<EntryView> {
    return (await here.fellow.post<EntryView>(at(entry, '/withdrawal'), { revision: entry.revision })).body;
  }
  const columns = async ({ id }: EntryView) => {
    const where = { programId: here.program.id, id };
    const row = await here.server.read((manager) => manager.findOneByOrFail(EntryRow, where));
    const { supervisorId, performedOn, submittedAt, shownNumber } = row;
    return { supervisorId, performedOn, submittedAt, shownNumber };
  };
  const line = async (reader: TestClient, { id }: EntryView, query = '') =>
    (await reader.get<EntryPageView>(`${here.entries}${query}`)).body.entries.find(
      (found) => found.id === id,
    );
  const queued = async (reader: TestClient, { id }: EntryView) =>
    (await reader.get<QueueView>(`/programs/${here.program.id}/review-queue`)).body.entries.some(
      (found) => found.id === id,
    );

  it.each(['withdrawn', 'returned'] as const)(
    'and once %s nothing of the amendment is left on it: the first supervisor keeps it, the second has nothing',
    async (how) => {
      const entry = await approved();
      const before = await columns(entry);
      here.server.setClock(NOON + 1_000);
      const waiting = await amended(entry, toTwo());
      expect([await queued(here.supervisor, entry), await queued(here.otherSupervisor, entry)]).toEqual([
        false,
        true,
      ]);
      expect(await columns(entry)).toEqual({
        ...before,
        supervisorId: here.program.people.otherSupervisor.id,
        submittedAt: NOON + 1_000,
      });
      await (how === 'withdrawn' ? withdrawn(waiting) : returned(waiting, here.otherSupervisor));
      expect(await columns(entry)).toEqual(before);
      expect([
        (await here.supervisor.get(at(entry))).status,
        (await here.otherSupervisor.get(at(entry))).status,
      ]).toEqual([200, 404]);
      expect(await line(here.supervisor, entry)).toMatchObject({
        performedOn: '2026-11-20',
        state: 'approved',
      });
      expect(await line(here.otherSupervisor, entry)).toBeUndefined();
    },
  );

  it('and whoever returned the amendment may take that back, which brings it back to them', async () => {
    const waiting = await amended(await approved(), toTwo());
    const stood = await columns(waiting);
    const back = await returned(waiting, here.otherSupervisor);
    expect(back.acts.undoUntil).toBe(NOON + 10_000);
    const undone = await here.otherSupervisor.post<EntryView>(at(back, '/undo'), { revision: back.revision });
    expect([undone.status, undone.body.state]).toEqual([200, 'amended']);
    expect(await columns(waiting)).toEqual(stood);
    expect(await queued(here.otherSupervisor, waiting)).toBe(true);
    expect((await here.supervisor.post(at(back, '/undo'), { revision: undone.body.revision })).status).toBe(
      404,
    );
  });

  it('and lists show what counts, with the amendment beside it; its two supervisors never mix', async () => {
    const waiting = await amended(await approved(), toTwo({ simulation: true }));
    expect(waiting).toMatchObject({ supervisor: { name: 'Supervisor Two' }, approvedNumber: 1, number: 2 });
    for (const reader of [here.fellow, here.director])
      expect(await line(reader, waiting, '?state=approved&groupId=epidural&simulation=false')).toMatchObject({
        state: 'amended',
        performedOn: '2026-11-20',
        supervisor: { name: 'Supervisor One' },
        simulation: false,
        procedures: [{ role: 'performed' }],
        amendment: { state: 'waiting', supervisor: { name: 'Supervisor Two' }, at: NOON },
      });
    const seen = await here.director.get<EntryView>(at(waiting));
    expect(seen.body.content).toMatchObject({ performedOn: '2026-11-20', simulation: false });
    const asked = await here.otherSupervisor.get<EntryView>(at(waiting));
    expect(asked.body.content).toMatchObject({ performedOn: '2026-11-12', simulation: true });
    expect(await line(here.fellow, waiting, '?amendment=waiting')).toBeDefined();
    expect(await line(here.fellow, waiting, '?amendment=returned')).toBeUndefined();
  });

  it('and a returned amendment is found by its fellow until it is sent again', async () => {
    const entry = await returned(await amended(await approved(), { ageBand: '18-39' }), here.supervisor);
    const found = await line(here.fellow, entry, '?amendment=returned');
    expect(found).toMatchObject({
      state: 'approved',
      amendment: { state: 'returned', supervisor: { name: 'Supervisor One' }, at: NOON },
    });
    const again = await amended(entry, { painCategory: 'cancer' });
    expect(await line(here.fellow, entry, '?amendment=returned')).toBeUndefined();
    await withdrawn(again);
    expect((await line(here.fellow, entry))?.amendment).toBeUndefined();
    const undone = await returned(await amended(await approved(), { ageBand: '18-39' }), here.supervisor);
    await here.supervisor.post(at(undone, '/undo'), { revision: undone.revision });
    expect(await line(here.fellow, undone, '?amendment=returned')).toBeUndefined();
  });

  it('and its changes are those since the last decision: one in a version that was withdrawn is not hidden', async () => {
    const dropped = await withdrawn(await amended(await approved(), { painCategory: 'cancer' }));
    const waiting = await amended(dropped, { painCategory: 'cancer', setting: 'clinic' });
    expect(waiting.versions[2]?.changes).toEqual([
      { pointer: '/setting', values: { before: 'asc', after: 'clinic' } },
      { pointer: '/painCategory', values: { before: 'chronic-non-cancer', after: 'cancer' } },
    ]);
    const seen = await here.supervisor.get<EntryView>(at(waiting));
    expect(seen.body.versions.map(({ number }) => number)).toEqual([1, 3]);
    const again = await amended(await returned(waiting, here.supervisor), {
      painCategory: 'acute',
      setting: 'clinic',
    });
    expect(again.versions[3]?.changes).toEqual([
      { pointer: '/painCategory', values: { before: 'cancer', after: 'acute' } },
    ]);
  });

  it('and a supervisor sees what changed since the own decision, whatever another one returned meanwhile', async () => {
    const back = await returned(
      await amended(await approved(), toTwo({ painCategory: 'cancer' })),
      here.otherSupervisor,
    );
    const waiting = await amended(back, { painCategory: 'cancer' });
    expect(waiting.versions[2]?.changes).toEqual([
      { pointer: '/painCategory', values: { before: 'chronic-non-cancer', after: 'cancer' } },
    ]);
  });

  it('and a decision that was taken back is none to compare with', async () => {
    const entry = await approved();
    const undone = await here.supervisor.post<EntryView>(at(entry, '/undo'), { revision: entry.revision });
    const { id: _id, ...body } = entryBody(here.program, { painCategory: 'cancer', then: 'keep' });
    const draft = await withdrawn(undone.body);
    const kept = await here.fellow.put<EntryView>(at(entry), { revision: draft.revision, body });
    expect(kept.body.versions.map(({ changes }) => changes)).toEqual([[]]);
  });

  it('and is always sent: keeping it for later is refused and changes nothing', async () => {
    const entry = await approved();
    const { id: _id, ...body } = entryBody(here.program, { then: 'keep', painCategory: 'cancer' });
    const path = at(entry, '/amendments');
    const reply = await here.fellow.post<Problem>(path, { revision: entry.revision, body });
    expect([reply.status, reply.body.errors]).toMatchObject([400, [{ pointer: '/then' }]]);
    expect((await here.fellow.get<EntryView>(at(entry))).body).toMatchObject({
      state: 'approved',
      revision: 2,
    });
  });

  it('and made void it stands as it stood, with what had counted', async () => {
    const entry = await withdrawn(await amended(await approved(), toTwo()));
    const body = { reason: 'Logged twice' };
    const gone = await here.director.post<EntryView>(at(entry, '/void'), { revision: entry.revision, body });
    expect(gone.body).toMatchObject({ state: 'void', content: { performedOn: '2026-11-20' } });
    expect((await here.supervisor.get(at(entry))).status).toBe(200);
    expect(await line(here.director, entry)).toMatchObject({ procedures: [{ role: 'performed' }] });
  });
});
