import type { EntryView } from '@countersign/contracts/entries/views';
import type { MembersView, MemberView } from '@countersign/contracts/people/views';
import type { Problem } from '@countersign/contracts/problems';
import type { QueueView } from '@countersign/contracts/reviews/views';
import type { SessionView } from '@countersign/contracts/sessions/views';
import { v7 as uuidv7 } from 'uuid';
import { checkLog } from '../db/check-log';
import { EventRow } from '../db/event.row';
import { CredentialRow, newPassword, PersonRow } from '../people/person.row';
import { faultRow, repeats } from '../testing/fault-row';
import { programUnderTest } from '../testing/program-under-test';
import type { TestClient } from '../testing/test-client';
import { dialect } from '../testing/test-database';
import { entryBody, NOON, TODAY } from '../testing/test-program';

const DAYS = { fromOn: '2025-01-01', toOn: '2027-06-30' };

describe('People and their roles', () => {
  const here = programUnderTest(
    'members',
    'fellow',
    'supervisor',
    'otherSupervisor',
    'director',
    'coordinator',
  );
  beforeEach(() => here.server.setClock(NOON));

  const list = async (who = here.coordinator) => (await who.get<MembersView>(`${here.base}/people`)).body;
  const member = async (id: string) => (await list()).people.find((one) => one.id === id) as MemberView;
  const send = (who: TestClient, method: 'post' | 'put' | 'delete', path: string, body?: object) =>
    who[method]<MembersView & Problem>(`${here.base}${path}`, body === undefined ? {} : { body });
  const newRole = (change: object = {}) => ({
    ...{ id: uuidv7(), role: 'staff', fromOn: TODAY, toOn: '2027-06-30' },
    ...change,
  });
  const newPerson = (change: object = {}) => {
    const id = uuidv7();
    return { id, name: 'Nora Bell', email: `${id}@members.example`, role: newRole(), ...change };
  };
  const added = async (change: object = {}) => {
    const body = newPerson(change);
    const reply = await send(here.director, 'post', '/people', body);
    expect(reply.status).toBe(201);
    return body;
  };

  it('are listed by name with roles and days, two of one name as two', async () => {
    const one = await added({ name: 'Ana Silva' });
    const other = await added({ name: 'ana silva' });
    const seen = await list();
    const names = seen.people.map(({ name }) => name.toLowerCase());
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    expect((await member(one.id)).anotherPerson).toBe(false);
    expect((await member(other.id)).anotherPerson).toBe(true);
    expect(await member(here.program.people.fellow.id)).toMatchObject({
      ...{
        name: 'Fellow One',
        baseSpecialty: 'Anesthesiology',
        disabled: false,
        mayChange: true,
        waiting: 0,
      },
      roles: [{ role: 'fellow', ...DAYS, tenure: 'in-force', mayChange: true }],
    });
    expect(seen.mayGive).not.toContain('director');
    expect((await list(here.director)).mayGive).toContain('director');
  });

  it('are added once however often it is sent; an e-mail that is taken is said', async () => {
    const body = newPerson({ role: newRole({ role: 'fellow', cohort: '2026–27' }) });
    const sent = [];
    for (let tries = 0; tries < 2; tries += 1)
      sent.push(await send(here.coordinator, 'post', '/people', body));
    expect(sent.map(({ status }) => status)).toEqual([201, 201]);
    expect((await member(body.id)).roles).toMatchObject([{ role: 'fellow', cohort: '2026–27' }]);
    const again = { ...newPerson(), email: body.email.toUpperCase() };
    expect((await send(here.coordinator, 'post', '/people', again)).body.code).toBe('people/email-taken');
    const twins = [
      newPerson({ email: 'twin@members.example' }),
      newPerson({ email: 'twin@members.example' }),
    ];
    const raced = await Promise.all(twins.map((one) => send(here.coordinator, 'post', '/people', one)));
    expect(raced.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('who belong to another program too keep account and name; only what they are here is changed', async () => {
    const elsewhere = await here.server.program('members-elsewhere');
    const { director } = elsewhere.people;
    const reply = await send(here.director, 'post', '/people', newPerson({ email: director.email }));
    expect(reply.status).toBe(201);
    const seen = await member(director.id);
    expect(seen).toMatchObject({ name: 'Director One', mayChange: false });
    const { name, email, baseSpecialty } = seen;
    const change = { name: 'Other', email, seen: { name, email, baseSpecialty } };
    for (const [method, path, body] of [
      ['put', `/people/${director.id}`, change],
      ['post', `/people/${director.id}/disabling`, undefined],
    ] as const)
      expect((await send(here.director, method, path, body)).body.code).toBe('people/elsewhere');
    const stranger = await send(
      here.director,
      'post',
      `/people/${elsewhere.people.fellow.id}/roles`,
      newRole(),
    );
    expect(stranger.status).toBe(404);
  });

  it('have roles that neither overlap nor turn round, and a cohort as fellows only', async () => {
    const { id } = await added();
    const give = async (change: object) => {
      const { status, body } = await send(here.director, 'post', `/people/${id}/roles`, newRole(change));
      return [status, body.code, body.errors?.[0]?.pointer];
    };
    expect(await give({ fromOn: '2027-06-30', toOn: '2028-06-30' })).toEqual([
      409,
      'people/overlap',
      '/fromOn',
    ]);
    expect(await give({ fromOn: '2028-01-02', toOn: '2028-01-01' })).toEqual([
      400,
      'people/reversed',
      '/toOn',
    ]);
    expect(await give({ fromOn: '2027-02-30' })).toEqual([400, 'people/impossible-date', '/fromOn']);
    expect(await give({ role: 'supervisor', cohort: 'x' })).toEqual([
      400,
      'people/cohort-of-fellow',
      '/cohort',
    ]);
    expect((await give({ role: 'supervisor' }))[0]).toBe(201);
    const [role] = (await member(id)).roles;
    const seen = { fromOn: role?.fromOn, toOn: role?.toOn };
    const moved = { fromOn: seen.fromOn, toOn: '2028-12-31', seen };
    expect((await send(here.coordinator, 'put', `/roles/${role?.id}`, moved)).status).toBe(200);
    expect((await send(here.coordinator, 'put', `/roles/${role?.id}`, moved)).body.code).toBe(
      'people/changed',
    );
  });

  it('a role that has not begun is taken back, one that has begun is not', async () => {
    const later = newRole({ fromOn: '2026-12-01' });
    const { id, role } = await added();
    await send(here.director, 'post', `/people/${id}/roles`, { ...later, role: 'supervisor' });
    expect((await send(here.coordinator, 'delete', `/roles/${later.id}`)).status).toBe(200);
    expect((await member(id)).roles).toHaveLength(1);
    expect((await send(here.coordinator, 'delete', `/roles/${role.id}`)).body.code).toBe('people/role-begun');
  });

  it('what a director is only a director says, and a coordinator changes nothing of their own', async () => {
    const { director, coordinator } = here.program.people;
    const said = async (who: TestClient, ...ask: [method: 'post' | 'put', path: string, body?: object]) =>
      (await send(who, ...ask)).body.code;
    const role = newRole({ role: 'director' });
    expect(await said(here.coordinator, 'post', `/people/${coordinator.id}/roles`, role)).toBe(
      'people/director-only',
    );
    const own = newRole({ role: 'supervisor' });
    expect(await said(here.coordinator, 'post', `/people/${coordinator.id}/roles`, own)).toBe(
      'people/own-role',
    );
    expect(await said(here.coordinator, 'post', `/people/${director.id}/disabling`)).toBe(
      'people/director-only',
    );
    expect(await said(here.coordinator, 'post', `/people/${coordinator.id}/disabling`)).toBe(
      'people/own-role',
    );
  });

  it('the last director stays, also when two end one another at once', async () => {
    const { director } = here.program.people;
    const [held] = (await member(director.id)).roles;
    const end = (id: string | undefined, fromOn: string, toOn: string) =>
      send(here.director, 'put', `/roles/${id}`, { fromOn, toOn: TODAY, seen: { fromOn, toOn } });
    const alone = await end(held?.id, DAYS.fromOn, DAYS.toOn);
    expect([alone.status, alone.body.code, alone.body.values]).toMatchObject([
      409,
      'people/last-director',
      { on: '2026-11-24' },
    ]);
    const times = repeats(5);
    for (let repeat = 0; repeat < times; repeat += 1) {
      const role = newRole({ role: 'director', fromOn: DAYS.fromOn });
      const { id } = await added({ role });
      const both = await Promise.all([
        end(held?.id, DAYS.fromOn, DAYS.toOn),
        end(role.id, role.fromOn, role.toOn),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      // The one who stayed sets the other back, for the next round.
      const [mine] = (await member(director.id)).roles;
      if (mine?.toOn !== DAYS.toOn)
        await send(here.director, 'put', `/roles/${held?.id}`, {
          ...DAYS,
          seen: { fromOn: DAYS.fromOn, toOn: TODAY },
        });
      else expect((await member(id)).roles[0]?.toOn).toBe(TODAY);
      const [theirs] = (await member(id)).roles;
      if (theirs?.toOn !== TODAY) await end(theirs?.id, theirs?.fromOn ?? '', theirs?.toOn ?? '');
    }
    faultRow('the last two directors end one another at once', {
      database: dialect,
      times,
      winners: 'one each',
    });
  }, 1_200_000);

  it('a supervisor leaves: the role ends, what waits goes to another, the session ends at once', async () => {
    const role = newRole({ role: 'supervisor', fromOn: DAYS.fromOn });
    const leaving = await added({ role });
    const passwordHash = here.program.people.fellow.passwordHash ?? '';
    await here.server.write('test', async (tx) => {
      const given = { personId: leaving.id, secret: passwordHash, chosenAt: NOON };
      await tx.insert(CredentialRow, newPassword(given, NOON));
      tx.record('person.password-made', { id: leaving.id }, {});
    });
    const session = await here.server.as({ ...here.program.people.fellow, email: leaving.email });
    const entry = entryBody(here.program, { supervisorId: leaving.id });
    expect((await here.fellow.post<EntryView>(here.entries, { body: entry })).status).toBe(201);
    expect((await member(leaving.id)).waiting).toBe(1);
    const leave = (change: object) => {
      const seen = { fromOn: role.fromOn, toOn: role.toOn };
      return send(here.coordinator, 'post', `/roles/${role.id}/departure`, { seen, ...change });
    };
    const lastOn = '2026-11-22';
    expect((await leave({ lastOn })).body.code).toBe('people/who-takes-over');
    expect((await leave({ lastOn, toId: here.program.people.director.id })).body.code).toBe(
      'hand-over/not-supervisor',
    );
    expect((await session.get<SessionView>('/session')).status).toBe(200);
    const toId = here.program.people.otherSupervisor.id;
    const done = await leave({ lastOn, toId });
    expect(done.status).toBe(200);
    expect(done.body.people.find(({ id }) => id === leaving.id)).toMatchObject({
      waiting: 0,
      roles: [{ toOn: lastOn, tenure: 'closing' }],
    });
    expect((await session.get('/session')).status).toBe(401);
    const queue = (await here.otherSupervisor.get<QueueView>(`${here.base}/review-queue`)).body;
    expect(queue.total).toBe(1);
  });

  it('an account is closed: its sessions end, nobody signs in with it, and it is opened again', async () => {
    const { staff } = here.program.people;
    const nurse = await here.server.as(staff);
    for (let tries = 0; tries < 2; tries += 1)
      expect((await send(here.coordinator, 'post', `/people/${staff.id}/disabling`)).status).toBe(200);
    expect((await nurse.get('/session')).status).toBe(401);
    await expect(here.server.as(staff)).rejects.toThrow('session/wrong-credentials');
    expect((await member(staff.id)).disabled).toBe(true);
    await send(here.coordinator, 'post', `/people/${staff.id}/enabling`);
    expect((await (await here.server.as(staff)).get('/session')).status).toBe(200);
  });

  it('name and e-mail are changed as they were seen, and the log holds neither', async () => {
    const { id, name, email } = await added();
    const seen = { name, email, baseSpecialty: '' };
    const body = { name: 'Nora Bell-Ito', email: 'Nora.Bell@Members.example', baseSpecialty: 'PM&R', seen };
    expect((await send(here.coordinator, 'put', `/people/${id}`, body)).status).toBe(200);
    expect((await send(here.coordinator, 'put', `/people/${id}`, body)).body.code).toBe('people/changed');
    expect(await member(id)).toMatchObject({ name: body.name, email: 'nora.bell@members.example' });
    const { name: seenName, email: seenEmail } = await member(id);
    const taken = {
      ...{ name: 'N', email: here.program.people.fellow.email },
      seen: { name: seenName, email: seenEmail, baseSpecialty: 'PM&R' },
    };
    expect((await send(here.coordinator, 'put', `/people/${id}`, taken)).body.code).toBe(
      'people/email-taken',
    );
    const events = await here.server.read((manager) => manager.findBy(EventRow, { object: `person:${id}` }));
    expect(events.map(({ action }) => action)).toEqual(['person.added', 'person.changed']);
    expect(events.some((event) => event.body?.includes('Ito') ?? false)).toBe(false);
    expect(await here.server.read((manager) => manager.countBy(PersonRow, { id }))).toBe(1);
  });

  it('and the logs say all of it again', async () => {
    for (const log of ['installation', here.program.id]) {
      const { differences } = await here.server.read((manager) => checkLog(manager, log));
      expect(differences).toEqual([]);
    }
  });
});
