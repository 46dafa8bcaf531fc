import type { EntryPageView, EntryView, LogContextView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { EventRow } from '../db/event.row';
import { TestServer } from '../testing/test-server';
import { entryBody, NOON, tfesi, type TestProgram } from '../testing/test-program';
import type { TestClient } from '../testing/test-client';
import { EntryRow } from './entry.row';

describe('A fellow logs entries', () => {
  let server: TestServer;
  let program: TestProgram;
  let fellow: TestClient;
  let other: TestClient;
  let supervisor: TestClient;
  let entries: string;

  beforeAll(async () => {
    server = await TestServer.start();
    program = await server.program('entries');
    [fellow, other, supervisor] = (await Promise.all(
      [program.people.fellow, program.people.otherFellow, program.people.supervisor].map((person) =>
        server.as(person),
      ),
    )) as [TestClient, TestClient, TestClient];
    entries = `/programs/${program.id}/entries`;
  });
  afterAll(() => server.stop());
  beforeEach(() => server.setClock(NOON));

  const count = () => server.db.read((manager) => manager.countBy(EntryRow, { programId: program.id }));

  it('and the entry is submitted with its counts, its rotation and its first version', async () => {
    const reply = await fellow.post<EntryView>(entries, { body: entryBody(program) });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      state: 'submitted',
      version: 1,
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
    const body = entryBody(program, {
      procedures: [tfesi({ itemId: 'mbb-lumbar', levels: nerves, techniques: ['diagnostic'] })],
    });
    const reply = await fellow.post<EntryView>(entries, { body });
    expect(reply.body.content.procedures[0]?.counts).toEqual({
      sessions: 1,
      levels: 3,
      joints: ['L4-5 right', 'L5-S1 right'],
    });
  });

  it('and sending the same entry twice logs it once', async () => {
    const body = entryBody(program);
    const first = await fellow.post<EntryView>(entries, { body });
    const before = await count();
    const second = await fellow.post<EntryView>(entries, { body });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.version).toBe(first.body.version);
    expect(await count()).toBe(before);
  });

  it('but another content under the same id is refused', async () => {
    const body = entryBody(program);
    await fellow.post(entries, { body });
    const reply = await fellow.post<Problem>(entries, { body: { ...body, painCategory: 'cancer' } });
    expect([reply.status, reply.body.code]).toEqual([409, 'entry/id-taken']);
  });

  it('and an entry late by the program’s limit carries its days', async () => {
    const reply = await fellow.post<EntryView>(entries, {
      body: entryBody(program, { performedOn: '2026-11-01' }),
    });
    expect(reply.body.versions[0]?.lateDays).toBe(22);
  });

  it('and a draft may be incomplete, is the fellow’s alone, and is completed and sent later', async () => {
    const { supervisorId: _none, ...rest } = entryBody(program, { then: 'keep', procedures: [] });
    const draft = await fellow.post<EntryView>(entries, { body: rest });
    expect([draft.status, draft.body.state]).toEqual([201, 'draft']);
    expect((await supervisor.get(`${entries}/${draft.body.id}`)).status).toBe(404);
    const { id: _id, ...content } = entryBody(program);
    const sent = await fellow.put<EntryView>(`${entries}/${draft.body.id}`, { body: content, version: 1 });
    expect(sent.body).toMatchObject({ state: 'submitted', version: 2, number: 1 });
  });

  it('and may withdraw what is submitted, edit it and send it again', async () => {
    const { body } = await fellow.post<EntryView>(entries, { body: entryBody(program) });
    const back = await fellow.post<EntryView>(`${entries}/${body.id}/withdrawal`, { version: 1 });
    expect(back.body).toMatchObject({ state: 'draft', version: 2 });
  });

  it('and may make an own entry void with a reason; nothing leads out of void', async () => {
    const { body } = await fellow.post<EntryView>(entries, { body: entryBody(program) });
    const gone = await fellow.post<EntryView>(`${entries}/${body.id}/void`, {
      version: 1,
      body: { reason: 'Logged twice' },
    });
    expect(gone.body).toMatchObject({ state: 'void', voidReason: 'Logged twice' });
    const reply = await fellow.post<Problem>(`${entries}/${body.id}/withdrawal`, { version: 2 });
    expect([reply.status, reply.body.code]).toEqual([409, 'entry/not-allowed-now']);
  });

  describe('bad input writes nothing and names the field', () => {
    const good = () => entryBody(program);
    const cases: readonly (readonly [string, () => object, string, string])[] = [
      ['an unknown field', () => ({ ...good(), approvedBy: 'me' }), '/approvedBy', 'request/unknown-field'],
      ['a column of the row', () => ({ ...good(), state: 'approved' }), '/state', 'request/unknown-field'],
      ['a wrong type', () => ({ ...good(), simulation: 'yes' }), '/simulation', 'request/wrong-type'],
      [
        'a date that is no date',
        () => ({ ...good(), performedOn: '20.11.2026' }),
        '/performedOn',
        'request/wrong-type',
      ],
      [
        'a day that does not exist',
        () => ({ ...good(), performedOn: '2026-02-30' }),
        '/performedOn',
        'entry/impossible-date',
      ],
      [
        'a date in the future',
        () => ({ ...good(), performedOn: '2026-11-24' }),
        '/performedOn',
        'entry/future-date',
      ],
      [
        'an item that the catalogue does not have',
        () => ({ ...good(), procedures: [tfesi({ itemId: 'no-such-item' })] }),
        '/procedures/0/itemId',
        'entry/unknown-item',
      ],
      [
        'a level that the item does not have',
        () => ({ ...good(), procedures: [tfesi({ levels: [{ level: 'T4', side: 'left' }] })] }),
        '/procedures/0/levels/0/level',
        'entry/level-not-of-item',
      ],
      [
        'a role that nobody holds',
        () => ({ ...good(), procedures: [{ ...tfesi(), role: 'surgeon' }] }),
        '/procedures/0/role',
        'request/wrong-type',
      ],
      [
        'a supervisor of nowhere',
        () => ({ ...good(), supervisorId: program.people.fellow.id }),
        '/supervisorId',
        'entry/unknown-supervisor',
      ],
      ['a site of nowhere', () => ({ ...good(), siteId: program.id }), '/siteId', 'entry/unknown-site'],
      [
        'text that is not Unicode',
        () => ({ ...good(), caseLabel: 'broken \ud800' }),
        '/caseLabel',
        'request/wrong-type',
      ],
      [
        'no complication said',
        () => ({ ...good(), procedures: [tfesi({ complications: [] })] }),
        '/procedures/0/complications',
        'entry/required',
      ],
    ];
    it.each(cases)('%s', async (_name, body, pointer, code) => {
      const before = await count();
      const reply = await fellow.post<Problem>(entries, { body: body() });
      expect([reply.status, reply.body.code]).toEqual([400, 'request/invalid']);
      expect(reply.body.errors).toContainEqual(expect.objectContaining({ pointer, code }));
      expect(reply.headers.get('content-type')).toContain('application/problem+json');
      expect(await count()).toBe(before);
    });

    it('a body that is not JSON', async () => {
      const broken = await fellow.post<Problem>(entries, { body: '{"id":' });
      expect([broken.status, broken.body.code]).toEqual([400, 'request/malformed']);
      const form = await fellow.post<Problem>(entries, {
        body: 'id=1',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect([form.status, form.body.code]).toEqual([415, 'request/not-json']);
    });
  });

  it('and a change needs the version that was seen: missing is 428, stale is 412, and the first change stays', async () => {
    const { body } = await fellow.post<EntryView>(entries, { body: entryBody(program, { then: 'keep' }) });
    const { id: _id, ...content } = entryBody(program, { then: 'keep', painCategory: 'cancer' });
    expect((await fellow.put<Problem>(`${entries}/${body.id}`, { body: content })).body.code).toBe(
      'request/missing-version',
    );
    expect((await fellow.put(`${entries}/${body.id}`, { body: content, version: 1 })).status).toBe(200);
    const stale = await fellow.put<Problem>(`${entries}/${body.id}`, {
      body: { ...content, painCategory: 'acute' },
      version: 1,
    });
    expect([stale.status, stale.body.code]).toEqual([412, 'entry/stale-version']);
    expect((await fellow.get<EntryView>(`${entries}/${body.id}`)).body.content.painCategory).toBe('cancer');
  });

  it('and another fellow can neither see nor touch it', async () => {
    const { body } = await fellow.post<EntryView>(entries, { body: entryBody(program) });
    const { id: _id, ...content } = entryBody(program);
    const path = `${entries}/${body.id}`;
    const replies = await Promise.all([
      other.get(path),
      other.put(path, { body: content, version: 1 }),
      other.post(`${path}/withdrawal`, { version: 1 }),
      other.post(`${path}/void`, { version: 1, body: { reason: 'x' } }),
    ]);
    expect(replies.map((reply) => reply.status)).toEqual([404, 404, 404, 404]);
    const list = await other.get<EntryPageView>(entries);
    expect(list.body.entries.map((line) => line.fellow.id)).not.toContain(program.people.fellow.id);
  });

  it('and the list is paged without gap or double, newest first', async () => {
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

  it('and the log page starts from the rotation, the last supervisor and what was logged last', async () => {
    await fellow.post(entries, { body: entryBody(program) });
    const { body } = await fellow.get<LogContextView>(`/programs/${program.id}/log-context`);
    expect(body).toMatchObject({
      today: '2026-11-23',
      siteId: program.siteId,
      rotation: 'Interventional',
      supervisorId: program.people.supervisor.id,
    });
    expect(body.quickPicks).toContainEqual({ itemId: 'esi-tf-lumbar', why: 'recent' });
    expect(body.supervisors.map((person) => person.name)).toEqual(['Supervisor One', 'Supervisor Two']);
  });

  it('and the reflection stays with the fellow, out of the log and out of every other eye', async () => {
    const { body } = await fellow.post<EntryView>(entries, {
      body: entryBody(program, { reflection: 'I was nervous.' }),
    });
    expect(body.content.reflection).toBe('I was nervous.');
    expect(
      (await supervisor.get<EntryView>(`${entries}/${body.id}`)).body.content.reflection,
    ).toBeUndefined();
    const events = await server.db.read((manager) =>
      manager.findBy(EventRow, { logId: program.id, object: `entry:${body.id}` }),
    );
    expect(events).toHaveLength(1);
    expect(events[0]?.body).not.toContain('nervous');
  });
});
