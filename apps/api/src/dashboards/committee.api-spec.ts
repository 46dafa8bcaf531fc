import { milestoneCodes } from '@countersign/domain/committee';
import type { CommitteeView } from '@countersign/contracts/dashboards/committee-views';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { v7 as uuidv7 } from 'uuid';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, PASSWORD } from '../testing/test-program';

describe('The committee’s page', () => {
  const here = programUnderTest('committee', 'fellow', 'director', 'coordinator', 'supervisor');
  const path = () => `${here.base}/fellows/${here.program.people.fellow.id}`;
  const look = async (who: 'director' | 'coordinator' = 'director'): Promise<CommitteeView> => {
    const reply = await here[who].get<CommitteeView>(`${path()}/committee`);
    expect(reply.status).toBe(200);
    return reply.body;
  };
  const decision = (change: object = {}) => ({
    ...{ id: uuidv7(), outcome: 'continue-with-plan', reason: 'Two more months of blocks.' },
    present: [here.program.people.director.id, here.program.people.supervisor.id],
    lookAgainOn: '2027-01-19',
    milestones: milestoneCodes.map((code) => (code === 'SBP' ? { code } : { code, level: 2.5 })),
    password: PASSWORD,
    ...change,
  });
  const record = (body: object) =>
    here.director.post<CommitteeView & Problem>(`${path()}/committee-decisions`, { body });

  beforeAll(async () => {
    for (let nth = 0; nth < 3; nth += 1) {
      const { body } = await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program) });
      await here.supervisor.post(`${here.entries}/${body.id}/approval`, {
        revision: 1,
        body: { help: 4, keepDoing: 'Asked for help before it was needed.' },
      });
    }
    here.server.setClock(NOON + 10_001);
  });

  it('shows volume, rules, competence and sign-off apart, the words, and too little evidence as such', async () => {
    const view = await look();
    const tfesi = view.competencies.find(({ id }) => id === 'lumbar-transforaminal');
    expect(tfesi).toMatchObject({
      approved: 3,
      rulesMet: 0,
      met: false,
      competence: { n: 3, state: 'insufficient' },
    });
    expect(tfesi).not.toHaveProperty('signed');
    expect(view.remarks).toHaveLength(3);
    expect(view.remarks?.[0]).toMatchObject({ kind: 'keep-doing', by: { name: 'Supervisor One' } });
    const pc4 = view.milestones.find(({ code }) => code === 'PC4');
    expect(pc4).toEqual({ code: 'PC4', title: 'Interventions', entries: 3, rated: 3, raters: 1 });
    expect(view.decisions).toEqual([]);
    expect(view.people.map(({ name }) => name)).toEqual(['Director One', 'Supervisor One', 'Supervisor Two']);
  });

  it('tells a coordinator none of the words', async () => {
    expect(await look('coordinator')).not.toHaveProperty('remarks');
  });

  it('records a decision with the password, once, and a later one beside it', async () => {
    const wrong = await record(decision({ password: 'not it' }));
    expect([wrong.status, wrong.body.code]).toEqual([401, 'signature/password-wrong']);
    const first = decision();
    expect((await record(first)).status).toBe(201);
    expect((await record(first)).body.decisions).toHaveLength(1);
    const later = await record(decision({ outcome: 'continue', lookAgainOn: undefined }));
    expect(later.body.decisions.map(({ outcome }) => outcome)).toEqual(['continue', 'continue-with-plan']);
    expect(later.body.decisions[1]).toMatchObject({
      ...{ reason: 'Two more months of blocks.', by: { name: 'Director One' }, lookAgainOn: '2027-01-19' },
      present: [{ name: 'Director One' }, { name: 'Supervisor One' }],
    });
    expect(later.body.decisions[1]?.milestones).toContainEqual({ code: 'SBP' });
    const [told] = (await look('coordinator')).decisions;
    expect(told).toMatchObject({ outcome: 'continue' });
    expect(told).not.toHaveProperty('reason');
  });

  it('refuses what is not decided in full, an impossible level, a past day, and who cannot have been there', async () => {
    const replies = [
      await record(decision({ milestones: [] })),
      await record(decision({ milestones: milestoneCodes.map((code) => ({ code, level: 2.25 })) })),
      await record(decision({ lookAgainOn: '2026-11-23' })),
      await record(decision({ present: [here.program.people.fellow.id] })),
      await record(decision({ present: [] })),
    ];
    expect(replies.map(({ body }) => body.code)).toEqual([
      ...['committee/milestone-missing', 'committee/level-impossible', 'committee/day-impossible'],
      ...['entry/unknown-supervisor', 'request/invalid'],
    ]);
    expect((await look()).decisions).toHaveLength(2);
  });

  it('is for director and coordinator, its decision for the director alone, and nothing of it elsewhere', async () => {
    for (const who of ['fellow', 'supervisor', 'staff'] as const) {
      const client = await here.server.as(here.program.people[who]);
      expect((await client.get(`${path()}/committee`)).status).toBe(403);
    }
    const body = decision();
    expect((await here.coordinator.post(`${path()}/committee-decisions`, { body })).status).toBe(403);
    const stranger = await here.server.as((await here.server.program('elsewhere-committee')).people.director);
    expect((await stranger.get(`${path()}/committee`)).status).toBe(404);
    const nobody = `${here.base}/fellows/${here.program.people.supervisor.id}/committee`;
    expect((await here.director.get(nobody)).status).toBe(404);
  });
});
