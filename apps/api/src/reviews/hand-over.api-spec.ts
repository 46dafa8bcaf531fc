import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import type { QueueView } from '@countersign/contracts/reviews/views';
import type { WaitingListView } from '@countersign/contracts/reviews/waiting-views';
import { RoleRow } from '../people/person.row';
import { factsFromContents } from '../competencies/facts-from-contents';
import { programUnderTest } from '../testing/program-under-test';
import type { TestClient } from '../testing/test-client';
import { entryBody, NOON } from '../testing/test-program';
import { Catalogues } from '../catalogue/catalogues';
import { nameless } from '../db/context';

const DAY_MS = 86_400_000;

describe('What waits', () => {
  const here = programUnderTest(
    'hand-over',
    'fellow',
    'supervisor',
    'otherSupervisor',
    'director',
    'coordinator',
  );
  beforeEach(() => here.server.setClock(NOON));

  const log = (change: Parameters<typeof entryBody>[1] = {}) =>
    here.fellow.post<EntryView & Problem>(here.entries, { body: entryBody(here.program, change) });
  const waiting = async (who: TestClient) =>
    (await who.get<QueueView>(`${here.base}/review-queue`)).body.entries.map(({ id }) => id);
  const list = async () => (await here.director.get<WaitingListView>(`${here.base}/waiting`)).body;
  const give = (entries: readonly EntryView[], toId: string, who = here.director) =>
    who.post<WaitingListView & Problem>(`${here.base}/reassignments`, {
      body: { entries: entries.map(({ id, revision }) => ({ id, revision, toId })) },
    });
  const fallback = (body: object) =>
    here.director.put<WaitingListView & Problem>(`${here.base}/fallback`, { body });
  const other = () => here.program.people.otherSupervisor.id;
  const supervisorUntil = (toOn: string) =>
    here.server.write('test', async (tx) => {
      const held = { programId: here.program.id, personId: here.program.people.supervisor.id };
      await tx.manager.update(RoleRow, held, { toOn });
    });

  it('is handed over to another supervisor: the fellow and both supervisors see it, one of them decides in the own name', async () => {
    const [one, two] = [(await log()).body, (await log()).body];
    const reply = await give([one, two], other(), here.coordinator);
    expect(reply.status).toBe(200);
    expect(reply.body.groups.map(({ supervisor, entries }) => [supervisor.name, entries.length])).toEqual([
      ['Supervisor Two', 2],
    ]);
    expect(reply.body.groups[0]?.entries[0]?.named?.name).toBe('Supervisor One');
    expect(await waiting(here.supervisor)).toEqual([]);
    expect(await waiting(here.otherSupervisor)).toEqual([one.id, two.id]);
    for (const reader of [here.fellow, here.supervisor, here.otherSupervisor])
      expect((await reader.get<EntryView>(`${here.entries}/${one.id}`)).body).toMatchObject({
        supervisor: { name: 'Supervisor One' },
        assigned: { name: 'Supervisor Two' },
        revision: 2,
      });
    const approval = (who: TestClient) =>
      who.post<EntryView & Problem>(`${here.entries}/${one.id}/approval`, { revision: 2, body: { help: 4 } });
    expect((await approval(here.supervisor)).status).toBe(403);
    const [decision] = (await approval(here.otherSupervisor)).body.versions[0]?.decisions ?? [];
    expect([decision?.by.name, decision?.onBehalfOf]).toEqual(['Supervisor Two', undefined]);
    const facts = await here.server.db.read(nameless('test'), (view) =>
      factsFromContents(view, here.server.app.get(Catalogues), {
        programId: here.program.id,
        fellowIds: [here.program.people.fellow.id],
      }),
    );
    expect(facts.map(({ supervisorId }) => supervisorId)).toEqual([other(), other()]);
    // What is taken back and sent again goes to whom it names.
    await here.fellow.post(`${here.entries}/${two.id}/withdrawal`, { revision: 2 });
    const { id: _id, ...again } = entryBody(here.program);
    await here.fellow.put(`${here.entries}/${two.id}`, { revision: 3, body: again });
    expect(await waiting(here.supervisor)).toEqual([two.id]);
    await here.fellow.post(`${here.entries}/${two.id}/withdrawal`, { revision: 4 });
  });

  it('is handed over all or none: a stale one, one that goes nowhere new and a wrong person are named', async () => {
    const [one, two] = [(await log()).body, (await log()).body];
    const said = async (entries: readonly EntryView[], toId: string) => {
      const { status, body } = await give(entries, toId);
      return [status, body.code, body.errors?.[0]?.pointer];
    };
    expect(await said([one, { ...two, revision: 7 }], other())).toEqual([
      412,
      'entry/stale-version',
      '/entries/1',
    ]);
    const { supervisor, fellow } = here.program.people;
    expect(await said([one], supervisor.id)).toEqual([409, 'hand-over/same', '/entries/0/toId']);
    expect(await said([one], fellow.id)).toEqual([400, 'hand-over/not-supervisor', '/entries/0/toId']);
    expect(await waiting(here.supervisor)).toEqual([one.id, two.id]);
    expect((await give([one], other(), here.fellow)).status).toBe(403);
    await give([one, two], other());
    for (const entry of [one, two])
      await here.otherSupervisor.post(`${here.entries}/${entry.id}/approval`, {
        revision: 2,
        body: { help: 4 },
      });
  });

  it('for so many days falls to the fallback too, who decides for the supervisor', async () => {
    const entry = (await log()).body;
    const rule = { fallback: { personId: other(), afterDays: 7 } };
    expect((await fallback(rule)).body.fallback).toMatchObject({
      person: { name: 'Supervisor Two' },
      afterDays: 7,
    });
    expect(
      (await fallback({ fallback: { ...rule.fallback, personId: here.program.people.fellow.id } })).status,
    ).toBe(400);
    const at = async (now: number) => {
      here.server.setClock(now);
      return waiting(await here.server.as(here.program.people.otherSupervisor));
    };
    expect(await at(NOON + 7 * DAY_MS - 1)).toEqual([]);
    expect(await at(NOON + 7 * DAY_MS)).toEqual([entry.id]);
    const stand = await here.server.as(here.program.people.otherSupervisor);
    const approved = await stand.post<EntryView>(`${here.entries}/${entry.id}/approval`, {
      revision: 1,
      body: { help: 4 },
    });
    here.server.setClock(NOON);
    expect(approved.body.versions[0]?.decisions[0]).toMatchObject({
      by: { name: 'Supervisor Two' },
      onBehalfOf: { name: 'Supervisor One' },
    });
    await fallback({});
    expect((await list()).fallback).toBeUndefined();
  });

  it('for a supervisor who left is marked; what is new is refused, or goes to the fallback where there is one', async () => {
    const entry = (await log()).body;
    const left = (await log({ performedOn: '2026-11-20' })).body;
    await supervisorUntil('2026-11-22');
    const [group] = (await list()).groups;
    expect([group?.supervisor.name, group?.left, group?.entries.length]).toEqual(['Supervisor One', true, 2]);
    expect((await here.fellow.get<EntryView>(`${here.entries}/${entry.id}`)).body.supervisor?.left).toBe(
      true,
    );
    const refused = await log({ performedOn: '2026-11-20' });
    expect([refused.status, refused.body.errors?.[0]]).toMatchObject([
      400,
      { pointer: '/supervisorId', code: 'entry/supervisor-left' },
    ]);
    expect((await log({ performedOn: '2026-11-20', then: 'keep' })).status).toBe(201);
    await fallback({ fallback: { personId: other(), afterDays: 7 } });
    const taken = await log({ performedOn: '2026-11-20' });
    expect([taken.status, taken.body.assigned?.name]).toEqual([201, 'Supervisor Two']);
    expect((await give([entry, left], other())).body.groups.map((one) => one.left)).toEqual([false]);
    await supervisorUntil('2027-06-30');
    await fallback({});
  });
});
