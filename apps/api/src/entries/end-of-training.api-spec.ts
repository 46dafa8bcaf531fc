import type { EntryPageView, EntryView, LogContextView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import type { SessionView } from '@countersign/contracts/sessions/views';
import { RoleRow } from '../people/person.row';
import { ProgramRow } from '../programs/program.row';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, type TestProgram } from '../testing/test-program';
import { TestServer } from '../testing/test-server';

/* Everybody of a test program holds the role from 2025-01-01 to 2027-06-30. */
const DURING = NOON;
const LAST_EVENING = Date.parse('2027-07-01T04:30:00Z');
const CLOSING = Date.parse('2027-07-01T06:00:00Z');
const LAST_CLOSING_EVENING = Date.parse('2027-07-15T04:30:00Z');
const OVER = Date.parse('2027-07-15T06:00:00Z');
const BEFORE = Date.parse('2024-12-31T18:00:00Z');

describe('Identity (b): the end of a training', () => {
  const here = programUnderTest('end');
  afterEach(() => here.server.setClock(NOON));

  const sessionAt = async (now: number, who: keyof TestProgram['people'] = 'fellow') => {
    here.server.setClock(now);
    return (await (await here.server.as(here.program.people[who])).get<SessionView>('/session')).body;
  };
  const role = () => ({
    ...{ programId: here.program.id, programName: 'Program end', timeZone: 'America/Chicago' },
    role: 'fellow',
  });

  it('is told with its last day, and until when the log can be finished', async () => {
    expect((await sessionAt(DURING)).roles).toEqual([role()]);
    expect((await sessionAt(LAST_EVENING)).roles).toEqual([role()]);
    const closing = { ...role(), ended: 'closing', lastOn: '2027-06-30', closesOn: '2027-07-14' };
    expect((await sessionAt(CLOSING)).roles).toEqual([closing]);
    expect((await sessionAt(LAST_CLOSING_EVENING)).roles).toEqual([closing]);
    expect((await sessionAt(OVER)).roles).toEqual([{ ...role(), ended: 'over', lastOn: '2027-06-30' }]);
  });

  it('and the begin are told of a role that gives nothing today', async () => {
    const span = {
      fromOn: '2025-01-01',
      toOn: '2027-06-30',
      programId: here.program.id,
      programName: 'Program end',
    };
    const before = await sessionAt(BEFORE);
    expect([before.roles, before.outside]).toEqual([[], [{ ...span, role: 'fellow', begun: false }]]);
    const after = await sessionAt(CLOSING, 'supervisor');
    expect([after.roles, after.outside]).toEqual([[], [{ ...span, role: 'supervisor', begun: true }]]);
    const director = await here.server.as(here.program.people.director);
    expect((await director.get(`${here.base}/dashboard`)).status).toBe(404);
  });

  it('leaves days in which days of training are logged and drafts sent', async () => {
    const before = await here.server.as(here.program.people.fellow);
    const draft = entryBody(here.program, { then: 'keep' });
    const kept = await before.post<EntryView>(`${here.base}/entries`, { body: draft });
    expect(kept.status).toBe(201);
    here.server.setClock(CLOSING);
    const fellow = await here.server.as(here.program.people.fellow);
    const context = await fellow.get<LogContextView>(`${here.base}/log-context`);
    expect([context.body.today, context.body.training]).toEqual([
      '2027-07-01',
      [{ fromOn: '2025-01-01', toOn: '2027-06-30' }],
    ]);
    // Whoever supervised stays for another year: a supervisor who has left is sent nothing new.
    const { id: personId } = here.program.people.supervisor;
    await here.server.write('test', ({ manager }) =>
      manager.update(RoleRow, { programId: here.program.id, personId }, { toOn: '2028-06-30' }),
    );
    const late = entryBody(here.program, { performedOn: '2027-06-30' });
    expect((await fellow.post(`${here.base}/entries`, { body: late })).status).toBe(201);
    const { id: _id, ...content } = draft;
    const sent = await fellow.put<EntryView>(`${here.base}/entries/${draft.id}`, {
      body: { ...content, then: 'submit' },
      revision: kept.body.revision,
    });
    expect([sent.status, sent.body.state]).toEqual([200, 'submitted']);
    const after = entryBody(here.program, { performedOn: '2027-07-01' });
    const refused = await fellow.post<Problem>(`${here.base}/entries`, { body: after });
    expect([refused.status, refused.body.errors?.[0]]).toMatchObject([
      400,
      { pointer: '/performedOn', code: 'entry/outside-training' },
    ]);
  });

  it('leaves the own log for good, and nobody else’s', async () => {
    const body = entryBody(here.program);
    const before = await here.server.as(here.program.people.fellow);
    expect((await before.post(`${here.base}/entries`, { body })).status).toBe(201);
    here.server.setClock(Date.parse('2035-01-01T12:00:00Z'));
    const fellow = await here.server.as(here.program.people.fellow);
    const list = await fellow.get<EntryPageView>(`${here.base}/entries`);
    expect(list.body.entries.map(({ id }) => id)).toContain(body.id);
    const entry = await fellow.get<EntryView>(`${here.base}/entries/${body.id}`);
    expect([entry.status, Object.values(entry.body.acts).some(Boolean)]).toEqual([200, false]);
    expect((await fellow.get(`${here.base}/fellows/${here.program.people.fellow.id}/progress`)).status).toBe(
      200,
    );
    expect((await fellow.get(`${here.base}/log-context`)).status).toBe(403);
    expect((await fellow.post(`${here.base}/entries`, { body: entryBody(here.program) })).status).toBe(403);
    const other = await here.server.as(here.program.people.otherFellow);
    expect((await other.get(`${here.base}/entries/${body.id}`)).status).toBe(404);
    expect((await other.get(`${here.base}/fellows/${here.program.people.fellow.id}/progress`)).status).toBe(
      404,
    );
  });

  it('leaves as many days as the program says', async () => {
    const own = await here.server.program('end-own');
    await here.server.write('test', (tx) =>
      tx.manager.update(ProgramRow, { id: own.id }, { closingDays: 0 }),
    );
    here.server.setClock(CLOSING);
    const fellow = await here.server.as(own.people.fellow);
    expect((await fellow.get<SessionView>('/session')).body.roles[0]?.ended).toBe('over');
    expect((await fellow.get(`/programs/${own.id}/log-context`)).status).toBe(403);
  });
});

describe('Identity (c): an entry of a day outside the fellow’s own training', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  it.each(['keep', 'submit'] as const)('is refused at its date, with the dates: %s', async (then) => {
    const program = await server.program(`outside-${then}`);
    const fellow = await server.as(program.people.fellow);
    const body = entryBody(program, { performedOn: '2024-12-31', then });
    const reply = await fellow.post<Problem>(`/programs/${program.id}/entries`, { body });
    expect(reply.status).toBe(400);
    expect(reply.body.errors?.[0]).toEqual({
      pointer: '/performedOn',
      code: 'entry/outside-training',
      title: 'This day is outside your training, which is from Jan 1, 2025 to Jun 30, 2027.',
      values: { fromOn: '2025-01-01', toOn: '2027-06-30' },
    });
    const first = entryBody(program, { performedOn: '2025-01-01', then });
    expect((await fellow.post(`/programs/${program.id}/entries`, { body: first })).status).toBe(201);
  });
});
