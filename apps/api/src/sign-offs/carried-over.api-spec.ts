import type { ProgressView } from '@countersign/contracts/competencies/views';
import type { RequirementSetsView } from '@countersign/contracts/requirements/views';
import { signOffsUnderTest, type SignOffsUnderTest } from '../testing/sign-offs-under-test';
import { TODAY } from '../testing/test-program';

/** The set of the test as its next version: one competency has another id and asks for more, another waits for it. */
const next = {
  ...{ id: 'test-set', title: 'Requirements under test', source: 'The test', edition: '2' },
  ...{ effectiveOn: '2026-07-01', conventions: 2 },
  competencies: [
    {
      id: 'lumbar-tfesi',
      title: 'Lumbar transforaminal epidural',
      shortTitle: 'Lumbar TFESI',
      about: { items: ['esi-tf-lumbar'] },
      rules: [{ kind: 'count', filter: { items: ['esi-tf-lumbar'] }, per: 'session', need: 9 }],
      highRisk: false,
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

  it('also over a version in between', async () => {
    await publish([{ from: 'lumbar', to: 'lumbar-tfesi' }]);
    expect(await isNextMet()).toBe(true);
    await publish([{ from: 'lumbar-tfesi', to: 'lumbar-tfesi' }]);
    expect(await isNextMet()).toBe(true);
  });
});
