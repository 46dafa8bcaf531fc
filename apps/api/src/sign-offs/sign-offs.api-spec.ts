import { createHash } from 'node:crypto';
import { readSignOffDocument } from '@countersign/domain/signing';
import type { Problem } from '@countersign/contracts/problems';
import type { SignOffListView, SignOffView } from '@countersign/contracts/sign-offs/views';
import { signOffsUnderTest, type SignOffsUnderTest } from '../testing/sign-offs-under-test';
import { PASSWORD } from '../testing/test-program';

describe('A competency is signed off', () => {
  let here: SignOffsUnderTest;

  beforeAll(async () => {
    here = await signOffsUnderTest('signing');
  });
  afterAll(() => here.server.stop());

  it('from ready to signed: asked by the fellow, signed by a supervisor, then by the director', async () => {
    const fellow = here.as('fellow');
    const early = await here.ask(fellow);
    expect([early.status, early.body]).toMatchObject([409, { code: 'sign-off/not-ready' }]);
    await here.counted(2);
    const asked = await here.ask(fellow);
    expect(asked).toMatchObject({
      status: 201,
      body: { state: 'asked', turn: 'supervisor', order: ['supervisor', 'director'], acts: ['withdraw'] },
    });
    const { id } = asked.body;

    const waits = await here.as('supervisor').get<SignOffListView>(`${here.base}/sign-offs?waiting=me`);
    expect(waits.body).toMatchObject({ waiting: 1, signOffs: [{ id, acts: ['sign', 'decline'] }] });
    const first = await here.sign(here.as('supervisor'), id);
    expect(first).toMatchObject({ status: 200, body: { state: 'partly-signed', turn: 'director' } });

    const opened = await here.open(here.as('director'), id);
    expect(opened.body).toMatchObject({ capacity: 'director', meanings: ['countersigned'] });
    const done = await here.sign(here.as('director'), id);
    expect(done).toMatchObject({
      status: 200,
      body: { state: 'signed', acts: ['renew', 'suspend', 'revoke'] },
    });
    expect(done.body.signatures).toMatchObject([
      { printedName: 'Supervisor One', capacity: 'supervisor', meaning: 'competency-granted' },
      { printedName: 'Director One', capacity: 'director', meaning: 'countersigned' },
    ]);
    expect(done.body.signatures.map(({ timeZone }) => timeZone)).toEqual(Array(2).fill('America/Chicago'));
  });

  it('on a document that is kept to the byte and says what was counted', async () => {
    const list = await here.as('fellow').get<SignOffListView>(`${here.base}/sign-offs`);
    const [signOff] = list.body.signOffs;
    const digest = signOff?.signatures.at(-1)?.documentDigest ?? '';
    const path = `${here.base}/sign-offs/${signOff?.id}/documents/${digest}`;
    const { body } = await here.as('fellow').get(path);
    const document = readSignOffDocument(JSON.stringify(body));
    expect(document).toMatchObject({
      fellow: { name: 'Fellow One' },
      competency: { id: 'lumbar' },
      supervision: 'indirect-immediate',
      rules: [
        { value: 2, need: 2, met: true },
        { value: 1, need: 1, met: true, names: ['Supervisor One'] },
      ],
      waiver: null,
    });
    expect(document?.rules[0]?.evidence).toHaveLength(2);
    expect(document?.signatures).toMatchObject([{ by: { name: 'Supervisor One' } }]);
    const answer = await fetch(`${here.server.origin}/api${path}`, { headers: {} });
    expect(answer.status).toBe(401);
    expect((await here.as('otherFellow').get(path)).status).toBe(404);
  });

  it('never with the session alone: each signing route answers 401 to it, and to a wrong password', async () => {
    const { body } = await here.ask(here.as('fellow'), { competencyId: 'risky' });
    const { digest, meanings } = (await here.open(here.as('supervisor'), body.id)).body;
    const path = `${here.base}/sign-offs/${body.id}/signatures`;
    const sign = (password?: string) =>
      here.as('supervisor').post<Problem>(path, {
        body: { id: body.id, digest, meaning: meanings[0], ...(password ? { password } : {}) },
      });
    expect(await sign()).toMatchObject({
      status: 401,
      body: { code: 'signature/authentication-required' },
    });
    expect(await sign('not this')).toMatchObject({
      status: 401,
      body: { code: 'signature/password-wrong' },
    });
    expect((await sign(PASSWORD)).status).toBe(200);
  });

  it('the bytes that are returned are those of the digest', async () => {
    const { body } = await here.ask(here.as('director'), { competencyId: 'next', reason: 'Under a plan.' });
    expect(body).toMatchObject({ state: 'asked' });
    const opened = await here.open(here.as('supervisor'), body.id);
    expect(createHash('sha256').update(opened.body.text, 'utf8').digest('hex')).toBe(opened.body.digest);
  });

  it('and what is not of a fellow is not told', async () => {
    const list = await here.as('otherFellow').get<SignOffListView>(`${here.base}/sign-offs`);
    expect(list.body).toEqual({ signOffs: [], waiting: 0 });
    const own = await here.as('fellow').get<SignOffListView>(`${here.base}/sign-offs`);
    const id = own.body.signOffs[0]?.id ?? '';
    expect((await here.as('otherFellow').get<SignOffView>(`${here.base}/sign-offs/${id}`)).status).toBe(404);
  });
});
