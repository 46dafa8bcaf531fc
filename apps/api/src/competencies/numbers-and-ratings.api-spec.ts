import type { EvidenceView, ProgressView } from '@countersign/contracts/competencies/views';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import type { EntryView } from '@countersign/contracts/entries/views';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';

const UNDO_OVER = NOON + 10_001;
const DAYS_3 = 72 * 3_600_000;
const competencyId = 'lumbar-transforaminal';

describe('Numbers do not tell a rating that their reader may not read yet', () => {
  const here = programUnderTest('ratings', 'fellow', 'supervisor');
  let competence: string;

  beforeAll(async () => {
    competence = `${here.base}/fellows/${here.program.people.fellow.id}/competencies/${competencyId}/evidence`;
    for (const [help, selfHelp] of [
      [5, 5],
      [3, undefined],
    ] as const) {
      const procedures = [tfesi(selfHelp ? { selfHelp } : {})];
      const { body } = await here.fellow.post<EntryView>(`${here.base}/entries`, {
        body: entryBody(here.program, { procedures }),
      });
      await here.supervisor.post(`${here.base}/entries/${body.id}/approval`, { revision: 1, body: { help } });
    }
  });

  /** How many judged cases somebody is told of, and how many of them went well. */
  async function told(who: 'fellow' | 'director' | 'coordinator', now: number) {
    here.server.setClock(now);
    const client = await here.server.as(here.program.people[who]);
    const { rules, competence: light } = (await client.get<EvidenceView>(competence)).body;
    const ratings = rules.find(({ rule }) => rule.kind === 'rating-last-n');
    return {
      n: light.n,
      successes: light.successes,
      count: rules[0]?.value,
      atLevel: ratings?.value,
      ratings,
    };
  }

  it('while a decision may still be taken back, it counts and its rating is in nobody’s numbers', async () => {
    expect(await told('director', NOON + 10_000)).toMatchObject({ n: 0, successes: 0, count: 2, atLevel: 0 });
  });

  it('the director reads both ratings, the fellow only the one that is no longer blind', async () => {
    expect(await told('director', UNDO_OVER)).toMatchObject({ n: 2, successes: 1, count: 2, atLevel: 1 });
    expect(await told('fellow', UNDO_OVER)).toMatchObject({ n: 1, successes: 1, count: 2, atLevel: 1 });
    expect(await told('fellow', NOON + DAYS_3)).toMatchObject({ n: 2, successes: 1 });
  });

  it('the fellow’s progress page says no more than the evidence', async () => {
    here.server.setClock(UNDO_OVER);
    const fellow = await here.server.as(here.program.people.fellow);
    const path = `${here.base}/fellows/${here.program.people.fellow.id}/progress`;
    const { competencies } = (await fellow.get<ProgressView>(path)).body;
    expect(competencies.find(({ id }) => id === competencyId)?.competence).toMatchObject({
      n: 1,
      successes: 1,
    });
  });

  it('the coordinator reads the numbers of rules about ratings, and neither their entries nor who did well', async () => {
    const { ratings, ...numbers } = await told('coordinator', UNDO_OVER);
    expect(numbers).toEqual({ n: 2, successes: undefined, count: 2, atLevel: 1 });
    expect(ratings).toMatchObject({ ratingsHidden: true, counted: [], waitingEntries: [], notCounted: [] });
    const coordinator = await here.server.as(here.program.people.coordinator);
    const { fellows } = (await coordinator.get<DashboardView>(`${here.base}/dashboard`)).body;
    expect(JSON.stringify(fellows)).not.toMatch(/successes|pAtLeastTarget/);
  });

  it('a rule about different supervisors names them', async () => {
    here.server.setClock(UNDO_OVER);
    const director = await here.server.as(here.program.people.director);
    const { rules } = (await director.get<EvidenceView>(competence)).body;
    expect(rules.find(({ rule }) => rule.kind === 'distinct' && rule.of === 'supervisor')).toMatchObject({
      distinctNames: ['Supervisor One'],
    });
  });
});

describe('What was never sent is in no number', () => {
  const here = programUnderTest('unsent', 'fellow');

  it('an edit of a returned entry counts nowhere until it is sent', async () => {
    const entries = `/programs/${here.program.id}/entries`;
    const { body: entry } = await here.fellow.post<EntryView>(entries, { body: entryBody(here.program) });
    const supervisor = await here.server.as(here.program.people.supervisor);
    const returned = await supervisor.post<EntryView>(`${entries}/${entry.id}/return`, {
      revision: 1,
      body: { reasonCode: 'wrong-role', reasonText: 'Who held the needle?' },
    });
    const procedures = [
      tfesi(),
      tfesi({ itemId: 'tpi', levels: [], side: 'left', techniques: [], guidance: 'landmark' }),
    ];
    const { id: _id, ...content } = entryBody(here.program, { procedures, then: 'keep' });
    const edit = await here.fellow.put<EntryView>(`${entries}/${entry.id}`, {
      revision: returned.body.revision,
      body: content,
    });
    expect([edit.status, edit.body]).toEqual([200, expect.anything()]);
    const director = await here.server.as(here.program.people.director);
    const dashboard = (await director.get<DashboardView>(`/programs/${here.program.id}/dashboard`)).body;
    const row = dashboard.fellows.find((one) => one.fellow.id === here.program.people.fellow.id);
    expect(row).toMatchObject({ approved: 0, waiting: 0, returned: 1 });
    expect(row?.groups.every(({ approved, waiting }) => approved + waiting === 0)).toBe(true);
  });
});
