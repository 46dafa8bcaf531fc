import type { LogEntryBody } from '@countersign/contracts/entries/bodies';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { EventRow } from '../db/event.row';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';
import { EntryRow } from './entry.row';

/** The same value with its keys in another order, at every depth. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => turned(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, turned(field as unknown)]),
  ) as T;
}

describe('An entry that is sent again after its reply was lost', () => {
  const here = programUnderTest('once', 'fellow', 'supervisor');
  beforeEach(() => here.server.setClock(NOON));

  const post = (body: LogEntryBody, by = here.fellow) => by.post<EntryView>(here.entries, { body });
  const actions = async (id: string) => {
    const where = { logId: here.program.id, object: `entry:${id}` };
    const order = { seq: 'ASC' } as const;
    const events = await here.server.read((manager) => manager.find(EventRow, { where, order }));
    return events.map(({ action }) => action);
  };

  it('as a draft and then with `submit` is submitted', async () => {
    const body = entryBody(here.program, { then: 'keep', reflection: 'Nervous' });
    await post(body);
    here.server.setClock(NOON + 1_000);
    const sent = await post({ ...body, then: 'submit' });
    expect([sent.status, sent.body.state, sent.body.revision, sent.body.number]).toEqual([
      201,
      'submitted',
      2,
      1,
    ]);
    expect(sent.body.versions).toMatchObject([{ submittedAt: NOON + 1_000 }]);
    const again = await post({ ...body, then: 'submit' });
    expect([again.status, again.body.revision]).toEqual([201, 2]);
    expect((await post(body)).body.state).toBe('submitted');
    expect(await actions(body.id)).toEqual(['entry.drafted', 'entry.submitted']);
  });

  it('as an incomplete draft is refused with the field that is missing, and stays a draft', async () => {
    const { supervisorId: _none, ...body } = entryBody(here.program, { then: 'keep' });
    await post(body);
    const reply = await here.fellow.post<Problem>(here.entries, { body: { ...body, then: 'submit' } });
    expect([reply.status, reply.body.errors]).toMatchObject([400, [{ pointer: '/supervisorId' }]]);
    expect(await actions(body.id)).toEqual(['entry.drafted']);
  });

  it('is the same entry whatever the order of its keys', async () => {
    const body = entryBody(here.program, { procedures: [tfesi({ selfHelp: 3 })] });
    await post(body);
    const again = await post(turned(body));
    expect([again.status, again.body.revision]).toEqual([201, 1]);
  });

  it('is the same entry after it was returned and corrected, by any of its versions', async () => {
    const body = entryBody(here.program);
    await post(body);
    const said = { reasonCode: 'other', reasonText: 'Please check.' };
    await here.supervisor.post(`${here.entries}/${body.id}/return`, { revision: 1, body: said });
    const fixed = { ...body, painCategory: 'cancer' as const };
    const { id: _id, ...content } = fixed;
    await here.fellow.put(`${here.entries}/${body.id}`, { revision: 2, body: content });
    for (const sent of [body, fixed]) {
      const again = await post(sent);
      expect([again.status, again.body.number, again.body.revision]).toEqual([201, 2, 3]);
    }
  });

  it('stays the draft that it was made on purpose when it had been sent and taken back', async () => {
    const body = entryBody(here.program);
    await post(body);
    await here.fellow.post(`${here.entries}/${body.id}/withdrawal`, { revision: 1 });
    const again = await post(body);
    expect([again.status, again.body.state, again.body.revision]).toEqual([201, 'draft', 2]);
  });

  it('with another content is refused', async () => {
    const body = entryBody(here.program, { then: 'keep' });
    await post(body);
    const different = await here.fellow.post<Problem>(here.entries, {
      body: { ...body, painCategory: 'cancer' },
    });
    expect(different.body.code).toBe('entry/id-taken');
  });

  it('by another fellow is an entry of theirs, as with any id: the answer tells nothing of the first one', async () => {
    const body = entryBody(here.program, { then: 'keep' });
    await post(body);
    const stranger = await here.server.as(here.program.people.otherFellow);
    const other = await stranger.post<EntryView>(here.entries, { body: { ...body, painCategory: 'cancer' } });
    const random = await stranger.post<EntryView>(here.entries, {
      body: entryBody(here.program, { then: 'keep' }),
    });
    expect([other.status, Object.keys(other.body).sort()]).toEqual([
      random.status,
      Object.keys(random.body).sort(),
    ]);
    expect([random.status, other.body.id === body.id]).toEqual([201, false]);
    expect((await stranger.get(`${here.entries}/${body.id}`)).status).toBe(404);
    expect((await here.fellow.get<EntryView>(`${here.entries}/${body.id}`)).body.revision).toBe(1);
  });

  it('twenty times at once is logged once', async () => {
    const body = entryBody(here.program);
    const replies = await Promise.all(Array.from({ length: 20 }, () => post(body)));
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201));
    const where = { programId: here.program.id, id: body.id };
    expect(await here.server.read((manager) => manager.countBy(EntryRow, where))).toBe(1);
    expect(await actions(body.id)).toEqual(['entry.submitted']);
  });
});
