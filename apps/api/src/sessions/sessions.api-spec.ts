import type { EntryView } from '@countersign/contracts/entries/views';
import type { SessionView } from '@countersign/contracts/sessions/views';
import type { Problem } from '@countersign/contracts/problems';
import { DelegationRow, RoleRow } from '../people/person.row';
import { statementsOf } from '../testing/count-statements';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, PASSWORD } from '../testing/test-program';
import { SessionRow } from './session.row';

describe('A person signs in', () => {
  const here = programUnderTest('sessions');
  beforeEach(() => here.server.setClock(NOON));

  const body = (password = PASSWORD) => ({
    email: here.program.people.director.email.toUpperCase(),
    password,
  });

  it('with e-mail and password, and learns the roles of today', async () => {
    const client = here.server.client();
    const reply = await client.post<SessionView>('/session', { body: body() });
    expect(reply.status).toBe(201);
    expect(reply.body.roles).toEqual([
      {
        ...{ programId: here.program.id, programName: 'Program sessions', timeZone: 'America/Chicago' },
        role: 'director',
      },
    ]);
    const cookies = reply.headers.getSetCookie();
    expect(cookies.find((cookie) => cookie.startsWith('sid='))).toMatch(/HttpOnly; SameSite=Lax/);
    const rows = await here.server.read((manager) =>
      manager.findBy(SessionRow, { personId: here.program.people.director.id }),
    );
    expect(rows.map((row) => row.id)).not.toContain(client.cookie('sid'));
  });

  it('and wrong password and unknown e-mail give one answer', async () => {
    const wrong = await here.server.client().post<Problem>('/session', { body: body('not this one') });
    const unknown = await here.server
      .client()
      .post<Problem>('/session', { body: { email: 'nobody@example.org', password: PASSWORD } });
    expect([wrong.status, wrong.body.code, unknown.status, unknown.body.code]).toEqual([
      401,
      'session/wrong-credentials',
      401,
      'session/wrong-credentials',
    ]);
  });

  it('and signing out ends the session at once', async () => {
    const client = await here.server.as(here.program.people.fellow);
    const sid = client.cookie('sid');
    expect((await client.delete('/session')).status).toBe(204);
    const reply = await here.server.client().get<Problem>('/session', { headers: { cookie: `sid=${sid}` } });
    expect([reply.status, reply.body.code]).toEqual([401, 'session/required']);
  });

  it('and a session ends after 30 idle minutes and after twelve hours whatever happens', async () => {
    const client = await here.server.as(here.program.people.fellow);
    here.server.setClock(NOON + 29 * 60_000);
    expect((await client.get('/session')).status).toBe(200);
    here.server.setClock(NOON + 29 * 60_000 + 30 * 60_000 + 1);
    expect((await client.get('/session')).status).toBe(401);
    here.server.setClock(NOON);
    const busy = await here.server.as(here.program.people.fellow);
    for (let minutes = 20; minutes < 720; minutes += 20) {
      here.server.setClock(NOON + minutes * 60_000);
      expect((await busy.get('/session')).status).toBe(200);
    }
    here.server.setClock(NOON + 12 * 3_600_000);
    expect((await busy.get('/session')).status).toBe(401);
  });

  it('and a role outside its dates opens nothing', async () => {
    here.server.setClock(Date.parse('2027-08-01T12:00:00Z'));
    const client = await here.server.as(here.program.people.supervisor);
    expect((await client.get<SessionView>('/session')).body.roles).toEqual([]);
    expect((await client.get(`/programs/${here.program.id}/entries`)).status).toBe(404);
  });

  it('and a request that another site sends in the person’s name is refused', async () => {
    const client = await here.server.as(here.program.people.fellow);
    const foreign = await client.delete<Problem>('/session', { headers: { 'sec-fetch-site': 'cross-site' } });
    const tokenless = await client.delete<Problem>('/session', { headers: { 'x-xsrf-token': 'guess' } });
    expect([foreign.status, foreign.body.code, tokenless.status, tokenless.body.code]).toEqual([
      403,
      'request/cross-site',
      403,
      'request/cross-site',
    ]);
    expect((await client.get('/session')).status).toBe(200);
  });

  it('and each request looks its person up in as many statements however many programs the person is in', async () => {
    const person = here.program.people.director;
    const client = await here.server.as(person);
    const read = () => statementsOf(here.server, () => client.get('/session'));
    const before = (await read()).length;
    for (const label of ['second', 'third']) {
      const other = await here.server.program(`sessions-${label}`);
      await here.server.write('test', async ({ manager }) => {
        const held = {
          personId: person.id,
          role: 'director' as const,
          fromOn: '2025-01-01',
          toOn: '2027-06-30',
        };
        await manager.insert(RoleRow, { ...held, programId: other.id, id: person.id });
      });
    }
    expect((await read()).length).toBe(before);
    const { roles } = (await client.get<SessionView>('/session')).body;
    expect(roles.map((role) => role.programName).sort()).toEqual([
      'Program sessions',
      'Program sessions-second',
      'Program sessions-third',
    ]);
  });

  it('and who stands in for a supervisor, accepted and today, decides on what names that one; nobody else does', async () => {
    const { fellow, supervisor, otherSupervisor } = here.program.people;
    const entries = `/programs/${here.program.id}/entries`;
    const logged = await (
      await here.server.as(fellow)
    ).post<EntryView>(entries, { body: entryBody(here.program) });
    const stands = {
      programId: here.program.id,
      supervisorId: supervisor.id,
      delegateId: otherSupervisor.id,
      fromOn: '2026-11-01',
      toOn: '2026-11-30',
    };
    const client = await here.server.as(otherSupervisor);
    const seen = async () => (await client.get(`${entries}/${logged.body.id}`)).status;
    const insert = (id: string, change: object) =>
      here.server.write('test', ({ manager }) =>
        manager.insert(DelegationRow, { ...stands, id, acceptedAt: NOON, ...change }),
      );
    await insert(fellow.id, { acceptedAt: null });
    await insert(supervisor.id, { toOn: '2026-11-22' });
    await insert(here.program.id, { delegateId: fellow.id });
    expect(await seen()).toBe(404);
    await insert(otherSupervisor.id, {});
    expect(await seen()).toBe(200);
    const ask = { revision: logged.body.revision, body: { help: 4 } };
    expect((await client.post(`${entries}/${logged.body.id}/approval`, ask)).status).toBe(200);
  });

  it('and the demo’s one-tap sign-in does not exist on a real database', async () => {
    const list = await here.server.client().get<Problem>('/demo-people');
    const open = await here.server
      .client()
      .post<Problem>('/demo-session', { body: { personId: here.program.people.fellow.id } });
    expect([list.status, list.body.code, open.status, open.body.code]).toEqual([
      404,
      'demo/off',
      404,
      'demo/off',
    ]);
  });
});
