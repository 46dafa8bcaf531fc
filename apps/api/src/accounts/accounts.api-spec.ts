import type { AccountView, NewLinkView, OpenLinkView } from '@countersign/contracts/account/views';
import type { MembersView } from '@countersign/contracts/people/views';
import type { Problem } from '@countersign/contracts/problems';
import type { SessionView } from '@countersign/contracts/sessions/views';
import { v7 as uuidv7 } from 'uuid';
import { checkLog } from '../db/check-log';
import { EventRow } from '../db/event.row';
import { CredentialRow } from '../people/person.row';
import { faultRow, repeats } from '../testing/fault-row';
import { programUnderTest } from '../testing/program-under-test';
import { dialect } from '../testing/test-database';
import { NOON, PASSWORD, TODAY } from '../testing/test-program';
import { AccessLinkRow } from './access-link.row';
import { AccessLinks } from './access-links';

const HOUR = 3_600_000;
const GOOD = 'gravel teapot misses september';

describe('Accounts', () => {
  const here = programUnderTest('accounts', 'fellow', 'director', 'coordinator');
  beforeEach(() => here.server.setClock(NOON));

  const secrets: string[] = [];
  const newcomer = async () => {
    const id = uuidv7();
    const role = { id: uuidv7(), role: 'staff', fromOn: TODAY, toOn: '2027-06-30' };
    const email = `${id}@accounts.example`;
    const body = { id, name: 'Nora Bell', email, role };
    expect((await here.director.post(`${here.base}/people`, { body })).status).toBe(201);
    return { id, email };
  };
  const make = async (personId: string, who = here.coordinator) => {
    const reply = await who.post<NewLinkView & Problem>(`${here.base}/people/${personId}/access-links`);
    if (reply.status === 201) secrets.push(reply.body.secret);
    return reply;
  };
  const open = (secret: string) =>
    here.server.client().post<OpenLinkView & Problem>('/access-links/opening', { body: { secret } });
  const use = (secret: string, password = GOOD, change: object = {}) =>
    here.server.client().post<Problem>('/access-links/use', { body: { secret, password, ...change } });
  const signIn = async (email: string, password: string) => {
    const client = here.server.client();
    const reply = await client.post<SessionView>('/session', { body: { email, password } });
    return { client, reply };
  };
  const accessOf = async (id: string) =>
    (await here.coordinator.get<MembersView>(`${here.base}/people`)).body.people.find((one) => one.id === id)
      ?.access;

  it('somebody invited looks at the link, corrects the name, chooses a password and signs in', async () => {
    const { id, email } = await newcomer();
    expect(await accessOf(id)).toEqual({ state: 'none' });
    const { body } = await make(id);
    expect(body).toMatchObject({ personId: id, purpose: 'invitation', expiresAt: NOON + 72 * HOUR });
    expect(await accessOf(id)).toEqual({ state: 'invited', linkUntil: NOON + 72 * HOUR });
    for (let looks = 0; looks < 2; looks += 1)
      expect((await open(body.secret)).body).toMatchObject({ name: 'Nora Bell', email, least: 15 });
    expect((await use(body.secret, GOOD, { name: 'Nora Bell-Ito' })).status).toBe(204);
    expect(await accessOf(id)).toEqual({ state: 'password' });
    const { reply } = await signIn(email, GOOD);
    expect([reply.status, reply.body.person.name, reply.body.demand]).toEqual([
      201,
      'Nora Bell-Ito',
      undefined,
    ]);
    expect((await open(body.secret)).body.code).toBe('link/used');
    expect((await use(body.secret)).body.code).toBe('link/used');
  });

  it('a link ends after 72 hours, when it is taken back, and when another is made', async () => {
    const { id } = await newcomer();
    const first = (await make(id)).body.secret;
    const second = (await make(id)).body.secret;
    expect((await open(first)).body.code).toBe('link/over');
    here.server.setClock(NOON + 72 * HOUR - 1);
    expect((await open(second)).status).toBe(200);
    here.server.setClock(NOON + 72 * HOUR);
    expect((await use(second)).body.code).toBe('link/over');
    here.server.setClock(NOON);
    const revoked = await here.coordinator.post(`${here.base}/people/${id}/access-links/revocation`);
    expect(revoked.status).toBe(200);
    expect((await use(second)).body.code).toBe('link/over');
    expect((await open('x'.repeat(43))).body.code).toBe('link/unknown');
    expect(await here.server.read((manager) => manager.existsBy(CredentialRow, { personId: id }))).toBe(
      false,
    );
  });

  it('of several who use one link at once exactly one wins, again and again', async () => {
    const times = repeats(10);
    for (let repeat = 0; repeat < times; repeat += 1) {
      const { id, email } = await newcomer();
      for (const purpose of ['invitation', 'reset'] as const) {
        const { body } = await make(id);
        expect(body.purpose).toBe(purpose);
        const passwords = ['one', 'two', 'three'].map((word) => `${GOOD} ${purpose} ${word}`);
        const replies = await Promise.all(passwords.map((password) => use(body.secret, password)));
        expect(replies.map(({ status }) => status).sort()).toEqual([204, 410, 410]);
        const winner = passwords[replies.findIndex(({ status }) => status === 204)] ?? '';
        expect((await signIn(email, winner)).reply.status).toBe(201);
      }
    }
    faultRow('three use one invitation, and one reset, at once', {
      database: dialect,
      times,
      winners: 'one each',
    });
  }, 1_200_000);

  it('of several links that are made at once one is open', async () => {
    const { id } = await newcomer();
    const made = await Promise.all([make(id), make(id), make(id, here.director)]);
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201]);
    const found = await Promise.all(made.map(({ body }) => open(body.secret)));
    expect(found.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('a reset ends every session, and for a day nothing is signed; nobody makes one for themselves or elsewhere', async () => {
    const { otherSupervisor, coordinator } = here.program.people;
    const before = await here.server.as(otherSupervisor);
    const { body } = await make(otherSupervisor.id);
    expect(body.purpose).toBe('reset');
    expect((await before.get('/session')).status).toBe(200);
    expect((await use(body.secret)).status).toBe(204);
    expect((await before.get('/session')).status).toBe(401);
    expect((await signIn(otherSupervisor.email, PASSWORD)).reply.status).toBe(401);
    const { client } = await signIn(otherSupervisor.email, GOOD);
    expect((await client.get<AccountView>('/account')).body.signsFrom).toBe(NOON + 24 * HOUR);
    expect((await make(coordinator.id)).body.code).toBe('people/own-role');
    const elsewhere = await here.server.program('accounts-elsewhere');
    expect((await make(elsewhere.people.fellow.id)).status).toBe(404);
  });

  it('a director’s account is kept by directors alone: no link and no other e-mail leads a coordinator into it', async () => {
    const { director } = here.program.people;
    const { name, email, baseSpecialty } = director;
    const body = { name, email: 'mine@accounts.example', seen: { name, email, baseSpecialty } };
    const path = `${here.base}/people/${director.id}`;
    for (const reply of [
      await make(director.id),
      await here.coordinator.post<Problem>(`${path}/access-link-mails`),
      await here.coordinator.post<Problem>(`${path}/access-links/revocation`),
      await here.coordinator.put<Problem>(path, { body }),
    ])
      expect([reply.status, (reply.body as Problem).code]).toEqual([403, 'people/director-only']);
    const list = (await here.coordinator.get<MembersView>(`${here.base}/people`)).body;
    expect(list.people.find(({ id }) => id === director.id)?.mayChange).toBe(false);
  });

  it('an e-mail that somebody else changed lets nothing be signed for a day, also after a reset at the new mailbox', async () => {
    const { id, email } = here.program.people.supervisor;
    const { name, baseSpecialty } = here.program.people.supervisor;
    const body = { name, email: 'changed@accounts.example', seen: { name, email, baseSpecialty } };
    expect((await here.coordinator.put(`${here.base}/people/${id}`, { body })).status).toBe(200);
    const links = here.server.app.get(AccessLinks);
    const link = await here.server.write('test', (tx) => links.makeAsked(tx, id, id));
    expect((await use(link?.secret ?? '')).status).toBe(204);
    const { client } = await signIn(body.email, GOOD);
    expect((await client.get<AccountView>('/account')).body.signsFrom).toBe(NOON + 24 * HOUR);
  });

  it.each([
    ['short', 'password/too-short', 'x7!qv'],
    ['listed', 'password/common', '12345678987654321'],
    ['made of names that everybody knows', 'password/personal', 'NoraBell accounts'],
    ['repeated', 'password/guessable', 'aaaaaaaaaaaaaaaaaaaa'],
  ])('a password that is %s is refused with its reason, and the link stays', async (_how, code, password) => {
    const { id } = await newcomer();
    const { secret } = (await make(id)).body;
    const reply = await use(secret, password);
    expect([reply.status, reply.body.code, reply.body.errors?.[0]?.pointer]).toEqual([
      400,
      code,
      '/password',
    ]);
    expect((await use(secret, 'ünïcödé 🐬 with blanks and words')).status).toBe(204);
  });

  it('a password that somebody else made is changed before anything else', async () => {
    const { id, email } = await newcomer();
    const first = here.program.people.fellow.passwordHash ?? '';
    await here.server.write('test', async (tx) => {
      const row = { personId: id, kind: 'password' as const, secret: first, failures: 0, untold: null };
      await tx.insert(CredentialRow, { ...row, chosenAt: null, signsFrom: null, createdAt: NOON });
      tx.record('person.password-made', { id }, {});
    });
    const { client, reply } = await signIn(email, PASSWORD);
    expect(reply.body.demand).toBe('change-password');
    const board = `${here.base}/board`;
    expect((await client.get<Problem>(board)).body.code).toBe('session/password-change-needed');
    const change = (current: string, password: string) =>
      client.put<SessionView & Problem>('/account/password', { body: { current, password } });
    expect((await change('not this', GOOD)).body.code).toBe('account/password-wrong');
    expect((await change(PASSWORD, PASSWORD)).body.code).toBe('password/same');
    const other = await signIn(email, PASSWORD);
    const sid = client.cookie('sid');
    expect((await change(PASSWORD, GOOD)).body.demand).toBeUndefined();
    expect(client.cookie('sid')).not.toBe(sid);
    expect((await client.get(board)).status).toBe(200);
    expect((await other.client.get('/session')).status).toBe(401);
  });

  it('shows the own sessions; one is ended, then all', async () => {
    const { otherFellow } = here.program.people;
    const [one, other] = [await here.server.as(otherFellow), await here.server.as(otherFellow)];
    const { sessions } = (await one.get<AccountView>('/account')).body;
    expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1);
    const theirs = sessions.find(({ isThis }) => !isThis)?.id ?? '';
    expect((await here.fellow.delete(`/account/sessions/${theirs}`)).status).toBe(404);
    expect((await one.delete(`/account/sessions/${theirs}`)).status).toBe(200);
    expect((await other.get('/session')).status).toBe(401);
    const again = await here.server.as(otherFellow);
    const out = await one.delete('/account/sessions');
    expect([out.status, out.headers.get('clear-site-data')]).toEqual([204, '"cache"']);
    for (const client of [one, again]) expect((await client.get('/session')).status).toBe(401);
  });

  it('no secret is in any table or event, and the logs say all of it again', async () => {
    const [events, links] = await here.server.read(async (manager) => [
      (await manager.find(EventRow)).map(({ body }) => body).join(),
      JSON.stringify(await manager.find(AccessLinkRow)),
    ]);
    expect(secrets.length).toBeGreaterThan(20);
    for (const secret of [...secrets, GOOD])
      for (const text of [events, links]) expect(text).not.toContain(secret);
    const { differences } = await here.server.read((manager) => checkLog(manager, 'installation'));
    expect(differences).toEqual([]);
  });
});
