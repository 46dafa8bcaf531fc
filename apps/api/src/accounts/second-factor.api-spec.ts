import type { AccountView, NewFactorView, RecoveryCodesView } from '@countersign/contracts/account/views';
import type { Problem } from '@countersign/contracts/problems';
import type { SessionView } from '@countersign/contracts/sessions/views';
import { generateSync } from 'otplib';
import { checkLog } from '../db/check-log';
import { EventRow } from '../db/event.row';
import { CredentialRow } from '../people/person.row';
import type { NewPerson } from '../programs/set-up-program';
import { RecoveryCodeRow } from '../sessions/recovery-code.row';
import { faultRow, repeats } from '../testing/fault-row';
import { programUnderTest } from '../testing/program-under-test';
import type { TestClient } from '../testing/test-client';
import { dialect } from '../testing/test-database';
import { NOON, PASSWORD } from '../testing/test-program';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('A second factor', () => {
  const here = programUnderTest('factors', 'director', 'coordinator');
  const told: string[] = [];
  let now = NOON;
  /** A new half minute for each test, so that no code was used before. */
  beforeEach(() => at((now += 2 * MINUTE)));

  const at = (instant: number) => here.server.setClock(instant);
  const codeOf = (secret: string, ahead = 0) =>
    generateSync({ secret, epoch: Math.floor(now / 1000) + ahead });
  const signIn = async ({ email }: Pick<NewPerson, 'email'>, code?: string) => {
    const client = here.server.client();
    const body = { email, password: PASSWORD, ...(code === undefined ? {} : { code }) };
    const reply = await client.post<SessionView & Problem>('/session', { body });
    return { client, status: reply.status, code: reply.body.code };
  };
  const begin = async (client: TestClient) => {
    const { body } = await client.post<NewFactorView & Problem>('/account/second-factor', {
      body: { password: PASSWORD },
    });
    told.push(body.secret);
    return body;
  };
  const confirm = (client: TestClient, code: string) =>
    client.post<RecoveryCodesView & Problem>('/account/second-factor/confirmation', { body: { code } });
  const setUp = async (person: NewPerson) => {
    const client = await here.server.as(person);
    const { secret } = await begin(client);
    const { body, status } = await confirm(client, codeOf(secret));
    expect(status).toBe(200);
    told.push(...body.codes);
    at((now += MINUTE));
    return { client, secret, codes: body.codes };
  };

  it('counts once a code of it was typed; from then on nobody signs in without one, and each code is taken once', async () => {
    const { fellow } = here.program.people;
    const client = await here.server.as(fellow);
    expect(await begin(client)).toMatchObject({
      uri: expect.stringMatching(/^otpauth:\/\/totp\//) as string,
    });
    expect((await signIn(fellow)).status).toBe(201);
    expect((await confirm(client, '000000')).body.code).toBe('factor/code-wrong');
    const { secret, codes } = await setUp(fellow);
    expect(codes).toHaveLength(10);
    expect((await client.get<AccountView>('/account')).body.factor).toMatchObject({ codesLeft: 10 });
    expect(await signIn(fellow)).toMatchObject({ status: 401, code: 'session/code-needed' });
    expect(await signIn(fellow, '000000')).toMatchObject({ status: 401, code: 'session/code-wrong' });
    expect((await signIn(fellow, codeOf(secret))).status).toBe(201);
    expect(await signIn(fellow, codeOf(secret))).toMatchObject({ status: 401, code: 'session/code-wrong' });
    // An older one is not taken after a newer one, and one of two minutes ago never.
    expect((await signIn(fellow, codeOf(secret, -30))).status).toBe(401);
    expect((await signIn(fellow, codeOf(secret, -120))).status).toBe(401);
    expect((await signIn(fellow, codeOf(secret, 30))).status).toBe(201);
  });

  it('of several who use one code at once exactly one wins; so with a recovery code', async () => {
    const { otherFellow } = here.program.people;
    const times = repeats(10);
    let own = await setUp(otherFellow);
    for (let repeat = 0; repeat < times; repeat += 1) {
      at((now += MINUTE));
      const { client, secret, codes } = own;
      for (const code of [codeOf(secret), codes[repeat % codes.length]]) {
        const tries = await Promise.all([1, 2, 3].map(() => signIn(otherFellow, code)));
        expect(tries.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
      }
      if ((repeat + 1) % codes.length > 0 || repeat + 1 === times) continue;
      // The codes are used up: another app, with others.
      at((now += MINUTE));
      const body = { password: PASSWORD, code: codeOf(secret) };
      expect((await client.post('/account/second-factor/removal', { body })).status).toBe(200);
      own = await setUp(otherFellow);
    }
    expect((await signIn(otherFellow, own.codes[0]?.toUpperCase())).status).toBe(401);
    faultRow('three use one code, and one recovery code, at once', {
      database: dialect,
      times,
      winners: 'one each',
    });
  }, 1_200_000);

  it('is not taken away by a new password; a director takes it away, and the person signs nothing for a day', async () => {
    const { supervisor } = here.program.people;
    const { client, secret } = await setUp(supervisor);
    const path = `${here.base}/people/${supervisor.id}`;
    const link = await here.director.post<{ secret: string }>(`${path}/access-links`);
    const body = { secret: link.body.secret, password: PASSWORD };
    expect((await here.server.client().post('/access-links/use', { body })).status).toBe(204);
    expect(await signIn(supervisor)).toMatchObject({ status: 401, code: 'session/code-needed' });
    expect((await client.get('/session')).status).toBe(401);
    expect((await signIn(supervisor, codeOf(secret))).status).toBe(201);
    expect((await here.coordinator.post<Problem>(`${path}/second-factor/removal`)).status).toBe(403);
    expect((await here.director.post(`${path}/second-factor/removal`)).status).toBe(200);
    const again = await signIn(supervisor);
    expect(again.status).toBe(201);
    const { signsFrom, factor } = (await again.client.get<AccountView>('/account')).body;
    expect([signsFrom, factor]).toEqual([now + DAY, { codesLeft: 0 }]);
  });

  it('is taken away by its own person with password and code', async () => {
    const { staff } = here.program.people;
    const { client, secret } = await setUp(staff);
    const remove = (password: string, code: string) =>
      client.post<AccountView & Problem>('/account/second-factor/removal', { body: { password, code } });
    expect((await remove('not this', codeOf(secret))).body.code).toBe('account/password-wrong');
    expect((await remove(PASSWORD, '000000')).body.code).toBe('factor/code-wrong');
    expect((await remove(PASSWORD, codeOf(secret))).body.factor).toEqual({ codesLeft: 0 });
    expect((await signIn(staff)).status).toBe(201);
  });

  it('is asked for by a program after days of grace, of those who approve, sign or administer, and stays then', async () => {
    const { otherSupervisor, staff } = here.program.people;
    const ask = (required: boolean) =>
      here.director.put(`${here.base}/second-factor`, { body: { required } });
    expect((await ask(true)).status).toBe(200);
    const before = await here.server.as(otherSupervisor);
    expect((await before.get<AccountView>('/account')).body.factor.neededFrom).toBe(now + 14 * DAY);
    expect((await before.get(`${here.base}/review-queue`)).status).toBe(200);
    at((now += 14 * DAY));
    const { client } = await signIn(otherSupervisor);
    const queue = `${here.base}/review-queue`;
    expect((await client.get<Problem>(queue)).body.code).toBe('session/second-factor-needed');
    expect((await client.get<SessionView>('/session')).body.demand).toBe('set-up-second-factor');
    expect((await (await signIn(staff)).client.get(`${here.base}/board`)).status).toBe(200);
    const { secret } = await begin(client);
    expect((await confirm(client, codeOf(secret))).status).toBe(200);
    expect((await client.get(queue)).status).toBe(200);
    at((now += MINUTE));
    const removal = { password: PASSWORD, code: codeOf(secret) };
    expect((await client.post<Problem>('/account/second-factor/removal', { body: removal })).body.code).toBe(
      'factor/required',
    );
  });

  it('keeps its secrets: none is in a table or an event, and the logs say all of it again', async () => {
    const found = await here.server.read(async (manager) => [
      ...(await manager.find(EventRow)).map(({ body }) => body),
      JSON.stringify(await manager.find(CredentialRow)),
      JSON.stringify(await manager.find(RecoveryCodeRow)),
    ]);
    const text = found.join('\n');
    expect(told.length).toBeGreaterThan(40);
    for (const secret of told) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(secret.replaceAll('-', ''));
    }
    for (const log of ['installation', here.program.id]) {
      const { differences } = await here.server.read((manager) => checkLog(manager, log));
      expect(differences).toEqual([]);
    }
  });
});
