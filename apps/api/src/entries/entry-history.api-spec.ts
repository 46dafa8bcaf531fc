import type { EntryHistoryView, HistoryEventView } from '@countersign/contracts/entries/history-views';
import type { TestClient } from '../testing/test-client';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, tfesi } from '../testing/test-program';

describe('The history of an entry', () => {
  const here = programUnderTest('history', 'fellow', 'supervisor', 'director', 'coordinator');
  let path: string;

  beforeAll(async () => {
    const entries = `/programs/${here.program.id}/entries`;
    const aborted = (change: object = {}) =>
      tfesi({ outcome: 'aborted', abortedReason: 'No access.', ...change });
    const { id, ...body } = entryBody(here.program, {
      reflection: 'Next time slower.',
      procedures: [aborted({ selfHelp: 3 })],
      then: 'keep',
    });
    path = `${entries}/${id}`;
    await here.fellow.post(entries, { body: { id, ...body } });
    await here.fellow.put(path, {
      revision: 1,
      body: { ...body, painCategory: 'cancer', then: 'keep' },
    });
    await here.fellow.put(path, {
      revision: 2,
      body: { ...body, painCategory: 'cancer', then: 'submit' },
    });
    await here.supervisor.post(`${path}/return`, {
      revision: 3,
      body: { reasonCode: 'wrong-role', reasonText: 'You assisted.' },
    });
    await here.fellow.put(path, {
      revision: 4,
      body: { ...body, then: 'submit', procedures: [aborted({ selfHelp: 3, role: 'assisted' })] },
    });
    await here.supervisor.post(`${path}/approval`, {
      revision: 5,
      body: { help: 2, nextTime: 3, keepDoing: 'Calm.', nextTimeText: 'Plan the entry point.' },
    });
    await here.director.post(`${path}/redactions`, {
      body: { number: 2, pointer: '/content/procedures/0/abortedReason', reason: 'Names a patient.' },
    });
  });

  const historyFor = async (client: TestClient): Promise<readonly HistoryEventView[]> => {
    const { status, body } = await client.get<EntryHistoryView>(`${path}/history`);
    expect(status).toBe(200);
    return body.events;
  };
  const actions = (events: readonly HistoryEventView[]) => events.map(({ action }) => action);

  it('tells its fellow every event with who, when, old and new', async () => {
    const events = await historyFor(here.fellow);
    expect(actions(events)).toEqual([
      ...['entry.drafted', 'entry.edited', 'entry.submitted', 'entry.returned'],
      ...['entry.submitted', 'entry.approved', 'text.redacted'],
    ]);
    const [drafted, edited, sent, returned, again, approved, redacted] = events;
    expect(drafted).toMatchObject({ to: 'draft', by: { id: here.program.people.fellow.id }, changes: [] });
    expect(edited?.changes).toEqual([
      { pointer: '/painCategory', values: { before: expect.any(String) as unknown, after: 'cancer' } },
    ]);
    expect(sent).toMatchObject({ from: 'draft', to: 'submitted' });
    expect(returned).toMatchObject({
      ...{ from: 'submitted', to: 'returned', by: { id: here.program.people.supervisor.id } },
      decision: { kind: 'returned', reasonCode: 'wrong-role', reasonText: 'You assisted.' },
    });
    expect(again?.changes.map(({ pointer }) => pointer)).toContain('/procedures/0/role');
    expect(again?.items).toEqual([{ itemId: 'esi-tf-lumbar', itemName: expect.any(String) as unknown }]);
    expect(approved).toMatchObject({ to: 'approved', decision: { kind: 'approved' } });
    expect(redacted).toMatchObject({ by: { id: here.program.people.director.id }, changes: [] });
  });

  it('shows of removed words that they were there, to those who could have read them', async () => {
    const last = (await historyFor(here.fellow)).find(({ action }) => action === 'entry.approved');
    expect(last?.removed ?? []).toEqual([]);
    const sent = (await historyFor(here.fellow)).filter(({ action }) => action === 'entry.submitted').at(-1);
    expect(sent?.removed).toMatchObject([{ pointer: '/procedures/0/abortedReason' }]);
    const coordinator = await historyFor(here.coordinator);
    expect(JSON.stringify(coordinator)).not.toContain('removed');
  });

  it('tells others nothing that was not sent, and the coordinator no words and no ratings', async () => {
    for (const client of [here.supervisor, here.director, here.coordinator]) {
      const events = await historyFor(client);
      expect(actions(events)).toEqual([
        ...['entry.submitted', 'entry.returned', 'entry.submitted', 'entry.approved', 'text.redacted'],
      ]);
      const text = JSON.stringify(events);
      for (const hidden of ['selfHelp', 'slower', 'reflection']) expect(text).not.toContain(hidden);
    }
    const text = JSON.stringify(await historyFor(here.coordinator));
    for (const hidden of ['"ratings"', 'Calm', 'You assisted', 'entry point'])
      expect(text).not.toContain(hidden);
  });

  it('hides a rating for as long as the entry does', async () => {
    const entries = `/programs/${here.program.id}/entries`;
    const body = entryBody(here.program);
    await here.fellow.post(entries, { body });
    await here.supervisor.post(`${entries}/${body.id}/approval`, {
      revision: 1,
      body: { help: 4, nextTime: 4 },
    });
    const seen = async (client: TestClient) => {
      const { body: history } = await client.get<EntryHistoryView>(`${entries}/${body.id}/history`);
      return history.events.at(-1)?.decision?.ratings?.length ?? 0;
    };
    // The fellow has not rated: the supervisor's rating stays closed to the fellow, and open to who gave it.
    expect([await seen(here.fellow), await seen(here.supervisor)]).toEqual([0, 1]);
  });

  it('is for those who may read the entry', async () => {
    const other = await here.server.as(here.program.people.otherFellow);
    expect((await other.get(`${path}/history`)).status).toBe(404);
  });
});
