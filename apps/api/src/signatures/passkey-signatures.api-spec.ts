import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson } from '@countersign/domain/ledger';
import { signedActJson } from '@countersign/domain/signing';
import type { AccountView, PasskeyQuestionView } from '@countersign/contracts/account/views';
import { ACT_HEADER } from '@countersign/contracts/endpoint';
import type { Problem } from '@countersign/contracts/problems';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import { signSignOff } from '@countersign/contracts/sign-offs/endpoints';
import type { SigningQuestionView } from '@countersign/contracts/signatures/views';
import { checkLog } from '../db/check-log';
import { signatureDifferences } from '../ledger/signature-differences';
import { faultRow, repeats } from '../testing/fault-row';
import {
  signOffsUnderTest,
  type SignOffPeople,
  type SignOffsUnderTest,
} from '../testing/sign-offs-under-test';
import { SoftPasskey } from '../testing/soft-passkey';
import { dialect } from '../testing/test-database';
import { NOON, PASSWORD } from '../testing/test-program';
import { SignatureAssertionRow, SignatureRow } from './signature.row';

type Who = keyof SignOffPeople;

describe('A passkey in the place of the password', () => {
  let here: SignOffsUnderTest;
  const keys = new Map<Who, SoftPasskey>();

  beforeAll(async () => {
    here = await signOffsUnderTest('step-up');
    await here.counted(2);
    for (const who of ['supervisor', 'otherSupervisor', 'director'] as const) keys.set(who, await added(who));
  });
  afterAll(() => here.server.stop());
  beforeEach(() => here.server.setClock(NOON));

  const added = async (who: Who): Promise<SoftPasskey> => {
    const passkey = new SoftPasskey(here.server.origin);
    const client = here.as(who);
    const asked = await client.post<PasskeyQuestionView>('/account/passkey-questions', {
      body: { password: PASSWORD },
    });
    const { state, options } = asked.body;
    const body = { state, response: passkey.register(options), name: 'Key' };
    expect((await client.post('/account/passkeys', { body })).status).toBe(201);
    return passkey;
  };
  const keyOf = (who: Who): SoftPasskey => keys.get(who) ?? new SoftPasskey(here.server.origin);

  /** A sign-off that waits for a signature, with the body that its signer would send. */
  const opened = async (who: Who, signOffId: string) => {
    const { digest, meanings } = (await here.open(here.as(who), signOffId)).body;
    return { signOffId, said: { id: uuidv7(), digest, meaning: meanings[0], statementVersion: 1 } };
  };
  const asked = async () => (await here.ask(here.as('fellow'))).body.id;
  const waiting = async () => opened('supervisor', await asked());
  type Opened = Awaited<ReturnType<typeof waiting>>;

  const digestOf = ({ signOffId, said: body }: Opened) => {
    const params = { programId: here.program.id, signOffId };
    const act = canonicalJson(signedActJson({ path: signSignOff.path, params, body }));
    return createHash('sha256').update(act).digest('hex');
  };
  const ask = async (who: Who, what: Opened) => {
    const body = { actDigest: digestOf(what) };
    const reply = await here
      .as(who)
      .post<SigningQuestionView & Problem>('/account/signing-questions', { body });
    return reply.body;
  };
  const send = (who: Who, { signOffId, said }: Opened, passkey: object) =>
    here.as(who).post<SignOffView & Problem>(`${here.base}/sign-offs/${signOffId}/signatures`, {
      body: { ...said, passkey },
    });
  const answered = async (who: Who, what: Opened) => {
    const { id: questionId, options } = await ask(who, what);
    return { questionId, response: keyOf(who).answer(options) };
  };
  const refusal = async (who: Who, what: Opened, passkey: object) => {
    const { status, body } = await send(who, what, passkey);
    expect(status).toBe(401);
    return body.code;
  };
  /** Nothing was signed by all that was refused. */
  const unsigned = async (signOffId: string) =>
    expect(await here.server.read((manager) => manager.countBy(SignatureRow, { subjectId: signOffId }))).toBe(
      0,
    );

  it('signs a competency; the record says so, and what the device signed is kept and checked again', async () => {
    const what = await waiting();
    const first = await send('supervisor', what, await answered('supervisor', what));
    expect([first.status, first.body.state]).toEqual([200, 'partly-signed']);
    const last = await here.sign(here.as('director'), what.signOffId);
    expect(last.body.signatures.map(({ method }) => method)).toEqual(['passkey', 'password']);
    const kept = await here.server.read((manager) => manager.findBy(SignatureAssertionRow, {}));
    expect(kept.map(({ signatureId, origin }) => [signatureId, origin])).toEqual([
      [what.said.id, here.server.origin],
    ]);
    const check = () => here.server.read((manager) => signatureDifferences(manager, here.program.id));
    expect(await check()).toEqual([]);
    expect((await here.as('supervisor').get<AccountView>('/account')).body.passkeys).toMatchObject([
      { lastUsedAt: NOON },
    ]);
    const [row] = kept;
    if (!row) throw new Error('it is kept');
    const key = { programId: row.programId, signatureId: row.signatureId };
    for (const change of [
      { nonce: '0'.repeat(32) },
      { origin: 'https://evil.example' },
      { askedAt: NOON + 1 },
    ]) {
      await here.server.write('test', ({ manager }) => manager.update(SignatureAssertionRow, key, change));
      expect(await check()).toMatchObject([{ table: 'signature_assertion', column: 'response' }]);
      await here.server.write('test', ({ manager }) => manager.update(SignatureAssertionRow, key, row));
    }
    expect(await check()).toEqual([]);
    await here.act(here.as('director'), what.signOffId, 'revocation', { text: 'Made in a test.' });
  });

  it('is one signature where the request is sent again because its answer was lost', async () => {
    const what = await waiting();
    const passkey = await answered('supervisor', what);
    const headers = { [ACT_HEADER.toLowerCase()]: uuidv7() };
    const path = `${here.base}/sign-offs/${what.signOffId}/signatures`;
    for (let time = 0; time < 2; time += 1) {
      const { status, body } = await here
        .as('supervisor')
        .post<SignOffView>(path, { body: { ...what.said, passkey }, headers });
      expect([status, body]).toMatchObject([200, { state: 'partly-signed' }]);
    }
    // Signed again after that, with another answer, it is the same signature.
    const again = await send('supervisor', what, await answered('supervisor', what));
    expect([again.status, again.body.signatures.length]).toEqual([200, 1]);
    await here.act(here.as('supervisor'), what.signOffId, 'decline', { reasonCode: 'somebody-else' });
  });

  it('is refused for what was not asked: another document, another sign-off, another meaning', async () => {
    const what = await waiting();
    const passkey = await answered('supervisor', what);
    const meaning = 'competency-granted-from-record';
    for (const said of [{ digest: 'b'.repeat(64) }, { meaning }, { id: uuidv7() }])
      expect(
        await refusal(
          'supervisor',
          { ...what, said: { ...what.said, ...said } as typeof what.said },
          passkey,
        ),
      ).toBe('signature/passkey-other-act');
    expect(await refusal('supervisor', { ...what, signOffId: uuidv7() }, passkey)).toBe(
      'signature/passkey-other-act',
    );
    await unsigned(what.signOffId);
    expect((await send('supervisor', what, passkey)).status).toBe(200);
    await here.act(here.as('supervisor'), what.signOffId, 'decline', { reasonCode: 'somebody-else' });
  });

  it('is refused late, from another person, without verification, unread, and beside a password', async () => {
    const what = await waiting();
    const { id: questionId, options } = await ask('supervisor', what);
    const response = keyOf('supervisor').answer(options);
    const refused = async (passkey: object) => refusal('supervisor', what, passkey);
    expect(await refused({ questionId, response: keyOf('otherSupervisor').answer(options) })).toBe(
      'signature/passkey-unknown',
    );
    expect(await refusal('otherSupervisor', what, { questionId, response })).toBe('signature/passkey-over');
    expect(await refused({ questionId: uuidv7(), response })).toBe('signature/passkey-over');
    const blind = keyOf('supervisor').answer(options, { verifies: false });
    expect(await refused({ questionId, response: blind })).toBe('signature/passkey-unverified');
    const other = keyOf('supervisor').answer((await ask('supervisor', what)).options);
    for (const wrong of [other, 'no JSON', '{}', response.replace('"signature":"', '"signature":"A')])
      expect(await refused({ questionId, response: wrong })).toBe('signature/passkey-refused');
    for (const shape of [
      { questionId },
      { questionId: 7, response },
      { questionId, response: 'x'.repeat(8001) },
    ])
      expect(await refused(shape)).toBe('signature/authentication-required');
    const both = { ...what, said: { ...what.said, password: PASSWORD } };
    expect(await refusal('supervisor', both, { questionId, response })).toBe(
      'signature/authentication-required',
    );
    here.server.setClock(NOON + 5 * 60_000);
    expect(await refused({ questionId, response })).toBe('signature/passkey-over');
    await unsigned(what.signOffId);
    here.server.setClock(NOON + 5 * 60_000 - 1);
    expect((await send('supervisor', what, { questionId, response })).status).toBe(200);
    await here.act(here.as('supervisor'), what.signOffId, 'decline', { reasonCode: 'somebody-else' });
  });

  it('is refused where it counts backward, and where it was taken away', async () => {
    const what = await waiting();
    const copy = keyOf('supervisor');
    copy.countFrom(0);
    expect(await refusal('supervisor', what, await answered('supervisor', what))).toBe(
      'signature/passkey-copied',
    );
    copy.countFrom(1000);
    const passkey = await answered('supervisor', what);
    const [{ id } = { id: '' }] = (await here.as('supervisor').get<AccountView>('/account')).body.passkeys;
    const removal = await here
      .as('supervisor')
      .post(`/account/passkeys/${id}/removal`, { body: { password: PASSWORD } });
    expect(removal.status).toBe(200);
    expect(await refusal('supervisor', what, passkey)).toBe('signature/passkey-unknown');
    expect((await ask('supervisor', what)).code).toBe('signature/no-passkey');
    await unsigned(what.signOffId);
    keys.set('supervisor', await added('supervisor'));
    expect((await send('supervisor', what, await answered('supervisor', what))).status).toBe(200);
    await here.act(here.as('supervisor'), what.signOffId, 'decline', { reasonCode: 'somebody-else' });
  });

  it('answers once: of several at once exactly one signs, and none after', async () => {
    const times = repeats(10);
    for (let repeat = 1; repeat <= times; repeat += 1) {
      here.server.setClock(NOON + repeat * 1000);
      const what = await waiting();
      const passkey = await answered('supervisor', what);
      const tries = await Promise.all([1, 2, 3].map(() => send('supervisor', what, passkey)));
      expect(tries.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
      expect(await refusal('supervisor', what, passkey)).toBe('signature/passkey-used');
      const { id: subjectId } = { id: what.signOffId };
      expect(await here.server.read((manager) => manager.countBy(SignatureRow, { subjectId }))).toBe(1);
      await here.act(here.as('supervisor'), what.signOffId, 'decline', { reasonCode: 'somebody-else' });
    }
    faultRow('three sign with one answer of a passkey at once', {
      database: dialect,
      times,
      winners: 'one each',
    });
  }, 1_200_000);

  it('and the log says all of it again', async () => {
    for (const log of ['installation', here.program.id])
      expect((await here.server.read((manager) => checkLog(manager, log))).differences).toEqual([]);
  });
});
