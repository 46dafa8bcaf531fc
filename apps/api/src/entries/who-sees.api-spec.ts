import type { EntryPageView, EntryView } from '@countersign/contracts/entries/views';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';
import type { TestClient } from '../testing/test-client';

type Change = Parameters<typeof entryBody>[1];

describe('Others see what was sent', () => {
  const here = programUnderTest('who-sees', 'fellow', 'supervisor', 'director', 'coordinator');
  beforeEach(() => here.server.setClock(NOON));

  const others = () => [here.supervisor, here.director, here.coordinator];
  async function logged(change: Change = {}): Promise<EntryView> {
    return (await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program, change) })).body;
  }
  async function act(by: TestClient, entry: EntryView, what: string, body?: object): Promise<EntryView> {
    const reply = await by.post<EntryView>(`${here.entries}/${entry.id}/${what}`, {
      revision: entry.revision,
      body,
    });
    expect(reply.status).toBe(200);
    return reply.body;
  }
  async function edit(entry: EntryView, change: Change): Promise<EntryView> {
    const { id: _id, ...body } = entryBody(here.program, change);
    return (
      await here.fellow.put<EntryView>(`${here.entries}/${entry.id}`, { revision: entry.revision, body })
    ).body;
  }
  const giveBack = (entry: EntryView) =>
    act(here.supervisor, entry, 'return', { reasonCode: 'wrong-role', reasonText: 'You assisted.' });
  const seenBy = async (reader: TestClient, { id }: EntryView) =>
    await reader.get<EntryView>(`${here.entries}/${id}`);
  const line = async (reader: TestClient, { id }: EntryView, query = '') =>
    (await reader.get<EntryPageView>(`${here.entries}?${query}`)).body.entries.find((one) => one.id === id);

  it('of a returned entry, not its edit until that is sent; its fellow sees the edit', async () => {
    const elsewhere = { supervisorId: here.program.people.otherSupervisor.id, performedOn: '2026-11-02' };
    const procedures = [tfesi({ itemId: 'mbb-lumbar', levels: [], techniques: [] })];
    const change: Change = { ...elsewhere, procedures };
    const kept = await edit(await giveBack(await logged()), { ...change, then: 'keep' });
    expect(kept).toMatchObject({ state: 'returned', number: 2, supervisor: { name: 'Supervisor Two' } });
    expect(await line(here.fellow, kept, 'itemId=mbb-lumbar')).toMatchObject({ performedOn: '2026-11-02' });
    for (const reader of others()) {
      const { body } = await seenBy(reader, kept);
      expect(body).toMatchObject({ number: 1, content: { performedOn: '2026-11-20' } });
      expect(body.versions.map(({ number }) => number)).toEqual([1]);
      expect(body.supervisor?.name).toBe('Supervisor One');
      expect(await line(reader, kept, 'itemId=mbb-lumbar')).toBeUndefined();
      expect(await line(reader, kept, 'itemId=esi-tf-lumbar')).toMatchObject({
        performedOn: '2026-11-20',
        supervisor: { name: 'Supervisor One' },
      });
    }
    const second = await here.server.as(here.program.people.otherSupervisor);
    expect((await seenBy(second, kept)).status).toBe(404);
    await edit(kept, { ...elsewhere, then: 'submit' });
    expect((await seenBy(second, kept)).body).toMatchObject({ number: 2, state: 'submitted' });
    expect((await seenBy(here.supervisor, kept)).status).toBe(404);
  });

  it.each([
    ['was only drafted', () => logged({ then: 'keep', caseLabel: 'Draft 7' })],
    ['was taken back', async () => act(here.fellow, await logged(), 'withdrawal')],
  ])('and what %s does not exist for them, void or not', async (_how, make) => {
    const draft = await make();
    for (const reader of others()) expect((await seenBy(reader, draft)).status).toBe(404);
    const gone = await act(here.fellow, draft, 'void', { reason: 'Never happened' });
    for (const reader of others()) {
      expect((await seenBy(reader, gone)).status).toBe(404);
      expect(await line(reader, gone)).toBeUndefined();
    }
    expect((await seenBy(here.fellow, gone)).body).toMatchObject({
      state: 'void',
      voidReason: 'Never happened',
    });
    expect(await line(here.fellow, gone, 'state=void')).toBeDefined();
  });

  it('and what was returned, sent again and taken back is void as it was returned', async () => {
    const resent = await edit(await giveBack(await logged()), { painCategory: 'cancer' });
    const draft = await act(here.fellow, resent, 'withdrawal');
    const gone = await act(here.fellow, draft, 'void', { reason: 'Logged twice' });
    const { body } = await seenBy(here.director, gone);
    expect(body).toMatchObject({ state: 'void', number: 1, content: { painCategory: 'chronic-non-cancer' } });
  });

  it('and no free text reaches the coordinator: neither in the content, nor in changes, nor as a reason', async () => {
    const aborted = (abortedReason: string) => [tfesi({ outcome: 'aborted', abortedReason })];
    const entry = await giveBack(await logged({ caseLabel: 'Blue 7', procedures: aborted('pressure fell') }));
    const more = [...aborted('pressure fell twice'), ...aborted('a second time')];
    const sent = await edit(entry, { caseLabel: 'Blue 8', procedures: more });
    const gone = await act(here.fellow, sent, 'void', { reason: 'Logged twice' });
    const texts = ['Blue', 'pressure', 'second time', 'Logged twice', 'You assisted'];
    const told = async (reader: TestClient) => {
      const text = JSON.stringify((await seenBy(reader, gone)).body);
      return texts.filter((one) => text.includes(one));
    };
    expect(await told(here.coordinator)).toEqual([]);
    expect([await told(here.supervisor), await told(here.director)]).toEqual([texts, texts]);
  });
});
