import type { EvidenceView, ProgressView } from '@countersign/contracts/competencies/views';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import type { EntryPageView, EntryView } from '@countersign/contracts/entries/views';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';

describe('Numbers', () => {
  const here = programUnderTest('numbers', 'fellow', 'director', 'supervisor');

  beforeAll(async () => {
    const log = async (change: Parameters<typeof entryBody>[1], help?: 3 | 4 | 5): Promise<void> => {
      const { body } = await here.fellow.post<EntryView>(`${here.base}/entries`, {
        body: entryBody(here.program, change),
      });
      if (help)
        await here.supervisor.post(`${here.base}/entries/${body.id}/approval`, {
          revision: 1,
          body: { help },
        });
    };
    for (let nth = 0; nth < 12; nth += 1) await log({}, 5);
    await log({ procedures: [tfesi({ role: 'assisted' })] }, 4);
    await log({ simulation: true }, 4);
    await log({ performedOn: '2025-07-01' }, 4);
    await log({});
    await log({ then: 'keep' });
    // A rating is in once it can no longer be taken back.
    here.server.setClock(NOON + 10_001);
  });

  it('on the dashboard are the same as on the fellow’s page and open exactly their entries', async () => {
    const dashboard = (await here.director.get<DashboardView>(`${here.base}/dashboard`)).body;
    const row = dashboard.fellows.find((one) => one.fellow.id === here.program.people.fellow.id);
    const cell = row?.competencies.find((one) => one.competencyId === 'lumbar-transforaminal');
    expect(cell).toMatchObject({ approved: 12, waiting: 1, met: false, competence: { n: 13 } });
    const progress = (
      await here.fellow.get<ProgressView>(`${here.base}/fellows/${here.program.people.fellow.id}/progress`)
    ).body;
    expect(progress.competencies.find((one) => one.id === 'lumbar-transforaminal')).toMatchObject({
      approved: 12,
      waiting: 1,
    });
    expect(progress).toMatchObject({ approved: 15, waiting: 1, returned: 0, drafts: 1 });
    const evidence = (
      await here.director.get<EvidenceView>(
        `${here.base}/fellows/${here.program.people.fellow.id}/competencies/lumbar-transforaminal/evidence`,
      )
    ).body;
    const [count] = evidence.rules;
    expect(count?.counted).toHaveLength(12);
    expect(count?.waitingEntries).toHaveLength(1);
    expect(count?.counted.reduce((sum, line) => sum + line.counts, 0)).toBe(count?.value);
    const reasons = count?.notCounted.map((line) => line.reasons).sort();
    expect(reasons).toEqual([['outside-window'], ['role'], ['simulation']]);
  });

  it('of a procedure group open the list of that group', async () => {
    const dashboard = (await here.director.get<DashboardView>(`${here.base}/dashboard`)).body;
    const row = dashboard.fellows.find((one) => one.fellow.id === here.program.people.fellow.id);
    expect(row?.groups.find((group) => group.groupId === 'epidural')).toEqual({
      groupId: 'epidural',
      ...{ approved: 14, approvedEntries: 14 },
      ...{ waiting: 1, waitingEntries: 1 },
    });
    const list = await here.director.get<EntryPageView>(
      `${here.base}/entries?fellowId=${here.program.people.fellow.id}&groupId=epidural&state=approved&simulation=false`,
    );
    expect(list.body.total).toBe(14);
  });

  it('carry their requirement set, marked as an example and nobody’s rule', async () => {
    const { requirementSet, competenceRule } = (
      await here.director.get<DashboardView>(`${here.base}/dashboard`)
    ).body;
    expect(requirementSet).toMatchObject({
      standing: 'example',
      version: 2,
      source: expect.stringMatching(/not an accreditor/i),
    });
    expect(competenceRule).toMatchObject({ fewestCases: 10, setByProgram: false });
  });

  it('on approvals say how many wait, for whom and since when', async () => {
    const { approvals, waitingFor } = (await here.director.get<DashboardView>(`${here.base}/dashboard`)).body;
    expect(approvals).toMatchObject({ waitingByAge: [1, 0, 0, 0], decided: 15, returned: 0 });
    expect(waitingFor).toEqual([
      {
        supervisor: { id: here.program.people.supervisor.id, name: 'Supervisor One' },
        waiting: 1,
        oldestDays: 0,
      },
    ]);
  });

  it('of a fellow are not for another fellow, and a stranger’s do not exist', async () => {
    const other = await here.server.as(here.program.people.otherFellow);
    const replies = await Promise.all([
      other.get(`${here.base}/fellows/${here.program.people.fellow.id}/progress`),
      other.get(
        `${here.base}/fellows/${here.program.people.fellow.id}/competencies/lumbar-transforaminal/evidence`,
      ),
      here.director.get(`${here.base}/fellows/${here.program.id}/progress`),
      here.director.get(
        `${here.base}/fellows/${here.program.people.fellow.id}/competencies/no-such/evidence`,
      ),
    ]);
    expect(replies.map((reply) => reply.status)).toEqual([404, 404, 404, 404]);
  });
});
