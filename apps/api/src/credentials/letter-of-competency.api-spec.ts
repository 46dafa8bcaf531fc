import type { LetterDraftView, LetterView } from '@countersign/contracts/credentials/views';
import type { LetterContent } from '@countersign/domain/credential';
import { v7 as uuidv7 } from 'uuid';
import { SignatureRow } from '../signatures/signature.row';
import { signOffsUnderTest, type SignOffsUnderTest } from '../testing/sign-offs-under-test';
import { PASSWORD } from '../testing/test-program';

describe('A letter about a signed competency', () => {
  let here: SignOffsUnderTest;

  beforeAll(async () => {
    here = await signOffsUnderTest('letter-of-competency');
    await here.counted(2);
    const { id } = (await here.ask(here.as('fellow'))).body;
    await here.sign(here.as('supervisor'), id);
    expect((await here.sign(here.as('director'), id)).body).toMatchObject({ state: 'signed' });
  });
  afterAll(() => here.server.stop());

  const path = () => `${here.base}/fellows/${here.program.people.fellow.id}`;
  const draft = async (query: string) =>
    (await here.as('director').get<LetterDraftView>(`${path()}/letter-draft?${query}`)).body;

  it('names it with everybody who signed it, in what capacity and meaning what', async () => {
    const { content, competencies } = await draft('kind=competency&competencyId=lumbar');
    expect(competencies.map(({ id }) => id)).toEqual(['lumbar']);
    const said = JSON.parse(content) as LetterContent;
    expect(said).toMatchObject({ kind: 'competency', notSigned: [] });
    expect(said.competencies).toMatchObject([
      {
        ...{ id: 'lumbar', supervision: 'indirect-immediate' },
        ...{ highRisk: false, waived: 0, demonstration: false },
        signatures: [
          { name: 'Supervisor One', capacity: 'supervisor', meaning: 'competency-granted' },
          { name: 'Director One', capacity: 'director', meaning: 'countersigned' },
        ],
      },
    ]);
    expect(said.totals.all.roles.performed).toBe(2);
  });

  it('says where rules were waived, and that it is high risk', async () => {
    const asked = await here.ask(here.as('director'), {
      ...{ competencyId: 'risky', reason: 'Thirty cases at the last program.' },
      fellowId: here.people.otherFellow.id,
    });
    for (const who of ['supervisor', 'otherSupervisor', 'director'] as const)
      await here.sign(here.as(who), asked.body.id);
    const path = `${here.base}/fellows/${here.people.otherFellow.id}/letter-draft?kind=record`;
    const { content } = (await here.as('director').get<LetterDraftView>(path)).body;
    const { competencies } = JSON.parse(content) as LetterContent;
    expect(competencies).toMatchObject([
      { id: 'risky', highRisk: true, waived: 1, signatures: [{}, {}, { capacity: 'director' }] },
    ]);
    expect(content).not.toContain('Thirty');
  });

  it('stands beside what is not signed in a letter about the whole record', async () => {
    const said = JSON.parse((await draft('kind=record')).content) as LetterContent;
    expect(said.competencies).toHaveLength(1);
    expect(said.notSigned.length).toBeGreaterThan(0);
    expect(said.notSigned).not.toContain(said.competencies[0]?.title);
  });

  it('is a signature of its own, by the director, of the bytes that were shown and the words beside them', async () => {
    const { digest } = await draft('kind=competency&competencyId=lumbar');
    const id = uuidv7();
    const body = {
      id,
      kind: 'competency',
      competencyId: 'lumbar',
      shownDigest: digest,
      attestation: 'So it is.',
    };
    const sent = { body: { ...body, password: PASSWORD } };
    const { status, body: letter } = await here.as('director').post<LetterView>(`${path()}/letters`, sent);
    expect([status, letter.kind]).toEqual([201, 'competency']);
    expect(letter.competency).toBeTruthy();
    const rows = await here.server.read((manager) => manager.findBy(SignatureRow, { subjectId: id }));
    expect(rows).toMatchObject([
      { subject: 'letter', capacity: 'director', meaning: 'attested', method: 'password' },
    ]);
    expect((await here.as('supervisor').post(`${path()}/letters`, sent)).status).toBe(403);
  });
});
