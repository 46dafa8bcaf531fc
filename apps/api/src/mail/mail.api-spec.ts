import type { MailChoicesView, NoticesView } from '@countersign/contracts/mail/views';
import type { Problem } from '@countersign/contracts/problems';
import type { SessionView } from '@countersign/contracts/sessions/views';
import { checkLog } from '../db/check-log';
import { EventRow } from '../db/event.row';
import { PostOffice } from '../testing/post-office';
import type { TestClient } from '../testing/test-client';
import { entryBody, NOON } from '../testing/test-program';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const GOOD = 'gravel teapot misses september';

describe('Mails', () => {
  let post: PostOffice;
  let fellow: TestClient;
  let supervisor: TestClient;
  let director: TestClient;
  beforeAll(async () => {
    post = await PostOffice.open('mails');
  });
  afterAll(() => post.close());
  /** Each test is a day later than the one before, for time does not go back. */
  let noon = NOON;
  beforeEach(async () => {
    noon += 24 * HOUR;
    post.server.setClock(noon);
    post.receiver.mails.length = 0;
    const { people } = post.program;
    fellow = await post.server.as(people.fellow);
    supervisor = await post.server.as(people.supervisor);
    director = await post.server.as(people.director);
  });
  const again = async (who: 'fellow' | 'supervisor'): Promise<TestClient> =>
    post.server.as(post.program.people[who]);

  const returned = async (reasonText = 'Please look at the levels again.') => {
    const body = entryBody(post.program, { reflection: 'Canary of a reflection.' });
    const entries = `${post.base}/entries`;
    expect((await fellow.post(entries, { body })).status).toBe(201);
    const answer = { revision: 1, body: { reasonCode: 'other', reasonText } };
    expect((await supervisor.post(`${entries}/${body.id}/return`, answer)).status).toBe(200);
    return body.id;
  };

  it('tell a fellow, once, that entries came back: not what was written, and not before the undo is over', async () => {
    const { email } = post.program.people.fellow;
    const ids = [await returned('Canary of a reason.'), await returned()];
    await post.at(noon + MINUTE);
    expect(post.receiver.mails).toEqual([]);
    await post.at(noon + 11 * MINUTE);
    const [mail, ...more] = post.receiver.to(email);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('2 entries returned to you');
    expect(mail?.text).toContain('2 entries were returned to you in Program mails.');
    expect(mail?.text).not.toContain('Canary');
    expect(mail?.from?.text).toContain('log@countersign.example');
    const rows = await post.rows();
    expect(mail?.messageId).toBe(`<${rows[0]?.id}@localhost>`);
    expect(rows[0]).toMatchObject({ state: 'sent', sealed: null, error: null });
    const { body } = await fellow.get<NoticesView>(`${post.base}/notices`);
    expect(body.unread).toBe(2);
    expect(body.notices.map(({ kind, objectId, read }) => [kind, objectId, read])).toEqual(
      ids.toReversed().map((id) => ['entry-returned', id, false]),
    );
    expect((await fellow.post<NoticesView>(`${post.base}/notices/seen`)).body.unread).toBe(0);
    expect((await fellow.get(`${post.base}/notices/count`)).body).toEqual({ unread: 0 });
    expect((await supervisor.get<NoticesView>(`${post.base}/notices`)).body.notices).toEqual([]);
  });

  it('tell nothing of what was taken back', async () => {
    const entries = `${post.base}/entries`;
    const body = entryBody(post.program);
    await fellow.post(entries, { body });
    const said = { reasonCode: 'other', reasonText: 'A slip of the finger.' };
    await supervisor.post(`${entries}/${body.id}/return`, { revision: 1, body: said });
    await post.at(noon + 1000);
    const before = (await fellow.get<NoticesView>(`${post.base}/notices`)).body.unread;
    post.server.setClock(noon + 2000);
    expect((await supervisor.post(`${entries}/${body.id}/undo`, { revision: 2 })).status).toBe(200);
    await post.at(noon + 3000);
    expect((await fellow.get<NoticesView>(`${post.base}/notices`)).body.unread).toBe(before - 1);
  });

  it('wait for the morning of the program', async () => {
    // Half past ten in the evening in Chicago.
    const evening = noon + 10.5 * HOUR;
    post.server.setClock(evening);
    [fellow, supervisor] = [await again('fellow'), await again('supervisor')];
    await returned();
    await post.at(evening + HOUR);
    expect(post.receiver.to(post.program.people.fellow.email)).toEqual([]);
    await post.at(noon + 19 * HOUR - 1000);
    expect(post.receiver.to(post.program.people.fellow.email)).toEqual([]);
    await post.at(noon + 19 * HOUR);
    expect(post.receiver.to(post.program.people.fellow.email)).toHaveLength(1);
  });

  it('invite somebody by a link that opens once, whose secret no table and no event holds', async () => {
    const { body: members } = await director.post<{ people: { id: string; email: string }[] }>(
      `${post.base}/people`,
      {
        body: {
          id: '0199a000-0000-7000-8000-000000000001',
          ...{ name: 'Nora Bell', email: 'nora.bell@mails.example' },
          role: {
            id: '0199a000-0000-7000-8000-000000000002',
            ...{ role: 'staff', fromOn: '2026-11-01', toOn: '2027-06-30' },
          },
        },
      },
    );
    const nora = members.people.find(({ email }) => email === 'nora.bell@mails.example');
    const path = `${post.base}/people/${nora?.id}/access-link-mails`;
    expect((await director.post(path)).status).toBe(200);
    await post.at(noon);
    const [mail] = post.receiver.to('nora.bell@mails.example');
    expect(mail?.subject).toBe('You are invited to Program mails in Countersign');
    const secret = /welcome#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(secret).not.toBe('');
    const opened = await post.server.client().post('/access-links/opening', { body: { secret } });
    expect(opened.body).toMatchObject({ purpose: 'invitation', name: 'Nora Bell' });
    const events = await post.server.read((manager) => manager.find(EventRow));
    expect(JSON.stringify(events)).not.toContain(secret);
    expect(JSON.stringify(await post.rows())).not.toContain(secret);
    expect(mail?.headers.has('list-unsubscribe')).toBe(false);
    const use = () => post.server.client().post('/access-links/use', { body: { secret, password: GOOD } });
    expect([(await use()).status, (await use()).status]).toEqual([204, 410]);
  });

  it('replace a forgotten password at its own mailbox; who has no account is answered alike, and nothing is sent', async () => {
    const { email } = post.program.people.otherFellow;
    const ask = (address: string) =>
      post.server.client().post<Problem>('/password-resets', { body: { email: address } });
    expect([(await ask(email)).status, (await ask('nobody@mails.example')).status]).toEqual([204, 204]);
    await post.at(noon);
    // Asked again a moment later, nothing more is sent.
    await ask(email.toUpperCase());
    await post.at(noon + MINUTE);
    expect(post.receiver.mails).toHaveLength(1);
    const secret = /welcome#([\w-]{43})/.exec(post.receiver.to(email)[0]?.text ?? '')?.[1] ?? '';
    const before = await post.server.as(post.program.people.otherFellow);
    expect(
      (await post.server.client().post('/access-links/use', { body: { secret, password: GOOD } })).status,
    ).toBe(204);
    expect((await before.get('/session')).status).toBe(401);
    const client = post.server.client();
    const reply = await client.post<SessionView>('/session', { body: { email, password: GOOD } });
    expect(reply.status).toBe(201);
    // Whoever asked at the own mailbox signs at once.
    expect((await client.get('/account')).body).not.toHaveProperty('signsFrom');
  });

  it('are stopped without signing in, by one POST of a mail program; looking at the link stops nothing', async () => {
    await returned();
    await post.at(noon);
    await post.at(noon + 11 * MINUTE);
    const [mail] = post.receiver.to(post.program.people.fellow.email);
    const header = mail?.headers.get('list') as { readonly unsubscribe?: { readonly url: string } };
    const url = header.unsubscribe?.url ?? '';
    expect(url).toMatch(/^http:\/\/localhost:3000\/unsubscribe\?t=news\./);
    const raw = mail?.headerLines.find(({ key }) => key === 'list-unsubscribe-post');
    expect(raw?.line).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(mail?.text).toContain(url);
    const { pathname, search, searchParams } = new URL(url);
    const here = `${post.server.origin}${pathname}${search}`;
    await fetch(here);
    expect((await fellow.get<MailChoicesView>('/account/mails')).body.stopped).toEqual([]);
    const one = await fetch(here, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://mail.example' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(one.status).toBe(200);
    expect((await fellow.get<MailChoicesView>('/account/mails')).body.stopped).toEqual(['news']);
    post.receiver.mails.length = 0;
    post.server.setClock(noon + HOUR);
    [fellow, supervisor] = [await again('fellow'), await again('supervisor')];
    await returned();
    await post.at(noon + HOUR);
    await post.at(noon + 2 * HOUR);
    expect(post.receiver.mails).toEqual([]);
    expect((await post.rows()).at(-1)).toMatchObject({ state: 'dropped' });
    // The page does the same, and lets them come again.
    const token = searchParams.get('t') ?? '';
    const back = await post.server.client().post('/mail-stops', { body: { token, stopped: false } });
    expect(back.body).toEqual({ group: 'news', stopped: false });
    const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [forged, token.replace('news', 'digest'), ''])
      expect(
        (await post.server.client().post<Problem>('/mail-stops', { body: { token: wrong, stopped: true } }))
          .body.code,
      ).toBe('link/unknown');
    expect((await fetch(`${post.server.origin}/unsubscribe?t=${forged}`, { method: 'POST' })).status).toBe(
      404,
    );
    fellow = await again('fellow');
    expect((await fellow.get<MailChoicesView>('/account/mails')).body.stopped).toEqual([]);
    await fellow.put('/account/mails', { body: { stopped: ['digest', 'digest'] } });
    expect((await fellow.get<MailChoicesView>('/account/mails')).body.stopped).toEqual(['digest']);
    await fellow.put('/account/mails', { body: { stopped: [] } });
    const { differences } = await post.server.read((manager) => checkLog(manager, 'installation'));
    expect(differences).toEqual([]);
  });
});
