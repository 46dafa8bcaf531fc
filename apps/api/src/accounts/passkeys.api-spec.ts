import type { AccountView, PasskeyQuestionView } from '@countersign/contracts/account/views';
import type { Problem } from '@countersign/contracts/problems';
import type { SessionView } from '@countersign/contracts/sessions/views';
import { checkLog } from '../db/check-log';
import { faultRow, repeats } from '../testing/fault-row';
import { programUnderTest } from '../testing/program-under-test';
import { SoftPasskey } from '../testing/soft-passkey';
import type { TestClient } from '../testing/test-client';
import { dialect } from '../testing/test-database';
import { NOON, PASSWORD } from '../testing/test-program';

describe('A passkey', () => {
  const here = programUnderTest('passkeys', 'fellow', 'otherFellow', 'coordinator');
  beforeEach(() => here.server.setClock(NOON));

  const askNew = (client: TestClient, password = PASSWORD) =>
    client.post<PasskeyQuestionView & Problem>('/account/passkey-questions', { body: { password } });
  const add = (client: TestClient, state: string, response: string) =>
    client.post<AccountView & Problem>('/account/passkeys', {
      body: { state, response, name: 'Ward laptop' },
    });
  const ask = async () => (await here.server.client().post<PasskeyQuestionView>('/passkey-questions')).body;
  const signIn = async (state: string, response: string) => {
    const client = here.server.client();
    const reply = await client.post<SessionView & Problem>('/passkey-session', { body: { state, response } });
    return { client, reply };
  };
  const added = async (client: TestClient) => {
    const passkey = new SoftPasskey(here.server.origin);
    const { options, state } = (await askNew(client)).body;
    const reply = await add(client, state, passkey.register(options));
    expect(reply.status).toBe(201);
    return { passkey, id: reply.body.passkeys[0]?.id };
  };

  it('is added with the password, and opens the account without password and code', async () => {
    expect((await askNew(here.fellow, 'not this')).body.code).toBe('account/password-wrong');
    const { passkey } = await added(here.fellow);
    here.server.setClock(NOON + 1000);
    const { options, state } = await ask();
    const { client, reply } = await signIn(state, passkey.answer(options));
    expect([reply.status, reply.body.person.id]).toEqual([201, here.program.people.fellow.id]);
    expect((await client.get<AccountView>('/account')).body.passkeys).toMatchObject([
      { name: 'Ward laptop', createdAt: NOON, lastUsedAt: NOON + 1000 },
    ]);
  });

  it('answers a question once: of several at once one wins, and none after', async () => {
    const { passkey } = await added(here.fellow);
    const times = repeats(10);
    for (let repeat = 1; repeat <= times; repeat += 1) {
      here.server.setClock(NOON + repeat * 1000);
      const { options, state } = await ask();
      const answer = passkey.answer(options);
      const tries = await Promise.all([1, 2, 3].map(() => signIn(state, answer)));
      expect(tries.map(({ reply }) => reply.status).sort()).toEqual([201, 401, 401]);
      expect((await signIn(state, answer)).reply.body.code).toBe('passkey/refused');
    }
    faultRow('three answer one question with a passkey at once', {
      database: dialect,
      times,
      winners: 'one each',
    });
  }, 1_200_000);

  it('is refused after five minutes, from another page, for another question, and when it is not known', async () => {
    const { passkey } = await added(here.fellow);
    here.server.setClock(NOON + 1000);
    const refused = async (state: string, response: string) =>
      expect((await signIn(state, response)).reply.body.code).toBe('passkey/refused');
    const [one, other] = [await ask(), await ask()];
    await refused(other.state, passkey.answer(one.options));
    await refused('not sealed by us', passkey.answer(one.options));
    await refused(one.state, 'no JSON');
    await refused(one.state, new SoftPasskey(here.server.origin).answer(one.options));
    const { options, state } = (await askNew(here.fellow)).body;
    await refused(state, passkey.answer(JSON.stringify({ ...JSON.parse(options), rpId: '127.0.0.1' })));
    expect(
      (await add(here.otherFellow, state, new SoftPasskey(here.server.origin).register(options))).body.code,
    ).toBe('passkey/not-added');
    const elsewhere = new SoftPasskey('https://evil.example');
    expect((await add(here.fellow, state, elsewhere.register(options))).body.code).toBe('passkey/not-added');
    here.server.setClock(NOON + 1000 + 5 * 60_000);
    await refused(one.state, passkey.answer(one.options));
  });

  it('opens no closed account, and nothing once it is taken away', async () => {
    const { otherFellow } = here.program.people;
    const { passkey, id } = await added(here.otherFellow);
    const opens = async (second: number) => {
      here.server.setClock(NOON + second * 1000);
      const { options, state } = await ask();
      return (await signIn(state, passkey.answer(options))).reply.status;
    };
    const path = `${here.base}/people/${otherFellow.id}`;
    expect((await here.coordinator.post(`${path}/disabling`)).status).toBe(200);
    expect(await opens(1)).toBe(401);
    expect((await here.coordinator.post(`${path}/enabling`)).status).toBe(200);
    expect(await opens(2)).toBe(201);
    const mine = await here.server.as(otherFellow);
    const removal = { body: { password: PASSWORD } };
    expect((await here.fellow.post(`/account/passkeys/${id}/removal`, removal)).status).toBe(404);
    expect((await mine.post(`/account/passkeys/${id}/removal`, removal)).status).toBe(200);
    expect(await opens(3)).toBe(401);
  });

  it('and the log says all of it again', async () => {
    const { differences } = await here.server.read((manager) => checkLog(manager, 'installation'));
    expect(differences).toEqual([]);
  });
});
