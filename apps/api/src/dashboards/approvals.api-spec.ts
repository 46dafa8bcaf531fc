import type { ApprovalHealthView, DashboardView } from '@countersign/contracts/dashboards/views';
import type { EntryView } from '@countersign/contracts/entries/views';
import { entryBody, NOON, type TestProgram } from '../testing/test-program';
import { TestServer } from '../testing/test-server';

const DAY = 86_400_000;

describe('Counting (p): the median time to a decision and the share that took long', () => {
  let server: TestServer;
  let program: TestProgram;
  let base: string;

  beforeAll(async () => {
    server = await TestServer.start();
    program = await server.program('approvals');
    base = `/programs/${program.id}`;
  });
  afterAll(() => server.stop());

  /** Sends an entry so many days before {@link NOON}. */
  async function sent(daysAgo: number): Promise<EntryView> {
    server.setClock(NOON - daysAgo * DAY);
    const fellow = await server.as(program.people.fellow);
    const body = entryBody(program, { performedOn: '2026-07-15' });
    const reply = await fellow.post<EntryView>(`${base}/entries`, { body });
    expect(reply.status).toBe(201);
    return reply.body;
  }

  async function decided({ id, revision }: EntryView, daysAgo: number): Promise<void> {
    server.setClock(NOON - daysAgo * DAY);
    const supervisor = await server.as(program.people.supervisor);
    const reply = await supervisor.post(`${base}/entries/${id}/approval`, { revision, body: { help: 4 } });
    expect(reply.status).toBe(200);
  }

  async function health(): Promise<ApprovalHealthView> {
    server.setClock(NOON);
    const director = await server.as(program.people.director);
    return (await director.get<DashboardView>(`${base}/dashboard`)).body.approvals;
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
