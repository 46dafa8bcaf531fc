import { generateSync } from 'otplib';
import type {
  AccountView,
  NewFactorView,
  NewLinkView,
  PasskeyQuestionView,
} from '@countersign/contracts/account/views';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { NoticesView } from '@countersign/contracts/mail/views';
import type { Problem } from '@countersign/contracts/problems';
import type { SessionView } from '@countersign/contracts/sessions/views';
import { checkLog } from '../db/check-log';
import type { NewPerson } from '../programs/set-up-program';
import { PostOffice } from '../testing/post-office';
import { SoftPasskey } from '../testing/soft-passkey';
import type { TestClient } from '../testing/test-client';
import { entryBody, NOON, PASSWORD } from '../testing/test-program';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const GOOD = 'gravel teapot misses september';

describe('Whoever was let in anew by somebody else', () => {
  let post: PostOffice;
  let now = NOON;
  const at = (instant: number) => post.server.setClock((now = instant));

  beforeAll(async () => {
    post = await PostOffice.open('rests');
    at(NOON);
  });
  afterAll(() => post.close());

  /** The coordinator makes a link for another password, and somebody uses it. */
  const letIn = async ({ id }: NewPerson) => {
    const coordinator = await post.server.as(post.program.people.coordinator);
    const { body } = await coordinator.post<NewLinkView>(`${post.base}/people/${id}/access-links`);
    const use = { secret: body.secret, password: GOOD };
    expect((await post.server.client().post('/access-links/use', { body: use })).status).toBe(204);
  };
  const signIn = async ({ email }: NewPerson, code?: string, password = GOOD) => {
    const client = post.server.client();
    const body = { email, password, ...(code === undefined ? {} : { code }) };
    expect((await client.post<SessionView>('/session', { body })).status).toBe(201);
    return client;
  };
  const restOf = async (client: TestClient) => (await client.get<AccountView>('/account')).body.signsFrom;
  const logged = async ({ id: supervisorId }: NewPerson) => {
    const fellow = await post.server.as(post.program.people.fellow);
    const body = entryBody(post.program, { supervisorId });
    return (await fellow.post<EntryView>(`${post.base}/entries`, { body })).body;
  };
  const decide = (client: TestClient, { id, revision }: EntryView, how: 'approval' | 'return') =>
    client.post<EntryView & Problem>(`${post.base}/entries/${id}/${how}`, {
      revision,
      body: how === 'approval' ? { help: 5 } : { reasonCode: 'other', reasonText: 'Which level was it?' },
    });
  const codeOf = (secret: string) => generateSync({ secret, epoch: Math.floor(now / 1000) });
  const withFactor = async (client: TestClient, password = GOOD) => {
    const asked = await client.post<NewFactorView>('/account/second-factor', { body: { password } });
    const body = { code: codeOf(asked.body.secret) };
    expect((await client.post('/account/second-factor/confirmation', { body })).status).toBe(200);
    return asked.body.secret;
  };

  it('reads on, and approves and returns nothing for a day; the person and the director are told, at once', async () => {
    const { supervisor, director, otherSupervisor } = post.program.people;
    const entry = await logged(supervisor);
    await letIn(supervisor);
    const client = await signIn(supervisor);
    expect((await client.get(`${post.base}/review-queue`)).status).toBe(200);
    for (const how of ['approval', 'return'] as const) {
      const { status, body } = await decide(client, entry, how);
      expect([status, body.code, body.values]).toEqual([
        403,
        'signature/after-reset',
        { until: new Date(NOON + DAY).toISOString() },
      ]);
    }
    await post.at(now);
    const subjects = ({ email }: NewPerson) => post.receiver.to(email).map(({ subject }) => subject);
    expect(subjects(supervisor)).toEqual(['You were let into your account anew']);
    expect(subjects(director)).toEqual(['Somebody was let into an account anew']);
    expect(subjects(otherSupervisor)).toEqual([]);
    const notices = await client.get<NoticesView>(`${post.base}/notices`);
    expect(notices.body.notices).toMatchObject([{ kind: 'let-in-anew' }]);
    const told = await (await post.server.as(director)).get<NoticesView>(`${post.base}/notices`);
    expect(told.body.notices).toMatchObject([{ kind: 'other-let-in-anew', objectId: supervisor.id }]);
    at(NOON + DAY);
    const later = await signIn(supervisor);
    expect((await decide(later, entry, 'approval')).status).toBe(200);
    expect(await restOf(later)).toBeUndefined();
  });

  it('decides at once where a code of a second factor from before proves that it is the same person', async () => {
    const { otherSupervisor } = post.program.people;
    const entry = await logged(otherSupervisor);
    const before = await signIn(otherSupervisor, undefined, PASSWORD);
    const secret = await withFactor(before, PASSWORD);
    at(now + 2 * MINUTE);
    await letIn(otherSupervisor);
    const client = await signIn(otherSupervisor, codeOf(secret));
    expect(await restOf(client)).toBeUndefined();
    expect((await decide(client, entry, 'approval')).status).toBe(200);
  });

  it('goes on resting where another link follows, whatever was set up meanwhile', async () => {
    const { supervisor } = post.program.people;
    at(now + 2 * MINUTE);
    await letIn(supervisor);
    const first = await signIn(supervisor);
    const secret = await withFactor(first);
    at(now + 2 * MINUTE);
    await letIn(supervisor);
    const again = await signIn(supervisor, codeOf(secret));
    expect(await restOf(again)).toBe(now + DAY);
    expect((await decide(again, await logged(supervisor), 'approval')).status).toBe(403);
  });

  it('decides at once where a passkey from before opens the account', async () => {
    const { otherFellow } = post.program.people;
    at(now + 2 * MINUTE);
    const client = await signIn(otherFellow, undefined, PASSWORD);
    const passkey = new SoftPasskey(post.server.origin);
    const question = await client.post<PasskeyQuestionView>('/account/passkey-questions', {
      body: { password: PASSWORD },
    });
    const { state, options } = question.body;
    const body = { state, response: passkey.register(options), name: 'Key' };
    expect((await client.post('/account/passkeys', { body })).status).toBe(201);
    at(now + MINUTE);
    await letIn(otherFellow);
    expect(await restOf(await signIn(otherFellow))).toBe(now + DAY);
    const asked = (await post.server.client().post<PasskeyQuestionView>('/passkey-questions')).body;
    const back = post.server.client();
    const answer = { state: asked.state, response: passkey.answer(asked.options) };
    expect((await back.post('/passkey-session', { body: answer })).status).toBe(201);
    expect(await restOf(back)).toBeUndefined();
  });

  it('and the log says all of it again', async () => {
    for (const log of ['installation', post.program.id])
      expect((await post.server.read((manager) => checkLog(manager, log))).differences).toEqual([]);
  });
});
