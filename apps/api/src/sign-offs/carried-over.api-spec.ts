import type { ProgressView } from '@countersign/contracts/competencies/views';
import type { RequirementSetsView } from '@countersign/contracts/requirements/views';
import { v7 as uuidv7 } from 'uuid';
import type { BoardView } from '@countersign/contracts/board/views';
import type { LetterDraftView } from '@countersign/contracts/credentials/views';
import type { SignOffListView } from '@countersign/contracts/sign-offs/views';
import type { LetterContent } from '@countersign/domain/credential';
import { signOffsUnderTest, type SignOffsUnderTest } from '../testing/sign-offs-under-test';
import { TODAY } from '../testing/test-program';

/** The set of the test as its next version: one competency has another id and asks for more, another waits for it. */
const next = {
  ...{ id: 'test-set', title: 'Requirements under test', source: 'The test', edition: '2' },
  ...{ effectiveOn: '2026-07-01', conventions: 2 },
  competencies: [
    {
      id: 'lumbar-tfesi',
      title: 'Lumbar TFESI of the next version',
      shortTitle: 'Lumbar TFESI',
      about: { items: ['esi-tf-lumbar'] },
      rules: [{ kind: 'count', filter: { items: ['esi-tf-lumbar'] }, per: 'session', need: 9 }],
      highRisk: false,
      lapseMonths: 3,
    },
    {
      id: 'next',
      title: 'Cervical transforaminal epidural',
      shortTitle: 'Cervical TFESI',
      about: { items: ['esi-tf-cervical'] },
      rules: [{ kind: 'other-competency', competencyId: 'lumbar-tfesi', standing: 'signed' }],
      highRisk: false,
    },
  ],
};

describe('A version follows one under which a competency was signed', () => {
  let here: SignOffsUnderTest;
  let made = 0;

  beforeEach(async () => {
    here = await signOffsUnderTest(`carried-${made++}`);
    await here.counted(2);
    await here.signed();
  });
  afterEach(() => here.server.stop());

  async function publish(mapping: object[]): Promise<void> {
    const director = here.as('director');
    const drafted = await director.post<RequirementSetsView>(`${here.base}/requirement-drafts`, {
      body: { set: next },
    });
    const [draft] = drafted.body.drafts ?? [];
    const reply = await director.post(`${here.base}/requirement-drafts/${draft?.id}/publication`, {
      revision: draft?.revision ?? 0,
      body: { mapping, verified: { on: TODAY, against: 'The test' } },
    });
    expect(reply.status).toBe(201);
  }
  const isNextMet = async () => {
    const fellowId = here.people.fellow.id;
    const { body } = await here.as('fellow').get<ProgressView>(`${here.base}/fellows/${fellowId}/progress`);
    return body.competencies.find(({ id }) => id === 'next')?.met;
  };

  it('and the signature stands where the mapping leads, whatever the numbers became; elsewhere it does not', async () => {
    expect(await isNextMet()).toBe(true);
    await publish([{ from: 'next', to: 'next' }]);
    expect(await isNextMet()).toBe(false);
  });

  const signOffs = async () => {
    const { body } = await here.as('director').get<SignOffListView>(`${here.base}/sign-offs`);
    return body.signOffs;
  };
  const onBoard = async (title: string) => {
    const { body } = await here.as('staff').get<BoardView>(`${here.base}/board`);
    const place = body.competencies.findIndex((one) => one.title === title);
    return body.fellows[0]?.lines.find(({ competency }) => competency === place);
  };

  it('and the sign-off names what it stands for today, lapses by it, and stands so on the board and in a letter', async () => {
    expect((await signOffs())[0]?.standsAs).toEqual([
      { competencyId: 'lumbar', title: 'Lumbar transforaminal epidural' },
    ]);
    await publish([{ from: 'lumbar', to: 'lumbar-tfesi' }]);
    expect((await signOffs())[0]).toMatchObject({
      ...{ competencyId: 'lumbar', title: 'Lumbar transforaminal epidural', state: 'signed' },
      standsAs: [{ competencyId: 'lumbar-tfesi', title: 'Lumbar TFESI of the next version' }],
      acts: expect.arrayContaining(['renew']),
      currentThroughOn: '2027-02-23',
    });
    expect(await onBoard('Lumbar TFESI of the next version')).toMatchObject({
      ...{ reason: 'signed', untilOn: '2027-02-23', signers: ['Supervisor One', 'Director One'] },
    });
    const path = `${here.base}/fellows/${here.people.fellow.id}/letter-draft?kind=record`;
    const { content } = (await here.as('director').get<LetterDraftView>(path)).body;
    const said = JSON.parse(content) as LetterContent;
    expect(said.competencies.map(({ title }) => title)).toEqual(['Lumbar transforaminal epidural']);
    expect(said.notSigned).toEqual(['Cervical transforaminal epidural']);
  });

  it('and where nothing continues it, it stands for nothing, on no board and in no letter', async () => {
    await publish([{ from: 'next', to: 'next' }]);
    const [signOff] = await signOffs();
    expect(signOff).toMatchObject({ state: 'signed', standsAs: [] });
    expect(signOff?.acts).not.toContain('renew');
    expect(await onBoard('Lumbar TFESI of the next version')).toMatchObject({ reason: 'not-signed' });
  });

  it('and one that goes on under another id is renewed under that id; until then it is not asked for anew', async () => {
    await publish([{ from: 'lumbar', to: 'lumbar-tfesi' }]);
    const [before] = await signOffs();
    const anew = { competencyId: 'lumbar-tfesi', reason: 'Enough of them.' };
    expect((await here.ask(here.as('director'), anew)).body).toMatchObject({ code: 'sign-off/held' });
    const body = { id: uuidv7(), reason: 'Enough of them.' };
    const asked = await here.act(here.as('director'), before?.id ?? '', 'renewal', body);
    expect([asked.status, asked.body.competencyId, asked.body.renewsId]).toEqual([
      ...[201, 'lumbar-tfesi', before?.id],
    ]);
    await here.sign(here.as('supervisor'), asked.body.id);
    await here.sign(here.as('director'), asked.body.id);
    const after = await signOffs();
    expect(after.map(({ id, state }) => [id, state])).toEqual([
      [asked.body.id, 'signed'],
      [before?.id, 'renewed'],
    ]);
  });

  it('and one that became two stands for both, and each is asked for on its own', async () => {
    await publish([
      { from: 'lumbar', to: 'lumbar-tfesi' },
      { from: 'lumbar', to: 'next' },
    ]);
    const [before] = await signOffs();
    expect(before?.standsAs.map(({ competencyId }) => competencyId)).toEqual(['lumbar-tfesi', 'next']);
    expect(before?.acts).not.toContain('renew');
    const asked = await here.ask(here.as('director'), { competencyId: 'next', reason: 'Now on its own.' });
    expect(asked.status).toBe(201);
    await here.sign(here.as('supervisor'), asked.body.id);
    await here.sign(here.as('director'), asked.body.id);
    const stands = (await signOffs()).map((one) => one.standsAs.map(({ competencyId }) => competencyId));
    expect(stands).toEqual([['next'], ['lumbar-tfesi']]);
  });

  it('also over a version in between', async () => {
    await publish([{ from: 'lumbar', to: 'lumbar-tfesi' }]);
    expect(await isNextMet()).toBe(true);
    await publish([{ from: 'lumbar-tfesi', to: 'lumbar-tfesi' }]);
    expect(await isNextMet()).toBe(true);
  });
});
