import type { ProgressView } from '@countersign/contracts/competencies/views';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import type { EntryView } from '@countersign/contracts/entries/views';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';

const DAY = 86_400_000;

describe('Numbers of a past day', () => {
  const here = programUnderTest('past-day', 'fellow', 'director', 'supervisor');
  const competencyId = 'lumbar-transforaminal';
  const progress = async (query = '') => {
    const path = `${here.base}/fellows/${here.program.people.fellow.id}/progress${query}`;
    const director = await here.server.as(here.program.people.director);
    return director.get<ProgressView>(path);
  };

  beforeAll(async () => {
    here.server.setClock(NOON);
    const fellow = await here.server.as(here.program.people.fellow);
    const supervisor = await here.server.as(here.program.people.supervisor);
    for (const performedOn of ['2026-10-01', '2026-10-15', '2026-11-20']) {
      const body = entryBody(here.program, { performedOn, procedures: [tfesi()] });
      const { id } = (await fellow.post<EntryView>(here.entries, { body })).body;
      const reply = await supervisor.post(`${here.entries}/${id}/approval`, {
        revision: 1,
        body: { help: 5 },
      });
      expect(reply.status).toBe(200);
    }
    here.server.setClock(NOON + 4 * DAY);
  });

  it('are those of cases done by then, without a forecast', async () => {
    const then = (await progress('?asOfOn=2026-10-15')).body;
    const own = then.competencies.find(({ id }) => id === competencyId);
    expect([then.asOfOn, then.approved, own?.approved, own?.competence.n]).toEqual(['2026-10-15', 2, 2, 2]);
    expect(own).not.toHaveProperty('forecast');
    expect(then.groups.find(({ groupId }) => groupId === 'epidural')?.approved).toBe(2);
    const now = (await progress()).body;
    expect([now.asOfOn, now.approved]).toEqual(['2026-11-27', 3]);
    expect(now.competencies.find(({ id }) => id === competencyId)).toHaveProperty('forecast');
  });

  it('are those of today for a day that is to come, and no numbers for no day', async () => {
    expect((await progress('?asOfOn=2027-01-01')).body).toEqual((await progress()).body);
    expect((await progress('?asOfOn=2026-02-30')).status).toBe(400);
  });

  it('are on the page of the program too, with the fellows of that day', async () => {
    const director = await here.server.as(here.program.people.director);
    const on = async (day: string) =>
      (await director.get<DashboardView>(`${here.base}/dashboard?asOfOn=${day}`)).body;
    const then = await on('2026-10-15');
    expect([then.asOfOn, then.fellows.map(({ approved }) => approved)]).toEqual(['2026-10-15', [2, 0]]);
    expect((await on('2020-01-01')).fellows).toEqual([]);
  });
});
