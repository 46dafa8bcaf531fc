import type { EntryView } from '@countersign/contracts/entries/views';
import type { QueueView } from '@countersign/contracts/reviews/views';
import type { Problem } from '@countersign/contracts/problems';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';

describe('A supervisor decides', () => {
  const here = programUnderTest('reviews', 'fellow', 'supervisor', 'director');
  beforeEach(() => here.server.setClock(NOON));

  async function submitted(change: Parameters<typeof entryBody>[1] = {}): Promise<EntryView> {
    return (await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program, change) })).body;
  }
  const approval = (id: string) => `${here.entries}/${id}/approval`;

  it('and the queue holds what names them, oldest first, nothing else', async () => {
    const own = await here.server.program('queue');
    const [one, two] = [
      await here.server.as(own.people.fellow),
      await here.server.as(own.people.otherFellow),
    ];
    const path = `/programs/${own.id}/entries`;
    const first = await one.post<EntryView>(path, { body: entryBody(own) });
    here.server.setClock(NOON + 1000);
    const second = await two.post<EntryView>(path, { body: entryBody(own) });
    await one.post(path, { body: entryBody(own, { supervisorId: own.people.otherSupervisor.id }) });
    await one.post(path, { body: entryBody(own, { then: 'keep' }) });
    const queue = await (
      await here.server.as(own.people.supervisor)
    ).get<QueueView>(`/programs/${own.id}/review-queue`);
    expect(queue.body.entries.map((entry) => entry.id)).toEqual([first.body.id, second.body.id]);
    expect(queue.body.total).toBe(2);
  });

  it('and approves with a rating in one act: version up by one, the decision kept', async () => {
    const entry = await submitted();
    const reply = await here.supervisor.post<EntryView>(approval(entry.id), {
      revision: 1,
      body: { help: 4, nextTime: 3, keepDoing: 'Calm' },
    });
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ state: 'approved', revision: 2, approvedNumber: 1 });
    expect(reply.body.versions[0]?.decisions[0]).toMatchObject({
      kind: 'approved',
      ratings: [{ position: 0, help: 4, nextTime: 3, scope: 'all' }],
      keepDoing: 'Calm',
      undone: false,
    });
  });

  it('and low help needs a sentence about next time', async () => {
    const entry = await submitted();
    const bare = await here.supervisor.post<Problem>(approval(entry.id), { revision: 1, body: { help: 2 } });
    expect([bare.status, bare.body.code, bare.body.errors?.[0]?.pointer]).toEqual([
      422,
      'review/narrative-needed',
      '/nextTimeText',
    ]);
    const full = await here.supervisor.post(approval(entry.id), {
      revision: 1,
      body: { help: 2, nextTimeText: 'Lateral view earlier' },
    });
    expect(full.status).toBe(200);
  });

  it('and returns with a reason; the fellow fixes it, and only what changed is shown', async () => {
    const entry = await submitted();
    const back = await here.supervisor.post<EntryView>(`${here.entries}/${entry.id}/return`, {
      revision: 1,
      body: { reasonCode: 'wrong-role', reasonText: 'You assisted.' },
    });
    expect(back.body.state).toBe('returned');
    const seen = await here.fellow.get<EntryView>(`${here.entries}/${entry.id}`);
    expect(seen.body.versions[0]?.decisions[0]).toMatchObject({
      kind: 'returned',
      reasonText: 'You assisted.',
    });
    const { id: _id, ...fixed } = entryBody(here.program, { procedures: [tfesi({ role: 'assisted' })] });
    const again = await here.fellow.put<EntryView>(`${here.entries}/${entry.id}`, {
      revision: 2,
      body: fixed,
    });
    expect(again.body).toMatchObject({ state: 'submitted', number: 2, revision: 3 });
    expect(again.body.versions[1]?.changes).toEqual([
      { pointer: '/procedures/0/role', values: { before: 'performed', after: 'assisted' } },
    ]);
    const done = await here.supervisor.post<EntryView>(approval(entry.id), {
      revision: 3,
      body: { help: 3 },
    });
    expect(done.body).toMatchObject({ state: 'approved', approvedNumber: 2 });
  });

  it('and returns without a text where the reason says it all, and nowhere else', async () => {
    const entry = await submitted();
    const back = (body: object) =>
      here.supervisor.post<EntryView & Problem>(`${here.entries}/${entry.id}/return`, { revision: 1, body });
    const bare = await back({ reasonCode: 'wrong-role' });
    expect([bare.status, bare.body.errors]).toMatchObject([
      400,
      [{ pointer: '/reasonText', code: 'review/reason-needed' }],
    ]);
    const whole = await back({ reasonCode: 'duplicate' });
    expect([whole.status, whole.body.state]).toEqual([200, 'returned']);
    const seen = await here.fellow.get<EntryView>(`${here.entries}/${entry.id}`);
    const [decision] = seen.body.versions[0]?.decisions ?? [];
    expect(decision).toMatchObject({ kind: 'returned', reasonCode: 'duplicate' });
    expect(decision?.reasonText).toBeUndefined();
  });

  it('and what comes back unchanged in number is not sent again without a new version', async () => {
    const entry = await submitted();
    await here.supervisor.post(`${here.entries}/${entry.id}/return`, {
      revision: 1,
      body: { reasonCode: 'other', reasonText: 'Please check.' },
    });
    const late = await here.supervisor.post<Problem>(approval(entry.id), { revision: 2, body: { help: 4 } });
    expect([late.status, late.body.code]).toEqual([409, 'entry/not-allowed-now']);
  });

  it('and may take the decision back within ten seconds, not after', async () => {
    const entry = await submitted();
    await here.supervisor.post(approval(entry.id), { revision: 1, body: { help: 4 } });
    here.server.setClock(NOON + 9_999);
    const undone = await here.supervisor.post<EntryView>(`${here.entries}/${entry.id}/undo`, { revision: 2 });
    expect(undone.body).toMatchObject({ state: 'submitted', revision: 3 });
    expect(undone.body.approvedNumber).toBeUndefined();
    const again = await here.supervisor.post<EntryView>(approval(entry.id), {
      revision: 3,
      body: { help: 5 },
    });
    expect(again.body.versions[0]?.decisions.map((decision) => decision.undone)).toEqual([true, false]);
    here.server.setClock(NOON + 30_000);
    const late = await here.supervisor.post<Problem>(`${here.entries}/${entry.id}/undo`, { revision: 4 });
    expect([late.status, late.body.code]).toEqual([409, 'entry/undo-expired']);
  });

  it('and an approved entry is amended, keeps counting, and a refused amendment leaves it approved', async () => {
    const entry = await submitted();
    await here.supervisor.post(approval(entry.id), { revision: 1, body: { help: 4 } });
    const { id: _id, ...change } = entryBody(here.program, { painCategory: 'cancer' });
    expect(
      (await here.fellow.put<Problem>(`${here.entries}/${entry.id}`, { revision: 2, body: change })).body
        .code,
    ).toBe('entry/amend-instead');
    const amended = await here.fellow.post<EntryView>(`${here.entries}/${entry.id}/amendments`, {
      revision: 2,
      body: change,
    });
    expect(amended.body).toMatchObject({ state: 'amended', number: 2, approvedNumber: 1 });
    const back = await here.supervisor.post<EntryView>(`${here.entries}/${entry.id}/return`, {
      revision: 3,
      body: { reasonCode: 'other', reasonText: 'It was not cancer pain.' },
    });
    expect(back.body).toMatchObject({
      state: 'approved',
      approvedNumber: 1,
      content: { painCategory: 'chronic-non-cancer' },
    });
  });

  it('and nobody else decides: another supervisor, the fellow, the director', async () => {
    const entry = await submitted();
    const stranger = await here.server.as(here.program.people.otherSupervisor);
    const replies = [
      await stranger.post(approval(entry.id), { revision: 1, body: { help: 4 } }),
      await here.fellow.post(approval(entry.id), { revision: 1, body: { help: 5 } }),
      await here.director.post(approval(entry.id), { revision: 1, body: { help: 4 } }),
    ];
    expect(replies.map((reply) => reply.status)).toEqual([404, 403, 403]);
    const read = await here.fellow.get<EntryView>(`${here.entries}/${entry.id}`);
    expect(read.body).toMatchObject({ state: 'submitted', revision: 1 });
  });

  it('and the coordinator reads the entry without rating and without narrative', async () => {
    const entry = await submitted();
    await here.supervisor.post(approval(entry.id), { revision: 1, body: { help: 4, keepDoing: 'Calm' } });
    const coordinator = await here.server.as(here.program.people.coordinator);
    const [decision] =
      (await coordinator.get<EntryView>(`${here.entries}/${entry.id}`)).body.versions[0]?.decisions ?? [];
    expect(decision).toMatchObject({ kind: 'approved' });
    expect([decision?.ratings, decision?.keepDoing]).toEqual([undefined, undefined]);
  });
});
