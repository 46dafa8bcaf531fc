import type { EntryPageView, EntryView, LogContextView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { EventRow } from '../db/event.row';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';
import { EntryRow } from './entry.row';

describe('A fellow logs entries', () => {
  const here = programUnderTest('entries', 'fellow', 'otherFellow', 'supervisor');

  beforeEach(() => here.server.setClock(NOON));

  const count = () =>
    here.server.read((manager) => manager.countBy(EntryRow, { programId: here.program.id }));

  it('and the entry is submitted with its counts, its rotation and its first version', async () => {
    const reply = await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program) });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      state: 'submitted',
      revision: 1,
      number: 1,
      rotation: 'Interventional',
      siteName: 'Main site',
    });
    expect(reply.body.content.procedures[0]).toMatchObject({
      itemName: expect.stringContaining('Transforaminal'),
      counts: { sessions: 1, levels: 2 },
    });
    expect(reply.body.acts).toMatchObject({ edit: false, withdraw: true, review: false });
  });

  it('and medial branch nerves count as nerves, with the joints derived from the table', async () => {
    const nerves = ['L3', 'L4', 'L5 DR'].map((level) => ({ level, side: 'right' as const }));
    const body = entryBody(here.program, {
      procedures: [tfesi({ itemId: 'mbb-lumbar', levels: nerves, techniques: ['diagnostic'] })],
    });
    const reply = await here.fellow.post<EntryView>(here.entries, { body });
    expect(reply.body.content.procedures[0]?.counts).toEqual({
      sessions: 1,
      levels: 3,
      joints: [
        { joint: 'L4-5', side: 'right' },
        { joint: 'L5-S1', side: 'right' },
      ],
    });
  });

  it('and sending the same entry twice logs it once', async () => {
    const body = entryBody(here.program);
    const first = await here.fellow.post<EntryView>(here.entries, { body });
    const before = await count();
    const second = await here.fellow.post<EntryView>(here.entries, { body });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.revision).toBe(first.body.revision);
    expect(await count()).toBe(before);
  });

  it('but another content under the same id is refused', async () => {
    const body = entryBody(here.program);
    await here.fellow.post(here.entries, { body });
    const reply = await here.fellow.post<Problem>(here.entries, {
      body: { ...body, painCategory: 'cancer' },
    });
    expect([reply.status, reply.body.code]).toEqual([409, 'entry/id-taken']);
  });

  it('and an entry late by the program’s limit carries its days', async () => {
    const reply = await here.fellow.post<EntryView>(here.entries, {
      body: entryBody(here.program, { performedOn: '2026-11-01' }),
    });
    expect(reply.body.versions[0]?.lateDays).toBe(22);
  });

  it('and a draft may be incomplete, is the fellow’s alone, and is completed and sent later', async () => {
    const { supervisorId: _none, ...rest } = entryBody(here.program, { then: 'keep', procedures: [] });
    const draft = await here.fellow.post<EntryView>(here.entries, { body: rest });
    expect([draft.status, draft.body.state]).toEqual([201, 'draft']);
    expect((await here.supervisor.get(`${here.entries}/${draft.body.id}`)).status).toBe(404);
    const { id: _id, ...content } = entryBody(here.program);
    const sent = await here.fellow.put<EntryView>(`${here.entries}/${draft.body.id}`, {
      body: content,
      revision: 1,
    });
    expect(sent.body).toMatchObject({ state: 'submitted', revision: 2, number: 1 });
  });

  it('and may withdraw what is submitted, edit it and send it again', async () => {
    const { body } = await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program) });
    const back = await here.fellow.post<EntryView>(`${here.entries}/${body.id}/withdrawal`, { revision: 1 });
    expect(back.body).toMatchObject({ state: 'draft', revision: 2 });
  });

  it('and may make an own entry void with a reason; nothing leads out of void', async () => {
    const { body } = await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program) });
    const gone = await here.fellow.post<EntryView>(`${here.entries}/${body.id}/void`, {
      revision: 1,
      body: { reason: 'Logged twice' },
    });
    expect(gone.body).toMatchObject({ state: 'void', voidReason: 'Logged twice' });
    const reply = await here.fellow.post<Problem>(`${here.entries}/${body.id}/withdrawal`, { revision: 2 });
    expect([reply.status, reply.body.code]).toEqual([409, 'entry/not-allowed-now']);
  });

  it('and a change needs the version that was seen: missing is 428, stale is 412, and the first change stays', async () => {
    const { body } = await here.fellow.post<EntryView>(here.entries, {
      body: entryBody(here.program, { then: 'keep' }),
    });
    const { id: _id, ...content } = entryBody(here.program, { then: 'keep', painCategory: 'cancer' });
    expect((await here.fellow.put<Problem>(`${here.entries}/${body.id}`, { body: content })).body.code).toBe(
      'request/missing-version',
    );
    expect((await here.fellow.put(`${here.entries}/${body.id}`, { body: content, revision: 1 })).status).toBe(
      200,
    );
    const stale = await here.fellow.put<Problem>(`${here.entries}/${body.id}`, {
      body: { ...content, painCategory: 'acute' },
      revision: 1,
    });
    expect([stale.status, stale.body.code]).toEqual([412, 'entry/stale-version']);
    expect((await here.fellow.get<EntryView>(`${here.entries}/${body.id}`)).body.content.painCategory).toBe(
      'cancer',
    );
  });

  it('and another fellow can neither see nor touch it', async () => {
    const { body } = await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program) });
    const { id: _id, ...content } = entryBody(here.program);
    const path = `${here.entries}/${body.id}`;
    const replies = await Promise.all([
      here.otherFellow.get(path),
      here.otherFellow.put(path, { body: content, revision: 1 }),
      here.otherFellow.post(`${path}/withdrawal`, { revision: 1 }),
      here.otherFellow.post(`${path}/void`, { revision: 1, body: { reason: 'x' } }),
    ]);
    expect(replies.map((reply) => reply.status)).toEqual([404, 404, 404, 404]);
    const list = await here.otherFellow.get<EntryPageView>(here.entries);
    expect(list.body.entries.map((line) => line.fellow.id)).not.toContain(here.program.people.fellow.id);
  });

  it('and the log page starts from the rotation, the last supervisor and what was logged last', async () => {
    await here.fellow.post(here.entries, { body: entryBody(here.program) });
    const { body } = await here.fellow.get<LogContextView>(`/programs/${here.program.id}/log-context`);
    expect(body).toMatchObject({
      today: '2026-11-23',
      siteId: here.program.siteId,
      rotation: 'Interventional',
      supervisorId: here.program.people.supervisor.id,
    });
    expect(body.quickPicks).toContainEqual({ itemId: 'esi-tf-lumbar', why: 'recent' });
    expect(body.supervisors.map((person) => person.name)).toEqual(['Supervisor One', 'Supervisor Two']);
  });

  it('and the reflection stays with the fellow, out of the log and out of every other eye', async () => {
    const { body } = await here.fellow.post<EntryView>(here.entries, {
      body: entryBody(here.program, { reflection: 'I was nervous.' }),
    });
    expect(body.content.reflection).toBe('I was nervous.');
    expect(
      (await here.supervisor.get<EntryView>(`${here.entries}/${body.id}`)).body.content.reflection,
    ).toBeUndefined();
    const events = await here.server.read((manager) =>
      manager.findBy(EventRow, { logId: here.program.id, object: `entry:${body.id}` }),
    );
    expect(events).toHaveLength(1);
    expect(events[0]?.body).not.toContain('nervous');
  });
});
