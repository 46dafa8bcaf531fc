import { v7 as uuidv7 } from 'uuid';
import { CredentialRow } from '../people/person.row';
import type { Problem } from '@countersign/contracts/problems';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import { Routes } from '../platform/routes';
import { PersonRow } from '../people/person.row';
import { SignatureRow } from '../signatures/signature.row';
import { signOffsUnderTest, type SignOffsUnderTest } from '../testing/sign-offs-under-test';
import { NOON, PASSWORD } from '../testing/test-program';
import type { TestClient } from '../testing/test-client';

/** Every route that signs, typed by hand; a session alone gets nowhere with any of them. */
const signingRoutes = [
  '/programs/:programId/fellows/:fellowId/committee-decisions',
  '/programs/:programId/fellows/:fellowId/letters',
  '/programs/:programId/review-batches',
  '/programs/:programId/sign-offs/:signOffId/signatures',
];

describe('Nothing is signed', () => {
  let here: SignOffsUnderTest;

  beforeAll(async () => {
    here = await signOffsUnderTest('refusals');
    await here.counted(3);
  });
  afterAll(() => here.server.stop());
  beforeEach(() => here.server.setClock(NOON));

  const signatures = (subjectId: string) =>
    here.server.read((manager) => manager.find(SignatureRow, { where: { subjectId } }));
  /** A request of its own for a test: what was asked before is withdrawn. */
  const asked = async (): Promise<string> => {
    const list = await here.as('fellow').get<{ signOffs: SignOffView[] }>(`${here.base}/sign-offs`);
    for (const { id, acts } of list.body.signOffs)
      if (acts.includes('withdraw')) await here.act(here.as('fellow'), id, 'withdrawal');
    return (await here.ask(here.as('fellow'))).body.id;
  };
  const post = (by: TestClient, id: string, body: object) =>
    by.post<Problem & SignOffView>(`${here.base}/sign-offs/${id}/signatures`, { body });
  const bodyFor = async (by: TestClient, id: string) => {
    const { digest, meanings } = (await here.open(by, id)).body;
    return { id: uuidv7(), digest, meaning: meanings[0], password: PASSWORD, statementVersion: 1 };
  };

  it('on any route by a session without its password: 401, for whoever may sign', async () => {
    const found = here.server.app
      .get(Routes)
      .list()
      .flatMap(({ route }) => (route?.endpoint.signs ? [route.endpoint.path] : []));
    expect(found.sort()).toEqual([...signingRoutes].sort());
    for (const template of found) {
      const path = template.replace(':programId', here.program.id).replace(/:\w+/g, uuidv7());
      for (const body of [{}, { password: '' }, { password: 7 }, { password: 'x'.repeat(257) }]) {
        const replies = [
          await here.as('supervisor').post<Problem>(path, { body }),
          await here.as('director').post<Problem>(path, { body }),
        ];
        const told = replies.filter(({ status }) => status !== 403);
        expect(told.length).toBeGreaterThan(0);
        for (const { status, body: problem } of told)
          expect([path, status, problem.code]).toEqual([path, 401, 'signature/authentication-required']);
      }
    }
  });

  it('twice: what is sent again under its id is one signature, and another’s id is refused', async () => {
    const id = await asked();
    const body = await bodyFor(here.as('supervisor'), id);
    const both = await Promise.all([
      post(here.as('supervisor'), id, body),
      post(here.as('supervisor'), id, body),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await signatures(id)).toHaveLength(1);
    const taken = { ...(await bodyFor(here.as('director'), id)), id: body.id };
    expect(await post(here.as('director'), id, taken)).toMatchObject({
      status: 409,
      body: { code: 'signature/id-taken' },
    });
  });

  it('by a director twice, or by two at once: one final signature', async () => {
    const id = await asked();
    await here.sign(here.as('supervisor'), id);
    const [one, other] = [here.as('director'), here.as('otherDirector')];
    const bodies = [await bodyFor(one, id), await bodyFor(other, id)];
    const replies = await Promise.all([post(one, id, bodies[0] ?? {}), post(other, id, bodies[1] ?? {})]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('sign-off/complete');
    expect((await signatures(id)).map(({ capacity }) => capacity)).toEqual(['supervisor', 'director']);
    await here.act(here.as('director'), id, 'revocation', { text: 'Made in a test.' });
  });

  it('out of turn, by the same person twice, or in another meaning than that of the turn', async () => {
    const id = await asked();
    const opened = await here.open(here.as('director'), id);
    expect(opened).toMatchObject({ status: 409, body: { code: 'sign-off/supervisor-first' } });
    const body = await bodyFor(here.as('supervisor'), id);
    const meaning = { ...body, meaning: 'countersigned' };
    expect((await post(here.as('supervisor'), id, meaning)).body.code).toBe('signature/meaning-not-of-turn');
    const unsaid = { ...body, statementVersion: 7 };
    const strange = { ...body, digest: 'a'.repeat(64) };
    expect((await post(here.as('supervisor'), id, strange)).body.code).toBe('signature/other-document');
    expect((await post(here.as('otherSupervisor'), id, unsaid)).body.code).toBe('signature/statement-needed');
    expect((await post(here.as('supervisor'), id, body)).status).toBe(200);
    expect((await here.open(here.as('supervisor'), id)).body).toMatchObject({
      code: 'sign-off/signed-before',
    });
    expect((await here.open(here.as('otherSupervisor'), id)).body).toMatchObject({
      code: 'sign-off/director-next',
    });
    expect(await signatures(id)).toHaveLength(1);
  });

  it('on a page that is stale: the refusal says what changed, and nothing is half signed', async () => {
    const id = await asked();
    const body = await bodyFor(here.as('supervisor'), id);
    const [entry] = await here.counted(1);
    const stale = await post(here.as('supervisor'), id, body);
    expect([stale.status, stale.body.code]).toEqual([409, 'sign-off/stale-page']);
    expect(stale.body.errors?.[0]).toMatchObject({
      pointer: '/rules/0',
      code: 'sign-off/rule-changed',
      values: { before: 3, after: 4, need: 2 },
    });
    expect(await signatures(id)).toHaveLength(0);
    const { revision } = entry ?? { revision: 0 };
    const voided = `${here.base}/entries/${entry?.id}/void`;
    await here.as('director').post(voided, { revision, body: { reason: 'Logged twice.' } });
    expect((await post(here.as('supervisor'), id, body)).status).toBe(200);
  });

  it('on a page with another name, or from a day before yesterday', async () => {
    const id = await asked();
    const body = await bodyFor(here.as('supervisor'), id);
    const { fellow } = here.people;
    const rename = (name: string) =>
      here.server.write('test', ({ manager }) => manager.update(PersonRow, { id: fellow.id }, { name }));
    await rename('Fellow Won');
    const renamed = await post(here.as('supervisor'), id, body);
    expect(renamed.body.errors).toMatchObject([{ code: 'sign-off/names-changed' }]);
    await rename(fellow.name);
    here.server.setClock(NOON + 2 * 86_400_000);
    const later = await post(await here.server.as(here.people.supervisor), id, body);
    expect(later.body).toMatchObject({ code: 'sign-off/stale-page', errors: [{ pointer: '/asOf' }] });
    here.server.setClock(NOON);
    expect((await post(here.as('supervisor'), id, body)).status).toBe(200);
  });

  it('by a clock that went back behind the last signature', async () => {
    const id = await asked();
    await here.sign(here.as('supervisor'), id);
    here.server.setClock(NOON - 60_000);
    const director = await here.server.as(here.people.director);
    expect((await here.open(director, id)).body).toMatchObject({ code: 'sign-off/instant-impossible' });
    expect(await signatures(id)).toHaveLength(1);
  });

  it('however many wrong passwords came before, the right one signs; none after a reset by somebody else, for a day', async () => {
    const id = await asked();
    const signer = here.as('otherSupervisor');
    const body = await bodyFor(signer, id);
    for (let tries = 0; tries < 8; tries += 1)
      expect((await post(signer, id, { ...body, password: 'not this' })).body).toMatchObject({
        code: 'signature/password-wrong',
      });
    const personId = here.people.otherSupervisor.id;
    const rest = (signsFrom: number | null) =>
      here.server.write('test', async (tx) => {
        await tx.update(CredentialRow, { personId, kind: 'password' }, { signsFrom });
        tx.record('person.password-changed', { id: personId }, {});
      });
    await rest(NOON + 1);
    expect(await post(signer, id, body)).toMatchObject({
      status: 403,
      body: { code: 'signature/after-reset' },
    });
    expect(await signatures(id)).toHaveLength(0);
    await rest(NOON);
    expect((await post(signer, id, body)).status).toBe(200);
  });
});
