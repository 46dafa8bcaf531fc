import type { EntryView } from '@countersign/contracts/entries/views';
import type { ApprovedBatchView, QueueView } from '@countersign/contracts/reviews/views';
import type { Problem } from '@countersign/contracts/problems';
import { v7 as uuidv7 } from 'uuid';
import { DecisionRow, RatingRow } from '../entries/entry.row';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, PASSWORD, tfesi } from '../testing/test-program';

describe('A batch', () => {
  const here = programUnderTest('batches', 'fellow', 'otherFellow', 'supervisor', 'otherSupervisor');
  beforeEach(() => here.server.setClock(NOON));

  type Change = Parameters<typeof entryBody>[1];
  const log = async (change: Change = {}) =>
    (await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program, change) })).body;
  const approve = (entry: EntryView) =>
    here.supervisor.post(`${here.entries}/${entry.id}/approval`, {
      revision: entry.revision,
      body: { help: 4 },
    });
  const body = (entries: readonly EntryView[], change: object = {}) => ({
    id: uuidv7(),
    entries: entries.map(({ id, revision }) => ({ id, revision })),
    help: 4,
    password: PASSWORD,
    ...change,
  });
  const send = (what: object) =>
    here.supervisor.post<ApprovedBatchView & Problem>(`${here.base}/review-batches`, { body: what });
  const queue = async () => (await here.supervisor.get<QueueView>(`${here.base}/review-queue`)).body;
  const decisionsOn = (entries: readonly EntryView[]) =>
    here.server.read((manager) =>
      manager.findBy(
        DecisionRow,
        entries.map(({ id: entryId }) => ({ programId: here.program.id, entryId })),
      ),
    );
  const states = (entries: readonly EntryView[]) =>
    Promise.all(
      entries.map(async ({ id }) => (await here.fellow.get<EntryView>(`${here.entries}/${id}`)).body.state),
    );
  const alike = (count: number) => Promise.all(Array.from({ length: count }, () => log()));

  beforeAll(async () => {
    // What the fellow has done before is not the first of its kind.
    here.server.setClock(NOON);
    await approve(await log());
  });

  it('of what is alike is in the queue, and what differs is told with its reasons', async () => {
    const own = await here.server.program('batch-queue');
    const [fellow, supervisor] = [
      await here.server.as(own.people.fellow),
      await here.server.as(own.people.supervisor),
    ];
    const entries = `/programs/${own.id}/entries`;
    const add = async (change: Change = {}) =>
      (await fellow.post<EntryView>(entries, { body: entryBody(own, change) })).body;
    const first = await add();
    const seen = async () => (await supervisor.get<QueueView>(`/programs/${own.id}/review-queue`)).body;
    expect(await seen()).toMatchObject({
      batches: [],
      pulled: [{ entryId: first.id, reasons: ['first-of-its-kind'] }],
      earlier: [],
    });
    await supervisor.post(`${entries}/${first.id}/approval`, { revision: 1, body: { help: 5 } });
    const [one, two] = [await add(), await add({ performedOn: '2026-11-19' })];
    const odd = await add({ procedures: [tfesi({ complications: ['vasovagal'] })] });
    const late = await add({ performedOn: '2026-10-20' });
    const view = await seen();
    expect(view.batches).toEqual([{ entryIds: [one.id, two.id] }]);
    expect(view.pulled).toEqual([
      { entryId: odd.id, reasons: ['complication'] },
      { entryId: late.id, reasons: ['late'] },
    ]);
    expect(view.earlier).toEqual([
      {
        fellowId: own.people.fellow.id,
        itemId: 'esi-tf-lumbar',
        roles: [{ role: 'performed', cases: 1 }],
        outcomes: [{ outcome: 'success', cases: 1 }],
      },
    ]);
  });

  it('is approved by one act: each entry its own decision, its ratings and its event, and each can be taken back', async () => {
    const entries = await alike(3);
    const sent = body(entries, { nextTime: 5, keepDoing: 'Calm' });
    const reply = await send(sent);
    expect([reply.status, reply.body.entries.map(({ id, state }) => [id, state])]).toEqual([
      200,
      entries.map(({ id }) => [id, 'approved']),
    ]);
    const decisions = await decisionsOn(entries);
    expect(decisions.map(({ batchId, live, kind }) => [batchId, live, kind])).toEqual(
      entries.map(() => [sent.id, 1, 'approved']),
    );
    const ratings = await here.server.read((manager) =>
      manager.findBy(
        RatingRow,
        decisions.map(({ programId, id: decisionId }) => ({ programId, decisionId })),
      ),
    );
    expect(ratings.map(({ help, nextTime, scope }) => [help, nextTime, scope])).toEqual(
      entries.map(() => [4, 5, 'all']),
    );
    const [one] = reply.body.entries;
    const undone = await here.supervisor.post<EntryView>(`${here.entries}/${one?.id}/undo`, {
      revision: one?.revision ?? 0,
    });
    expect(undone.body.state).toBe('submitted');
    expect(await states(entries)).toEqual(['submitted', 'approved', 'approved']);
  });

  it('is all or none: one that changed is named, and nothing is approved', async () => {
    const entries = await alike(3);
    await here.fellow.post(`${here.entries}/${entries[1]?.id}/withdrawal`, { revision: 1 });
    const reply = await send(body(entries));
    expect([reply.status, reply.body.code, reply.body.errors?.map(({ pointer }) => pointer)]).toEqual([
      412,
      'entry/stale-version',
      ['/entries/1'],
    ]);
    expect(await states(entries)).toEqual(['submitted', 'draft', 'submitted']);
    expect(await decisionsOn(entries)).toEqual([]);
  });

  it('sent twice, at once or later, has one effect; its id is not used for other entries', async () => {
    const entries = await alike(4);
    const sent = body(entries);
    const replies = await Promise.all([send(sent), send(sent), send(sent)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await send(sent)).body.entries.map(({ revision }) => revision)).toEqual([2, 2, 2, 2]);
    expect(await decisionsOn(entries)).toHaveLength(4);
    const other = await send({ ...body(await alike(1)), id: sent.id });
    expect([other.status, other.body.code]).toEqual([409, 'batch/id-taken']);
  });

  it('is checked again when it is sent: what is not alike, unusual, repeated, too much or nothing is refused', async () => {
    const [usual] = await alike(1);
    const odd = await log({ procedures: [tfesi({ outcome: 'converted' })] });
    const assisted = await log({ procedures: [tfesi({ role: 'assisted' })] });
    const theirs = (await here.otherFellow.post<EntryView>(here.entries, { body: entryBody(here.program) }))
      .body;
    const refused = async (...entries: (EntryView | undefined)[]) => {
      const { status, body: said } = await send(body(entries.flatMap((one) => one ?? [])));
      return [status, said.code, ...(said.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)];
    };
    expect(await refused(usual, odd)).toEqual([409, 'batch/pulled', '/entries/1 batch/pulled']);
    expect((await refused(usual, assisted)).slice(0, 2)).toEqual([409, 'batch/not-alike']);
    expect((await refused(usual, theirs)).slice(0, 2)).toEqual([409, 'batch/not-alike']);
    expect(await refused(usual, usual)).toEqual([400, 'batch/repeated', '/entries/1 batch/repeated']);
    expect(await refused()).toEqual([400, 'batch/empty']);
    expect((await refused(...(await alike(26)))).slice(0, 2)).toEqual([400, 'batch/too-large']);
    expect(
      await states([usual, odd, assisted, theirs].flatMap((one) => (one ? [one] : [])).slice(0, 3)),
    ).toEqual(['submitted', 'submitted', 'submitted']);
  });

  it('is no way around a text at low help', async () => {
    const entries = await alike(2);
    expect((await send(body(entries, { help: 2 }))).body.code).toBe('review/narrative-needed');
    expect((await send(body(entries, { help: 2, nextTimeText: 'Lateral view earlier' }))).status).toBe(200);
  });

  it('is signed: a session alone and a wrong password approve nothing', async () => {
    const entries = await alike(2);
    const { password: _left, ...bare } = body(entries);
    const unsigned = await send(bare);
    expect([unsigned.status, unsigned.body.code]).toEqual([401, 'signature/authentication-required']);
    const wrong = await send(body(entries, { password: 'not the password' }));
    expect([wrong.status, wrong.body.code]).toEqual([401, 'signature/password-wrong']);
    expect(await states(entries)).toEqual(['submitted', 'submitted']);
    expect((await queue()).total).toBeGreaterThan(1);
  });

  it('is for whom its entries name', async () => {
    const entries = await alike(2);
    const other = await here.otherSupervisor.post<Problem>(`${here.base}/review-batches`, {
      body: body(entries),
    });
    expect([other.status, other.body.code]).toEqual([412, 'entry/stale-version']);
    expect(await decisionsOn(entries)).toEqual([]);
  });
});
