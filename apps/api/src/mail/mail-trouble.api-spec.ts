import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { MailsView } from '@countersign/contracts/mail/views';
import type { Problem } from '@countersign/contracts/problems';
import { Followers } from '../followers/followers';
import { MailReceiver } from '../testing/mail-receiver';
import { PostOffice } from '../testing/post-office';
import { entryBody, NOON } from '../testing/test-program';
import { TestServer } from '../testing/test-server';
import { Postman } from './postman';

const HOUR = 3_600_000;

/** An entry is logged and returned; both go on whatever becomes of mails. */
async function returned({ server, program, base }: PostOffice): Promise<void> {
  const [fellow, supervisor] = [
    await server.as(program.people.fellow),
    await server.as(program.people.supervisor),
  ];
  const body = entryBody(program);
  expect((await fellow.post(`${base}/entries`, { body })).status).toBe(201);
  const answer = { revision: 1, body: { reasonCode: 'other', reasonText: 'Look again.' } };
  expect((await supervisor.post(`${base}/entries/${body.id}/return`, answer)).status).toBe(200);
}

describe('A mail server in trouble', () => {
  let post: PostOffice;
  beforeAll(async () => {
    post = await PostOffice.open('trouble');
  });
  afterAll(() => post.close());

  it('that is down for a day holds nothing up: mail is sent once when it is back, under one id', async () => {
    const { people } = post.program;
    const { port } = post.receiver;
    await post.receiver.stop();
    for (let nth = 0; nth < 3; nth += 1) await returned(post);
    for (let hours = 1; hours <= 24; hours += 1) await post.at(NOON + hours * HOUR);
    const [waiting] = await post.rows();
    expect(waiting).toMatchObject({ state: 'waiting' });
    expect(waiting?.failures).toBeGreaterThan(5);
    expect(waiting?.error).toMatch(/ECONNREFUSED|connect/i);
    post.receiver = await MailReceiver.start(port);
    await post.at(NOON + 27 * HOUR);
    expect(post.receiver.to(people.fellow.email).map(({ messageId }) => messageId)).toEqual([
      `<${waiting?.id}@localhost>`,
    ]);
  });

  it('that does not take one address is no trouble for the others; what was given up is seen and sent again', async () => {
    const { people } = post.program;
    const base = post.program.id;
    const start = NOON + 48 * HOUR;
    post.server.setClock(start);
    const director = await post.server.as(people.director);
    post.receiver.answer = (address) =>
      address === people.fellow.email ? 'never' : address === people.staff.email ? 'later' : 'yes';
    post.receiver.mails.length = 0;
    for (const { id } of [people.fellow, people.staff, people.otherFellow])
      expect((await director.post(`/programs/${base}/people/${id}/access-link-mails`)).status).toBe(200);
    await post.at(start);
    expect(post.receiver.mails.map(({ to }) => (Array.isArray(to) ? '' : to?.text))).toEqual([
      expect.stringContaining(people.otherFellow.email),
    ]);
    const seen = await post.mails(director);
    expect([seen.way, seen.waiting, seen.dead]).toEqual(['server', 1, 1]);
    expect(seen.mails[0]).toMatchObject({ to: 'Fellow One', state: 'dead', kind: 'reset' });
    expect(seen.mails[0]?.error).toContain('not taken: never');
    expect(JSON.stringify(seen)).not.toContain('welcome#');
    post.receiver.answer = () => 'yes';
    const path = `/programs/${base}/mails/${seen.mails[0]?.id}/resending`;
    expect((await director.post(path)).status).toBe(200);
    await post.at(start + 2 * HOUR);
    const later = await post.server.as(people.director);
    expect((await later.post<Problem>(path)).body.code).toBe('mail/not-given-up');
    const { dead, waiting } = await post.mails(later);
    expect([dead, waiting]).toEqual([0, 0]);
    expect(post.receiver.to(people.fellow.email)).toHaveLength(1);
    expect(post.receiver.to(people.staff.email)).toHaveLength(1);
    const elsewhere = await post.server.program('trouble-elsewhere');
    const other = await post.server.as(elsewhere.people.director);
    expect((await other.post(`/programs/${elsewhere.id}/mails/${seen.mails[0]?.id}/resending`)).status).toBe(
      404,
    );
  });

  it('for three days is given up with, and a link that was taken back meanwhile is not sent', async () => {
    const { people } = post.program;
    const start = NOON + 100 * HOUR;
    post.server.setClock(start);
    const director = await post.server.as(people.director);
    post.receiver.answer = () => 'later';
    post.receiver.mails.length = 0;
    await returned(post);
    const links = `${post.base}/people/${people.staff.id}`;
    await director.post(`${links}/access-link-mails`);
    await post.at(start);
    await director.post(`${links}/access-links/revocation`);
    for (let hours = 1; hours <= 76; hours += 3) await post.at(start + hours * HOUR);
    const later = await post.server.as(people.director);
    const given = (await post.mails(later)).mails;
    expect(given.slice(0, 2).map(({ kind, state }) => [kind, state])).toEqual([
      ['entry-returned', 'dead'],
      ['reset', 'dropped'],
    ]);
    post.receiver.answer = () => 'yes';
    await later.post(`${post.base}/mails/${given[0]?.id}/resending`);
    await post.at(start + 76.1 * HOUR);
    expect(post.receiver.mails.map(({ messageId }) => messageId)).toEqual([`<${given[0]?.id}@localhost>`]);
  });
});

describe('Without a mail server', () => {
  it('mails lie in a folder that nobody else reads, a file each', async () => {
    const server = await TestServer.start();
    const program = await server.program('folder');
    await server.app.get(Followers).catchUp();
    const director = await server.as(program.people.director);
    await director.post(`/programs/${program.id}/people/${program.people.fellow.id}/access-link-mails`);
    await server.app.get(Followers).catchUp();
    await server.app.get(Postman).catchUp();
    const { body } = await director.get<MailsView>(`/programs/${program.id}/mails`);
    expect(body).toMatchObject({ way: 'folder', waiting: 0, dead: 0, mails: [{ state: 'kept' }] });
    const folder = join(server.database.settings.dataDir, 'mails');
    expect(readdirSync(folder)).toEqual([`${body.mails[0]?.id}.eml`]);
    const file = join(folder, `${body.mails[0]?.id}.eml`);
    expect([statSync(folder).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
    expect(readFileSync(file, 'utf8')).toMatch(/^To: Fellow One <fellow\.one@folder\.example>\r$/m);
    await server.stop();
  });
});
