import type { DelegationsView } from '@countersign/contracts/delegations/views';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import type { QueueView } from '@countersign/contracts/reviews/views';
import { v7 as uuidv7 } from 'uuid';
import { EventRow } from '../db/event.row';
import { programUnderTest } from '../testing/program-under-test';
import type { TestClient } from '../testing/test-client';
import { entryBody, NOON, TODAY } from '../testing/test-program';

describe('Standing in', () => {
  const here = programUnderTest(
    'delegations',
    'fellow',
    'supervisor',
    'otherSupervisor',
    'director',
    'coordinator',
  );
  beforeEach(() => here.server.setClock(NOON));
  afterEach(async () => {
    for (const { id, mayEnd } of (await list(here.director)).delegations)
      if (mayEnd) await act(here.director, id, 'end');
  });

  const list = async (who: TestClient) => (await who.get<DelegationsView>(`${here.base}/delegations`)).body;
  const offer = (who: TestClient, change: object = {}) =>
    who.post<DelegationsView & Problem>(`${here.base}/delegations`, {
      body: {
        id: uuidv7(),
        delegateId: here.program.people.otherSupervisor.id,
        fromOn: TODAY,
        toOn: '2026-11-30',
        ...change,
      },
    });
  const act = (who: TestClient, id: string, what: 'answer' | 'end', kind = 'accepted') =>
    who.post<DelegationsView & Problem>(`${here.base}/delegations/${id}/${what}`, {
      ...(what === 'answer' ? { body: { kind } } : {}),
    });
  const offered = async (who = here.supervisor, change: object = {}) => {
    const id = uuidv7();
    await offer(who, { id, ...change });
    return id;
  };
  const seenBy = async (who: TestClient, id: string) =>
    (await list(who)).delegations.find((one) => one.id === id);
  const waiting = async () =>
    (await here.otherSupervisor.get<QueueView>(`${here.base}/review-queue`)).body.total;

  it('is offered, accepted and ended; only in between the delegate decides, and the decision says for whom', async () => {
    const entry = (await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program) })).body;
    const id = await offered();
    expect(await waiting()).toBe(0);
    const seen = await seenBy(here.otherSupervisor, id);
    expect(seen).toMatchObject({ id, state: 'offered', mayAnswer: true, mayEnd: true });
    expect(await seenBy(here.supervisor, id)).toMatchObject({ mayAnswer: false, mayEnd: true });
    expect((await act(here.otherSupervisor, id, 'answer')).status).toBe(200);
    expect((await seenBy(here.supervisor, id))?.state).toBe('accepted');
    expect(await waiting()).toBe(1);
    const approved = await here.otherSupervisor.post<EntryView>(`${here.entries}/${entry.id}/approval`, {
      revision: 1,
      body: { help: 4 },
    });
    expect(approved.body.versions[0]?.decisions[0]).toMatchObject({
      by: { name: 'Supervisor Two' },
      onBehalfOf: { name: 'Supervisor One' },
    });
    await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program) });
    expect(await waiting()).toBe(1);
    expect((await act(here.otherSupervisor, id, 'end')).status).toBe(200);
    expect(await waiting()).toBe(0);
    const names = await here.server.read((manager) => manager.findBy(EventRow, { logId: here.program.id }));
    expect(names.map(({ action }) => action).filter((name) => name.startsWith('delegation.'))).toEqual([
      'delegation.offered',
      'delegation.accepted',
      'delegation.ended',
    ]);
  });

  it('holds from its first day to its last', async () => {
    const id = await offered(here.supervisor, { fromOn: '2026-11-25', toOn: '2026-11-26' });
    await act(here.otherSupervisor, id, 'answer');
    // Sessions end by themselves: each day somebody signs in anew.
    const days = [];
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']) {
      here.server.setClock(Date.parse(`${day}T18:00:00Z`));
      const delegate = await here.server.as(here.program.people.otherSupervisor);
      days.push((await delegate.get<QueueView>(`${here.base}/review-queue`)).body.total > 0);
    }
    here.server.setClock(NOON);
    expect(days).toEqual([false, true, true, false]);
  });

  it('is refused for oneself, for past days, for too long, on days that are taken and to who is no supervisor', async () => {
    const { supervisor, fellow, director } = here.program.people;
    const said = async (change: object) => {
      const { status, body } = await offer(here.supervisor, change);
      return [status, body.code];
    };
    expect(await said({ delegateId: supervisor.id })).toEqual([400, 'delegation/own']);
    expect(await said({ fromOn: '2026-11-22' })).toEqual([400, 'delegation/past']);
    expect(await said({ toOn: '2026-11-22' })).toEqual([400, 'delegation/reversed']);
    expect(await said({ toOn: '2027-06-31' })).toEqual([400, 'delegation/impossible-date']);
    expect(await said({ toOn: '2027-11-24' })).toEqual([400, 'delegation/too-long']);
    expect(await said({ delegateId: director.id })).toEqual([400, 'delegation/not-supervisor']);
    expect(await said({ delegateId: fellow.id })).toEqual([400, 'delegation/not-supervisor']);
    expect(await said({ supervisorId: here.program.people.otherSupervisor.id })).toEqual([
      403,
      'access/not-allowed',
    ]);
    await offered(here.supervisor, { fromOn: '2026-11-28' });
    expect(await said({})).toEqual([409, 'delegation/overlap']);
    expect((await offer(here.supervisor, { toOn: '2026-11-27' })).status).toBe(201);
  });

  it('offered twice at once is there once; of two that overlap one wins', async () => {
    const id = uuidv7();
    const same = await Promise.all([offer(here.supervisor, { id }), offer(here.supervisor, { id })]);
    expect(same.map(({ status }) => status)).toEqual([201, 201]);
    expect((await offer(here.supervisor, { id, toOn: '2026-12-01' })).body.code).toBe('delegation/id-taken');
    await act(here.director, id, 'end');
    const two = await Promise.all([offer(here.supervisor), offer(here.supervisor)]);
    expect(two.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('is made for others by director and coordinator, whom it shows all; the delegate still accepts or declines', async () => {
    const { supervisor } = here.program.people;
    const id = await offered(here.coordinator, { supervisorId: supervisor.id });
    const seen = await seenBy(here.director, id);
    expect(seen).toMatchObject({ id, offeredBy: { name: 'Coordinator One' }, mayAnswer: false });
    expect((await act(here.director, id, 'answer')).status).toBe(403);
    expect((await act(here.supervisor, id, 'answer')).status).toBe(403);
    await act(here.otherSupervisor, id, 'answer', 'declined');
    expect((await seenBy(here.supervisor, id))?.state).toBe('declined');
    expect((await act(here.otherSupervisor, id, 'answer')).body.code).toBe('delegation/not-open');
    expect((await act(here.supervisor, id, 'end')).body.code).toBe('delegation/not-open');
    expect((await here.fellow.get(`${here.base}/delegations`)).status).toBe(403);
    expect((await act(here.fellow, id, 'end')).status).toBe(403);
  });
});
