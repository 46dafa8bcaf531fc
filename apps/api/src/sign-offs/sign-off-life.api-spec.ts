import { v7 as uuidv7 } from 'uuid';
import type { EvidenceView } from '@countersign/contracts/competencies/views';
import type { Problem } from '@countersign/contracts/problems';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import { checkLog } from '../db/check-log';
import { Followers } from '../followers/followers';
import { PersonRow } from '../people/person.row';
import { SigningDocumentRow } from '../signatures/signature.row';
import { signOffsUnderTest, type SignOffsUnderTest } from '../testing/sign-offs-under-test';
import { NOON } from '../testing/test-program';
import { SignOffs } from './sign-offs';

const why = { text: 'A complication is under review.' };

describe('A sign-off', () => {
  let here: SignOffsUnderTest;

  beforeAll(async () => {
    here = await signOffsUnderTest('life');
  });
  afterAll(() => here.server.stop());
  beforeEach(() => here.server.setClock(NOON));

  const codeOf = async (reply: Promise<{ body: object }>) =>
    (await reply).body as Partial<Problem & SignOffView>;
  const evidence = (who: Parameters<SignOffsUnderTest['as']>[0], id: string) =>
    here.as(who).get<EvidenceView>(`${here.base}/sign-offs/${id}/evidence`);

  it('is waived by the director alone, with words that stand apart from what is signed', async () => {
    const reason = 'Thirty cases at the last program, seen by two of us.';
    const [fellow, director] = [here.as('fellow'), here.as('director')];
    expect(await codeOf(here.ask(fellow, { reason }))).toMatchObject({ code: 'sign-off/waiver-by-director' });
    expect(await codeOf(here.ask(director))).toMatchObject({ code: 'sign-off/not-ready' });
    const { body } = await here.ask(director, { reason });
    expect(body).toMatchObject({
      state: 'asked',
      waiver: { unmet: [0, 1], text: reason },
      acts: ['withdraw'],
    });
    const opened = await here.open(here.as('supervisor'), body.id);
    expect(opened.body.text).not.toContain('Thirty');
    expect(opened.body.text).toContain(body.waiver?.textId ?? '?');
    const coordinator = await here.as('coordinator').get<SignOffView>(`${here.base}/sign-offs/${body.id}`);
    expect(coordinator.body.waiver).not.toHaveProperty('text');
    expect(await codeOf(here.act(fellow, body.id, 'withdrawal'))).toMatchObject({
      code: 'sign-off/not-requester',
    });
    expect((await here.act(director, body.id, 'withdrawal')).body).toMatchObject({
      state: 'withdrawn',
      acts: [],
    });
  });

  it('is asked for once, under one id', async () => {
    await here.counted(2);
    const twice = async () => {
      const id = uuidv7();
      const replies = await Promise.all([1, 2, 3].map(() => here.ask(here.as('fellow'), { id })));
      expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
      return id;
    };
    for (let round = 0; round < 10; round += 1)
      await here.act(here.as('fellow'), await twice(), 'withdrawal');
    const id = await twice();
    expect(await codeOf(here.ask(here.as('fellow')))).toMatchObject({ code: 'sign-off/asked-already' });
    expect(await codeOf(here.ask(here.as('director'), { id }))).toMatchObject({ code: 'sign-off/id-taken' });
    expect(await codeOf(here.ask(here.as('otherFellow'), { id: uuidv7() }))).toMatchObject({
      code: 'access/not-found',
    });
    const unknown = here.ask(here.as('fellow'), { competencyId: 'other' });
    expect(await codeOf(unknown)).toMatchObject({ code: 'sign-off/unknown-competency' });
    await here.act(here.as('fellow'), id, 'withdrawal');
  });

  it('shows a supervisor its evidence while it is asked for, and only then', async () => {
    const { id } = (await here.ask(here.as('fellow'))).body;
    const seen = await evidence('otherSupervisor', id);
    expect([seen.status, seen.body.rules[0]?.counted.length]).toEqual([200, 2]);
    expect((await evidence('otherFellow', id)).status).toBe(404);
    const declined = await here.act(here.as('otherSupervisor'), id, 'decline', {
      reasonCode: 'not-seen-enough',
    });
    expect(declined.body).toMatchObject({ state: 'declined', end: { reasonCode: 'not-seen-enough' } });
    expect((await evidence('otherSupervisor', id)).status).toBe(404);
    expect((await evidence('fellow', id)).status).toBe(200);
    expect((await here.as('supervisor').get(`${here.base}/sign-offs/${id}`)).status).toBe(404);
  });

  it('is declined with a reason, and a signature that is taken back stays on record', async () => {
    const { id } = (await here.ask(here.as('fellow'))).body;
    const decline = (body: object) => here.act(here.as('supervisor'), id, 'decline', body);
    expect(await codeOf(decline({ reasonCode: 'other' }))).toMatchObject({ code: 'sign-off/reason-missing' });
    await here.sign(here.as('supervisor'), id);
    const back = await decline({ reasonCode: 'one-more-first', text: 'Two S1 levels with me in the room.' });
    expect(back.body).toMatchObject({
      state: 'declined',
      signatures: [{ printedName: 'Supervisor One' }],
      end: { text: 'Two S1 levels with me in the room.' },
    });
  });

  it('at high risk needs two supervisors before the director', async () => {
    const { id } = (await here.ask(here.as('fellow'), { competencyId: 'risky' })).body;
    await here.sign(here.as('supervisor'), id);
    expect(await codeOf(here.open(here.as('director'), id))).toMatchObject({
      code: 'sign-off/supervisor-first',
    });
    const second = await here.sign(here.as('otherSupervisor'), id);
    expect(second.body).toMatchObject({ state: 'partly-signed', turn: 'director' });
    expect((await here.sign(here.as('director'), id)).body.state).toBe('signed');
  });

  it('once signed lets what comes after it be asked for, until it is suspended', async () => {
    const next = { competencyId: 'next' };
    expect(await codeOf(here.ask(here.as('fellow'), next))).toMatchObject({ code: 'sign-off/not-ready' });
    const { id } = await here.signed();
    const { body } = await here.ask(here.as('fellow'), next);
    expect(body.state).toBe('asked');
    const director = here.as('director');
    expect(await codeOf(here.act(here.as('supervisor'), id, 'suspension', why))).toMatchObject({
      code: 'access/not-allowed',
    });
    expect((await here.act(director, id, 'suspension', why)).body).toMatchObject({
      state: 'suspended',
      end: why,
      acts: ['reinstate', 'revoke'],
    });
    expect(await codeOf(here.open(here.as('supervisor'), body.id))).toMatchObject({
      code: 'sign-off/not-ready',
    });
    expect((await here.act(director, id, 'reinstatement')).body).not.toHaveProperty('end');
    expect((await here.open(here.as('supervisor'), body.id)).status).toBe(200);
  });

  it('has lapsed once practice is past, by the date alone, and is renewed by new signatures', async () => {
    const list = await here.as('fellow').get<{ signOffs: SignOffView[] }>(`${here.base}/sign-offs`);
    const held = list.body.signOffs.find(({ state }) => state === 'signed' && list.body.signOffs.length > 0);
    const { id } = list.body.signOffs.find(
      (one) => one.competencyId === 'lumbar' && one.state === 'signed',
    ) ?? {
      id: held?.id ?? '',
    };
    expect(await codeOf(here.ask(here.as('fellow')))).toMatchObject({ code: 'sign-off/held' });
    here.server.setClock(Date.parse('2027-06-20T18:00:00Z'));
    const [director, fellow] = [
      await here.server.as(here.people.director),
      await here.server.as(here.people.fellow),
    ];
    const lapsed = await director.get<SignOffView>(`${here.base}/sign-offs/${id}`);
    expect(lapsed.body).toMatchObject({ state: 'lapsed', currentThroughOn: '2027-05-23' });
    const renewal = await here.act(fellow, id, 'renewal', { id: uuidv7() });
    expect(renewal).toMatchObject({ status: 201, body: { state: 'asked', renewsId: id } });
    await here.sign(await here.server.as(here.people.supervisor), renewal.body.id);
    const renewed = await here.sign(director, renewal.body.id);
    expect(renewed.body).toMatchObject({ state: 'signed', currentThroughOn: '2027-12-20' });
    expect((await director.get<SignOffView>(`${here.base}/sign-offs/${id}`)).body.state).toBe('renewed');
    const all = await here.server.db.read({ personId: 'test', roles: [] }, (view) =>
      here.server.app.get(SignOffs).held(view, here.program.id),
    );
    expect(all.filter(({ competencyId }) => competencyId === 'lumbar').map((one) => one.id)).toEqual([
      renewal.body.id,
    ]);
  });

  it('is flagged to the director when an entry under it is voided, and holds until the director decides', async () => {
    here.server.setClock(Date.parse('2027-06-20T18:00:00Z'));
    const director = await here.server.as(here.people.director);
    const list = await director.get<{ signOffs: SignOffView[] }>(`${here.base}/sign-offs`);
    const { id } = list.body.signOffs.find(
      (one) => one.competencyId === 'lumbar' && one.state === 'signed',
    ) ?? {
      id: '',
    };
    const behind = await director.get<EvidenceView>(`${here.base}/sign-offs/${id}/evidence`);
    const entry = behind.body.rules[0]?.counted[0]?.entry;
    const voided = `${here.base}/entries/${entry?.id}/void`;
    await director.post(voided, { revision: entry?.revision ?? 0, body: { reason: 'Logged twice.' } });
    await here.server.app.get(Followers).catchUp();
    const flagged = await director.get<SignOffView>(`${here.base}/sign-offs/${id}`);
    expect(flagged.body).toMatchObject({
      state: 'signed',
      waitsForMe: true,
      changed: [{ entryId: entry?.id, what: 'voided' }],
      acts: ['keep', 'renew', 'suspend', 'revoke'],
    });
    const kept = await here.act(director, id, 'keeping', { text: 'One fewer still shows it.' });
    expect(kept.body).toMatchObject({ state: 'signed', waitsForMe: false });
    expect(kept.body).not.toHaveProperty('flaggedAt');
    expect(await codeOf(here.act(director, id, 'keeping', why))).toMatchObject({
      code: 'sign-off/not-flagged',
    });
    const revoked = await here.act(director, id, 'revocation', why);
    expect(revoked.body).toMatchObject({ state: 'revoked', end: why, acts: [] });
    expect(revoked.body.signatures).toHaveLength(2);
  });

  it('keeps its bytes and printed names when a person is renamed; a byte that is changed in SQL is found', async () => {
    const list = await here.as('fellow').get<{ signOffs: SignOffView[] }>(`${here.base}/sign-offs`);
    const risky = list.body.signOffs.find(({ competencyId }) => competencyId === 'risky');
    const [first] = risky?.signatures ?? [];
    const path = `${here.base}/sign-offs/${risky?.id}/documents/${first?.documentDigest}`;
    const before = await here.as('fellow').get(path);
    const check = () => here.server.read((manager) => checkLog(manager, here.program.id));
    expect((await check()).differences).toEqual([]);
    const { supervisor, fellow } = here.people;
    await here.server.write('test', async ({ manager }) => {
      for (const { id } of [supervisor, fellow])
        await manager.update(PersonRow, { id }, { name: 'Another Name' });
    });
    const after = await here.as('fellow').get<SignOffView>(`${here.base}/sign-offs/${risky?.id}`);
    expect(after.body.signatures[0]?.printedName).toBe('Supervisor One');
    expect((await here.as('fellow').get(path)).body).toEqual(before.body);
    const key = { programId: here.program.id, digest: first?.documentDigest ?? '' };
    await here.server.write('test', async ({ manager }) => {
      const { bytes } = await manager.findOneByOrFail(SigningDocumentRow, key);
      await manager.update(SigningDocumentRow, key, { bytes: bytes.replace('Fellow One', 'Fellow Two') });
    });
    expect((await check()).differences).toMatchObject([{ table: 'signing_document', column: 'bytes' }]);
  });
});
