import type { ApprovalHealthView, DashboardView } from '@countersign/contracts/dashboards/views';
import type { EntryView } from '@countersign/contracts/entries/views';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON } from '../testing/test-program';

const DAY = 86_400_000;

describe('Counting (p): the median time to a decision and the share that took long', () => {
  const here = programUnderTest('approvals');

  /** Sends an entry so many days before {@link NOON}. */
  async function sent(daysAgo: number): Promise<EntryView> {
    here.server.setClock(NOON - daysAgo * DAY);
    const fellow = await here.server.as(here.program.people.fellow);
    const body = entryBody(here.program, { performedOn: '2026-07-15' });
    const reply = await fellow.post<EntryView>(`${here.base}/entries`, { body });
    expect(reply.status).toBe(201);
    return reply.body;
  }

  async function decided({ id, revision }: EntryView, daysAgo: number): Promise<void> {
    here.server.setClock(NOON - daysAgo * DAY);
    const supervisor = await here.server.as(here.program.people.supervisor);
    const reply = await supervisor.post(`${here.base}/entries/${id}/approval`, {
      revision,
      body: { help: 4 },
    });
    expect(reply.status).toBe(200);
  }

  async function health(): Promise<ApprovalHealthView> {
    here.server.setClock(NOON);
    const director = await here.server.as(here.program.people.director);
    return (await director.get<DashboardView>(`${here.base}/dashboard`)).body.approvals;
  }

  it('say nothing before anything was asked', async () => {
    expect(await health()).toMatchObject({ asked: 0, slow: 0, decided: 0 });
    expect(await health()).not.toHaveProperty('medianDaysToDecision');
  });

  it('take what still waits as at least that long, and what was sent before the window with its whole wait', async () => {
    await decided(await sent(3), 1);
    expect(await health()).toMatchObject({ medianDaysToDecision: 2, medianIsAtLeast: false, asked: 1 });
    for (const daysAgo of [100, 40, 20]) await sent(daysAgo);
    expect(await health()).toMatchObject({
      ...{ medianDaysToDecision: 30, medianIsAtLeast: true, asked: 4, slow: 3, decided: 1 },
    });
    await decided(await sent(110), 5);
    for (const late of [4, 4, 4, 4]) await decided(await sent(late), 0);
    // Six were decided, after 2, 4 (four times) and 105 days; three wait, since 20, 40 and 100 days.
    expect(await health()).toMatchObject({
      ...{ medianDaysToDecision: 4, medianIsAtLeast: false, asked: 9, slow: 4, decided: 6 },
    });
  });
});
