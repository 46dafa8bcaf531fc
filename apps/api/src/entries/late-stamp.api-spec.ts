import type { DashboardView } from '@countersign/contracts/dashboards/views';
import type { EntryPageView, EntryView } from '@countersign/contracts/entries/views';
import { TestServer } from '../testing/test-server';
import { entryBody, NOON, type TestProgram } from '../testing/test-program';
import type { TestClient } from '../testing/test-client';
import { EntryVersionRow } from './entry.row';

const DAY_MS = 86_400_000;
type Change = Parameters<typeof entryBody>[1];

describe('An entry is stamped late', () => {
  let server: TestServer;
  let program: TestProgram;
  let entries: string;

  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    server.setClock(NOON);
    program = await server.program(`late-${expect.getState().assertionCalls}-${Math.random()}`);
    entries = `/programs/${program.id}/entries`;
  });

  /** A session lasts 30 idle minutes, so that whoever acts on another day signs in again. */
  async function on(day: number, who: 'fellow' | 'supervisor' | 'director'): Promise<TestClient> {
    server.setClock(NOON + day * DAY_MS);
    return server.as(program.people[who]);
  }
  async function log(day: number, change: Change = {}): Promise<EntryView> {
    return (await (await on(day, 'fellow')).post<EntryView>(entries, { body: entryBody(program, change) }))
      .body;
  }
  async function act(
    [day, who]: readonly [number, 'fellow' | 'supervisor'],
    entry: EntryView,
    [path, body]: readonly [string, object?],
  ): Promise<EntryView> {
    const client = await on(day, who);
    const ask = { revision: entry.revision, body };
    const reply =
      path === ''
        ? await client.put<EntryView>(`${entries}/${entry.id}`, ask)
        : await client.post<EntryView>(`${entries}/${entry.id}/${path}`, ask);
    expect(reply.status).toBe(200);
    return reply.body;
  }
  const contentBody = (change: Change = {}) => {
    const { id: _id, ...body } = entryBody(program, change);
    return body;
  };
  const giveBack = ['return', { reasonCode: 'other', reasonText: 'Please check.' }] as const;
  const stamps = ({ versions }: EntryView) => versions.map(({ lateDays }) => lateDays);

  it('with the days from the procedure to its first submission, when more than the program allows', async () => {
    expect(stamps(await log(0, { performedOn: '2026-11-09' }))).toEqual([undefined]);
    expect(stamps(await log(0, { performedOn: '2026-11-08' }))).toEqual([15]);
  });

  it('once: a slow return and an amendment months later make nothing late', async () => {
    const returned = await act([40, 'supervisor'], await log(0), giveBack);
    const resent = await act([41, 'fellow'], returned, ['', contentBody({ painCategory: 'cancer' })]);
    expect(stamps(resent)).toEqual([undefined, undefined]);
    const approved = await act([42, 'supervisor'], resent, ['approval', { help: 4 }]);
    const amended = await act([120, 'fellow'], approved, ['amendments', contentBody()]);
    expect(stamps(amended)).toEqual([undefined, undefined, undefined]);
    const page = await (await on(120, 'fellow')).get<EntryPageView>(entries);
    expect(page.body.entries[0]).not.toHaveProperty('lateDays');
  });

  it('for good: sent again it stays as late as it was, on its first version and on its line', async () => {
    const late = await log(0, { performedOn: '2026-11-01' });
    const returned = await act([1, 'supervisor'], late, giveBack);
    const change = { performedOn: '2026-11-01', painCategory: 'cancer' } as const;
    const resent = await act([2, 'fellow'], returned, ['', contentBody(change)]);
    expect(stamps(resent)).toEqual([22, undefined]);
    await act([3, 'supervisor'], resent, ['approval', { help: 4 }]);
    const page = await (await on(3, 'director')).get<EntryPageView>(entries);
    expect(page.body.entries[0]).toMatchObject({ state: 'approved', lateDays: 22 });
  });

  it('by its first submission also when that was withdrawn, for the day that is then recorded', async () => {
    const draft = await act([0, 'fellow'], await log(0), ['withdrawal']);
    expect(draft.versions[0]).not.toHaveProperty('submittedAt');
    const resent = await act([30, 'fellow'], draft, ['', contentBody()]);
    expect(stamps(resent)).toEqual([undefined]);
    const again = await act([31, 'fellow'], resent, ['withdrawal']);
    const [earlier, later] = [{ performedOn: '2026-11-01' }, { performedOn: '2026-12-20' }];
    const earlierSent = await act([32, 'fellow'], again, ['', contentBody(earlier)]);
    expect(stamps(earlierSent)).toEqual([22]);
    const taken = await act([32, 'fellow'], earlierSent, ['withdrawal']);
    expect(stamps(taken)).toEqual([undefined]);
    expect(stamps(await act([33, 'fellow'], taken, ['', contentBody(later)]))).toEqual([undefined]);
  });

  it('and what was taken back is submitted nowhere: not in its version, not in the figures of approvals', async () => {
    await log(0);
    const figures = async () => {
      const director = await on(0, 'director');
      const { body } = await director.get<DashboardView>(`/programs/${program.id}/dashboard`);
      return body.approvals.submitted;
    };
    expect(await figures()).toBe(1);
    const draft = await act([0, 'fellow'], await log(0), ['withdrawal']);
    expect(await figures()).toBe(1);
    const key = { programId: program.id, entryId: draft.id };
    const versions = await server.read((manager) => manager.findBy(EntryVersionRow, key));
    expect(versions).toMatchObject([{ submittedAt: null, lateDays: null }]);
  });
});
