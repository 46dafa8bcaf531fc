import type { EntryView } from '@countersign/contracts/entries/views';
import type { ApprovalHabitsView } from '@countersign/contracts/reviews/habits-views';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON } from '../testing/test-program';
import type { TestClient } from '../testing/test-client';

const DAY_MS = 86_400_000;

describe('How approvals are given', () => {
  const here = programUnderTest(
    'habits',
    'fellow',
    'supervisor',
    'otherSupervisor',
    'director',
    'coordinator',
  );

  const sent = async (): Promise<EntryView> =>
    (await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program) })).body;
  const decide = async ({ id }: EntryView, act: string, body: object, revision = 1) => {
    const reply = await here.supervisor.post<EntryView>(`${here.entries}/${id}/${act}`, { revision, body });
    expect(reply.status).toBe(200);
    return reply.body;
  };
  const read = async (who: TestClient) =>
    (await who.get<ApprovalHabitsView>(`${here.base}/approval-habits`)).body;

  it('is told for everybody by name, with what each number rests on, without what was taken back', async () => {
    here.server.setClock(NOON - 3_600_000);
    const entries = [await sent(), await sent(), await sent(), await sent()] as const;
    here.server.setClock(NOON);
    await decide(entries[0], 'approval', { help: 4 });
    here.server.setClock(NOON + 30_000);
    const corrections = [{ position: 0, role: 'assisted' }];
    await decide(entries[1], 'approval', { help: 3, corrections, correctionReason: 'I held the needle' });
    here.server.setClock(NOON + 80_000);
    await decide(entries[2], 'return', { reasonCode: 'duplicate' });
    const { revision } = await decide(entries[3], 'approval', { help: 4 });
    await decide(entries[3], 'undo', {}, revision);

    const { days, supervisors } = await read(here.director);
    expect([days, supervisors.map(({ supervisor }) => supervisor.name)]).toEqual([
      90,
      supervisors.map(({ supervisor }) => supervisor.name).toSorted(),
    ]);
    const mine = supervisors.find(({ supervisor }) => supervisor.id === here.program.people.supervisor.id);
    expect(mine).toMatchObject({
      ...{ decided: 3, approved: 2, returned: 1, corrected: 1 },
      batchSize: { n: 0, largest: 0 },
      secondsAnEntry: { median: 40, n: 2 },
    });
    expect(mine?.daysToApproval.median).toBeCloseTo(3_615_000 / DAY_MS, 6);
    const other = supervisors.find(
      ({ supervisor }) => supervisor.id === here.program.people.otherSupervisor.id,
    );
    expect(other).toMatchObject({ decided: 0, secondsAnEntry: { n: 0 } });
    expect(await read(here.coordinator)).toMatchObject({ supervisors });
  });

  it('shows a supervisor the own row, a fellow none, and forgets after the period', async () => {
    const own = (await read(here.supervisor)).supervisors;
    expect(own.map(({ supervisor }) => supervisor.id)).toEqual([here.program.people.supervisor.id]);
    expect((await here.fellow.get(`${here.base}/approval-habits`)).status).toBe(403);
    here.server.setClock(NOON + 91 * DAY_MS);
    const director = await here.server.as(here.program.people.director);
    expect((await read(director)).supervisors.map(({ decided }) => decided)).not.toContain(3);
  });
});
