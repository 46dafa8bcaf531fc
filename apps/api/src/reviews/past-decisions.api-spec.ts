import type { EntryView } from '@countersign/contracts/entries/views';
import type { PastDecisionPageView } from '@countersign/contracts/reviews/views';
import { TestServer } from '../testing/test-server';
import { entryBody, NOON, tfesi, type TestProgram } from '../testing/test-program';
import type { TestClient } from '../testing/test-client';

const DAY_MS = 86_400_000;

describe('What a supervisor decided', () => {
  let server: TestServer;
  let program: TestProgram;
  let fellow: TestClient;
  let otherFellow: TestClient;
  let supervisor: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    program = await server.program('past');
  });
  afterAll(() => server.stop());

  /** Some days later; nobody's session lasts that long. */
  const daysLater = async (days: number): Promise<void> => {
    server.setClock(NOON + days * DAY_MS);
    fellow = await server.as(program.people.fellow);
    otherFellow = await server.as(program.people.otherFellow);
    supervisor = await server.as(program.people.supervisor);
  };
  const path = (entry?: EntryView, act = '') =>
    `/programs/${program.id}/entries${entry ? `/${entry.id}${act}` : ''}`;
  const logged = async (who: TestClient): Promise<EntryView> => {
    const body = entryBody(program, { procedures: [tfesi({ selfHelp: 3 })] });
    return (await who.post<EntryView>(path(), { body })).body;
  };
  const approve = async (entry: EntryView): Promise<EntryView> =>
    (
      await supervisor.post<EntryView>(path(entry, '/approval'), {
        revision: entry.revision,
        body: { help: 4 },
      })
    ).body;
  const past = async (query = '', who = supervisor): Promise<PastDecisionPageView> =>
    (await who.get<PastDecisionPageView>(`/programs/${program.id}/past-decisions${query}`)).body;
  const said = ({ decisions }: PastDecisionPageView) =>
    decisions.map(({ kind, entry }) => `${kind} ${entry.id}`);

  it('is listed newest first with the filters, without what was taken back, and is nobody else’s', async () => {
    await daysLater(0);
    const [one, two, three] = [await logged(fellow), await logged(otherFellow), await logged(fellow)];
    await approve(one);
    await daysLater(20);
    const body = { reasonCode: 'duplicate' };
    await supervisor.post(path(two, '/return'), { revision: 1, body });
    const mistaken = await approve(three);
    await supervisor.post(path(three, '/undo'), { revision: mistaken.revision });

    const all = await past();
    expect(said(all)).toEqual([`returned ${two.id}`, `approved ${one.id}`]);
    expect(all.total).toBe(2);
    expect(all.fellows.map(({ id }) => id).sort()).toEqual(
      [program.people.fellow.id, program.people.otherFellow.id].sort(),
    );
    expect(said(await past(`?fellowId=${program.people.fellow.id}`))).toEqual([`approved ${one.id}`]);
    expect(said(await past('?kind=returned'))).toEqual([`returned ${two.id}`]);
    expect(said(await past('?days=7'))).toEqual([`returned ${two.id}`]);
    expect(await past('', await server.as(program.people.otherSupervisor))).toEqual({
      decisions: [],
      fellows: [],
      total: 0,
    });
  });

  it('shows the self-rating once the own rating is final, and not before', async () => {
    await daysLater(21);
    const entry = await logged(fellow);
    await approve(entry);
    const selfRating = async () => (await past()).decisions[0]?.entry.content.procedures[0]?.selfHelp;
    expect(await selfRating()).toBeUndefined();
    server.setClock(NOON + 21 * DAY_MS + 10_001);
    expect(await selfRating()).toBe(3);
  });

  it('comes in pages of 25, each decision once', async () => {
    await daysLater(22);
    for (let made = 0; made < 25; made += 1) await approve(await logged(fellow));
    const first = await past();
    expect([first.decisions.length, first.total]).toEqual([25, 28]);
    const second = await past(`?cursor=${first.next ?? ''}`);
    expect([second.decisions.length, second.total, second.next]).toEqual([3, 28, undefined]);
    const ids = [...first.decisions, ...second.decisions].map(({ id }) => id);
    expect(new Set(ids).size).toBe(28);
    const wrong = await supervisor.get(`/programs/${program.id}/past-decisions?cursor=yesterday`);
    expect(wrong.status).toBe(400);
  });
});
