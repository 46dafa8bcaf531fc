import type { EntryPageView, EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { In } from 'typeorm';
import { EventRow } from '../db/event.row';
import { TextRow } from '../db/text.row';
import { setIn } from '../testing/told';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';
import type { TestClient } from '../testing/test-client';

const DAY_MS = 86_400_000;

describe('A correction', () => {
  const here = programUnderTest('corrections');
  let fellow: TestClient;
  let otherFellow: TestClient;
  let supervisor: TestClient;
  let otherSupervisor: TestClient;
  let director: TestClient;
  let coordinator: TestClient;
  let jumped = false;

  beforeAll(async () => {
    await signIn();
  });
  beforeEach(async () => {
    here.server.setClock(NOON);
    if (jumped) await signIn();
    jumped = false;
  });

  async function signIn(): Promise<void> {
    const { people } = here.program;
    [fellow, otherFellow] = [await here.server.as(people.fellow), await here.server.as(people.otherFellow)];
    supervisor = await here.server.as(people.supervisor);
    otherSupervisor = await here.server.as(people.otherSupervisor);
    [director, coordinator] = [
      await here.server.as(people.director),
      await here.server.as(people.coordinator),
    ];
  }
  /** Days later every session has ended. */
  async function jumpTo(at: number): Promise<void> {
    here.server.setClock(at);
    await signIn();
    jumped = true;
  }

  const corrections = [{ position: 0, role: 'assisted', supervision: 'direct' }] as const;
  const both = { role: { recorded: 'performed', corrected: 'assisted' } };
  const correctionReason = 'I held the needle';

  async function submitted(): Promise<EntryView> {
    const body = entryBody(here.program, {
      procedures: [tfesi({ role: 'performed', supervision: 'direct' })],
    });
    return (await fellow.post<EntryView>(here.entries, { body })).body;
  }
  const at = ({ id }: EntryView, act: string) => `${here.entries}/${id}/${act}`;
  async function corrected(): Promise<EntryView> {
    const entry = await submitted();
    const body = { help: 3, corrections, correctionReason };
    return (await supervisor.post<EntryView>(at(entry, 'approval'), { revision: 1, body })).body;
  }
  async function contested(): Promise<EntryView> {
    const entry = await corrected();
    return (await answer(fellow, entry, { kind: 'contested', text: 'I placed both needles' })).body;
  }
  const answer = (by: TestClient, entry: EntryView, body: object) =>
    by.post<EntryView>(at(entry, 'answer'), { revision: entry.revision, body });
  const resolve = (by: TestClient, entry: EntryView, body: object) =>
    by.post<EntryView>(at(entry, 'resolution'), { revision: entry.revision, body });
  const read = async (reader: TestClient, { id }: EntryView) =>
    (await reader.get<EntryView>(`${here.entries}/${id}`)).body;
  const said = async (reader: TestClient, entry: EntryView) =>
    (await read(reader, entry)).versions[0]?.decisions;
  const listedRole = async (reader: TestClient, { id }: EntryView) => {
    const { entries: lines } = (await reader.get<EntryPageView>(here.entries)).body;
    return lines.find((line) => line.id === id)?.procedures[0]?.role;
  };
  const refusal = (reply: { status: number; body: unknown }) => {
    const { code, errors } = reply.body as Problem;
    return [reply.status, code, ...(errors ?? []).map(({ pointer, code: fault }) => `${pointer} ${fault}`)];
  };

  it('comes with the approval and keeps both values; the supervisor’s counts', async () => {
    const entry = await corrected();
    expect(entry).toMatchObject({ state: 'approved', content: { procedures: [{ role: 'performed' }] } });
    for (const reader of [fellow, supervisor, director]) {
      const [decision] = (await said(reader, entry)) ?? [];
      expect(decision).toMatchObject({ kind: 'approved', reasonText: correctionReason });
      expect(decision?.corrections).toEqual([{ position: 0, ...both }]);
      expect(await listedRole(reader, entry)).toBe('assisted');
    }
  });

  it('is read by the coordinator without the words', async () => {
    const [decision, answered] = (await said(coordinator, await contested())) ?? [];
    expect(decision?.corrections).toEqual([{ position: 0, ...both }]);
    expect([decision?.reasonText, answered?.kind, answered?.reasonText]).toEqual([
      ...[undefined, 'contested', undefined],
    ]);
  });

  it('says why, and changes something that is there', async () => {
    const entry = await submitted();
    const ask = (body: object) =>
      supervisor.post(at(entry, 'approval'), { revision: 1, body: { help: 4, ...body } });
    expect(refusal(await ask({ corrections }))).toEqual([
      ...[400, 'request/invalid', '/correctionReason review/reason-needed'],
    ]);
    const wrong = [
      { position: 0, role: 'performed' },
      { position: 3, role: 'taught' },
    ];
    expect(refusal(await ask({ corrections: wrong, correctionReason }))).toEqual([
      ...[400, 'request/invalid', '/corrections/0 review/correction-changes-nothing'],
      '/corrections/1 review/correction-unknown-procedure',
    ]);
    expect(refusal(await ask({ correctionReason }))).toEqual([
      ...[400, 'request/invalid', '/corrections review/correction-empty'],
    ]);
    expect((await read(supervisor, entry)).state).toBe('submitted');
  });

  it('is accepted by its fellow within 14 days, once', async () => {
    const entry = await corrected();
    await jumpTo(NOON + 14 * DAY_MS);
    const open = await read(fellow, entry);
    expect([open.acts.answerUntil, open.acts.amend]).toEqual([NOON + 14 * DAY_MS, false]);
    const accepted = await answer(fellow, entry, { kind: 'accepted' });
    expect(accepted.body.versions[0]?.decisions[1]).toMatchObject({
      kind: 'accepted',
      by: { name: 'Fellow One' },
    });
    expect([accepted.body.acts.answerUntil, accepted.body.acts.amend]).toEqual([undefined, true]);
    expect(refusal(await answer(fellow, accepted.body, { kind: 'contested', text: 'No' }))).toEqual([
      ...[409, 'entry/no-open-correction'],
    ]);
  });

  it('stands after 14 days without an answer', async () => {
    const entry = await corrected();
    await jumpTo(NOON + 14 * DAY_MS + 1);
    expect((await read(fellow, entry)).acts.answerUntil).toBeUndefined();
    expect(refusal(await answer(fellow, entry, { kind: 'accepted' }))).toEqual([
      409,
      'entry/contest-expired',
    ]);
    expect(await listedRole(fellow, entry)).toBe('assisted');
  });

  it('is contested with a reason, and goes on counting meanwhile', async () => {
    const entry = await corrected();
    expect(refusal(await answer(fellow, entry, { kind: 'contested' }))).toEqual([
      ...[400, 'request/invalid', '/text review/reason-needed'],
    ]);
    const after = await contested();
    expect(after.versions[0]?.decisions[1]).toMatchObject({
      ...{ kind: 'contested', reasonText: 'I placed both needles' },
    });
    expect(after.acts).toMatchObject({ amend: false, resolve: false });
    expect(await listedRole(fellow, after)).toBe('assisted');
    expect((await said(supervisor, after))?.[1]?.reasonText).toBe('I placed both needles');
  });

  it('is answered by nobody but its fellow', async () => {
    const entry = await corrected();
    const replies = [
      await answer(otherFellow, entry, { kind: 'accepted' }),
      await answer(supervisor, entry, { kind: 'accepted' }),
      await answer(director, entry, { kind: 'accepted' }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([404, 403, 403]);
    expect((await read(supervisor, entry)).acts.answerUntil).toBeUndefined();
    expect(await said(fellow, entry)).toHaveLength(1);
  });

  it.each([
    ['upheld', 'assisted'],
    ['reversed', 'performed'],
  ] as const)('that was contested is %s by the director, and then %s counts', async (kind, role) => {
    const entry = await contested();
    expect((await read(director, entry)).acts.resolve).toBe(true);
    const done = await resolve(director, entry, { kind, text: 'Seen on the images' });
    expect(done.status).toBe(200);
    expect(done.body.versions[0]?.decisions.map((one) => one.kind)).toEqual(['approved', 'contested', kind]);
    for (const reader of [fellow, supervisor, director]) {
      expect((await said(reader, entry))?.[2]).toMatchObject({ kind, reasonText: 'Seen on the images' });
      expect(await listedRole(reader, entry)).toBe(role);
    }
    expect((await read(fellow, entry)).acts.amend).toBe(true);
    const again = await resolve(director, done.body, { kind, text: 'Once more' });
    expect(refusal(again)).toEqual([409, 'entry/no-contested-correction']);
  });

  it('is resolved by nobody but the director, and only when it was contested', async () => {
    const body = { kind: 'upheld', text: 'As I said' };
    const entry = await contested();
    const replies = [
      await resolve(supervisor, entry, body),
      await resolve(otherSupervisor, entry, body),
      await resolve(fellow, entry, body),
      await resolve(coordinator, entry, body),
    ];
    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    const open = await corrected();
    expect(refusal(await resolve(director, open, body))).toEqual([409, 'entry/no-contested-correction']);
    expect(refusal(await resolve(director, entry, { ...body, text: '  ' }))).toEqual([
      ...[400, 'request/invalid', '/text request/wrong-type'],
    ]);
    const { id } = here.program.people.director;
    const stranger = await here.server.as(
      (await here.server.program('corrections-elsewhere')).people.director,
    );
    expect((await resolve(stranger, entry, body)).status).toBe(404);
    expect((await said(fellow, entry))?.map(({ by }) => by.id)).not.toContain(id);
  });

  it('goes with the approval when it is taken back, and not once it was answered', async () => {
    const entry = await corrected();
    const undone = await supervisor.post<EntryView>(at(entry, 'undo'), { revision: entry.revision });
    expect([undone.body.state, await listedRole(fellow, entry)]).toEqual(['submitted', 'performed']);
    expect((await said(fellow, entry))?.[0]).not.toHaveProperty('corrections');
    const answered = (await answer(fellow, await corrected(), { kind: 'accepted' })).body;
    expect((await read(supervisor, answered)).acts.undoUntil).toBeUndefined();
    const late = await supervisor.post(at(answered, 'undo'), { revision: answered.revision });
    expect(refusal(late)).toEqual([409, 'entry/nothing-to-undo']);
  });

  it('needs the newest version of the entry for every answer', async () => {
    const entry = await corrected();
    const old = { ...entry, revision: 1 };
    expect(refusal(await answer(fellow, old, { kind: 'accepted' }))).toEqual([412, 'entry/stale-version']);
    expect((await fellow.post(at(entry, 'answer'), { body: { kind: 'accepted' } })).status).toBe(428);
    const waiting = await contested();
    const reply = await resolve(director, { ...waiting, revision: 1 }, { kind: 'upheld', text: 'Yes' });
    expect(refusal(reply)).toEqual([412, 'entry/stale-version']);
  });

  it('is in the log with both values and everything that was said to it', async () => {
    const entry = await contested();
    await resolve(director, entry, { kind: 'reversed', text: 'Seen on the images' });
    const where = { logId: here.program.id, object: `entry:${entry.id}` };
    const events = await here.server.read((manager) =>
      manager.find(EventRow, { where, order: { seq: 'ASC' } }),
    );
    const said = events.slice(1).map((event) => ({ action: event.action, set: setIn(event, 'decision')[0] }));
    const ids = said.map(({ set }) => set?.['reasonText'] as string);
    expect(said).toMatchObject([
      { action: 'entry.approved', set: { kind: 'approved', corrections: [{ position: 0, ...both }] } },
      { action: 'entry.correction-contested', set: { kind: 'contested' } },
      { action: 'entry.correction-reversed', set: { kind: 'reversed' } },
    ]);
    const texts = await here.server.read((manager) => manager.findBy(TextRow, { id: In(ids) }));
    const wordsOf = new Map(texts.map(({ id, body }) => [id as string, body]));
    expect(ids.map((id) => wordsOf.get(id))).toEqual([
      ...[correctionReason, 'I placed both needles', 'Seen on the images'],
    ]);
  });
});
