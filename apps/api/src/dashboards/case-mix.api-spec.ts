import type { CaseMixView } from '@countersign/contracts/dashboards/case-mix-views';
import type { EntryView } from '@countersign/contracts/entries/views';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';

const DAY = 86_400_000;

describe('The case mix', () => {
  const here = programUnderTest('case-mix', 'fellow', 'director', 'coordinator');
  const mix = async (): Promise<CaseMixView> => {
    const director = await here.server.as(here.program.people.director);
    const reply = await director.get<CaseMixView>(`${here.base}/case-mix`);
    expect(reply.status).toBe(200);
    return reply.body;
  };

  async function log(change: Parameters<typeof entryBody>[1], decidedAfterDays?: number): Promise<void> {
    here.server.setClock(NOON);
    const fellow = await here.server.as(here.program.people.fellow);
    const { body, status } = await fellow.post<EntryView>(here.entries, {
      body: entryBody(here.program, change),
    });
    expect(status).toBe(201);
    if (decidedAfterDays === undefined) return;
    here.server.setClock(NOON + decidedAfterDays * DAY);
    const supervisor = await here.server.as(here.program.people.supervisor);
    const reply = await supervisor.post(`${here.entries}/${body.id}/approval`, {
      revision: 1,
      body: { help: 4 },
    });
    expect(reply.status).toBe(200);
  }

  beforeAll(async () => {
    for (let nth = 0; nth < 10; nth += 1) await log({}, 2);
    await log(
      {
        painCategory: 'cancer',
        procedures: [tfesi(), tfesi({ role: 'assisted', levels: [{ level: 'L3', side: 'left' }] })],
      },
      3,
    );
    await log({ simulation: true }, 3);
    await log({ painCategory: 'acute' });
    here.server.setClock(NOON + 4 * DAY);
  });

  it('counts entries once for each fellow, simulations apart, and what waits not at all', async () => {
    const { fellows, sites, supervisors } = await mix();
    expect(fellows.map(({ fellow }) => fellow.name)).toEqual(['Fellow One', 'Fellow Two']);
    expect(fellows[0]).toMatchObject({
      ...{ entries: 11, simulations: 1, groups: [{ id: 'epidural', count: 11 }] },
      pain: [
        { category: 'chronic-non-cancer', count: 10 },
        { category: 'cancer', count: 1 },
      ],
      diagnoses: [{ group: 'radicular', count: 11 }],
      sites: [{ id: here.program.siteId, count: 11 }],
      supervisors: [{ id: here.program.people.supervisor.id, count: 11 }],
    });
    expect(fellows[0]?.care).toContainEqual({
      kind: 'acute',
      count: 0,
      aim: 20,
      competencyId: 'acute-pain-care',
    });
    expect(fellows[1]).toMatchObject({ entries: 0, groups: [], simulations: 0 });
    expect([sites, supervisors]).toMatchObject([[{ name: 'Main site' }], [{ name: 'Supervisor One' }]]);
  });

  it('says delays by person: what waits counts, and no median below ten', async () => {
    const { logging, deciding } = await mix();
    expect(logging).toEqual([
      {
        person: { id: here.program.people.fellow.id, name: 'Fellow One' },
        n: 13,
        medianDays: 3,
        isAtLeast: false,
        slow: 0,
      },
    ]);
    expect(deciding).toMatchObject([{ person: { name: 'Supervisor One' }, n: 13, medianDays: 2, slow: 0 }]);
  });

  it('is for director and coordinator of the program', async () => {
    const coordinator = await here.server.as(here.program.people.coordinator);
    expect((await coordinator.get(`${here.base}/case-mix`)).status).toBe(200);
    for (const who of ['fellow', 'supervisor', 'staff'] as const) {
      const client = await here.server.as(here.program.people[who]);
      expect((await client.get(`${here.base}/case-mix`)).status).toBe(403);
    }
    const stranger = await here.server.as((await here.server.program('elsewhere-mix')).people.director);
    expect((await stranger.get(`${here.base}/case-mix`)).status).toBe(404);
  });
});
