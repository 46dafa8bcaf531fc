import type { Problem } from '@countersign/contracts/problems';
import type {
  ProgramQualificationsView,
  QualificationsView,
} from '@countersign/contracts/qualifications/views';
import { v7 as uuidv7 } from 'uuid';
import { checkLog } from '../db/check-log';
import { EventRow } from '../db/event.row';
import { TextRow } from '../db/text.row';
import { programUnderTest } from '../testing/program-under-test';
import type { TestClient } from '../testing/test-client';
import { NOON } from '../testing/test-program';

type Answer = QualificationsView & Problem;

const license = {
  ...{ kind: 'medical-license', issuer: 'Board of Medicine of Northland (invented)', standing: 'granted' },
  ...{ jurisdiction: 'Northland', fromOn: '2025-07-01', expiresOn: '2027-01-22' },
};

describe('Qualifications', () => {
  const here = programUnderTest(
    'qualifications',
    'fellow',
    'otherFellow',
    'supervisor',
    'coordinator',
    'director',
  );
  beforeEach(() => here.server.setClock(NOON));
  const path = (fellowId = here.program.people.fellow.id) =>
    `${here.base}/fellows/${fellowId}/qualifications`;
  const add = (by: TestClient, body: object = {}) =>
    by.post<Answer>(path(), { body: { id: uuidv7(), ...license, ...body } });
  const read = async (by: TestClient = here.fellow) => (await by.get<QualificationsView>(path())).body;
  const one = async (id: string) => {
    const found = (await read()).qualifications.find((each) => each.id === id);
    if (!found) throw new Error('it is kept');
    return found;
  };
  const added = async (body: object = {}) => {
    const id = uuidv7();
    expect((await add(here.fellow, { id, ...body })).status).toBe(201);
    return id;
  };
  const change = (by: TestClient, id: string, revision: number, body: object = {}) =>
    by.put<Answer>(`${path()}/${id}`, { revision, body: { ...license, ...body } });
  const end = (by: TestClient, id: string, revision: number) =>
    by.post<Answer>(`${path()}/${id}/end`, { revision });

  it('are written down by the fellow and by those who keep people, and nobody else reads them', async () => {
    const id = await added({ note: 'Renewal is sent in the spring.' });
    expect(await one(id)).toMatchObject({
      ...license,
      ...{ state: 'expiring', days: 60, revision: 1, note: 'Renewal is sent in the spring.' },
      changedBy: { name: 'Fellow One' },
    });
    expect((await read()).mayKeep).toBe(true);
    for (const by of [here.coordinator, here.director]) {
      expect((await add(by, { kind: 'life-support', title: 'ACLS' })).status).toBe(201);
      expect((await read(by)).qualifications.length).toBeGreaterThan(1);
    }
    expect((await here.supervisor.get(path())).status).toBe(403);
    expect((await add(here.supervisor)).status).toBe(403);
    expect((await here.otherFellow.get(path())).body).toMatchObject({ code: 'access/not-found' });
    expect((await add(here.otherFellow)).body).toMatchObject({ code: 'access/not-found' });
    expect((await change(here.otherFellow, id, 1)).body.code).toBe('access/not-found');
    expect((await end(here.otherFellow, id, 1)).body.code).toBe('access/not-found');
  });

  it('are renewed and ended as they were seen, and what was ended stays readable', async () => {
    const id = await added();
    const renewed = await change(here.coordinator, id, 1, { expiresOn: '2029-01-22', note: 'Renewed.' });
    expect(renewed.status).toBe(200);
    expect(await one(id)).toMatchObject({ state: 'valid', revision: 2, note: 'Renewed.' });
    expect((await one(id)).changedBy.name).toBe('Coordinator One');
    expect(await change(here.fellow, id, 1)).toMatchObject({
      status: 412,
      body: { code: 'qualification/changed' },
    });
    expect(await end(here.fellow, id, 1)).toMatchObject({
      status: 412,
      body: { code: 'qualification/changed' },
    });
    expect((await end(here.fellow, id, 2)).status).toBe(200);
    expect((await end(here.fellow, id, 2)).status).toBe(200);
    expect(await one(id)).toMatchObject({ state: 'ended', revision: 3, note: 'Renewed.' });
    expect((await read()).qualifications.at(-1)?.id).toBe(id);
    expect((await change(here.fellow, id, 3)).body.code).toBe('qualification/ended');
  });

  it('sent twice are there once, and an id is not taken for something else', async () => {
    const id = uuidv7();
    for (let tries = 0; tries < 2; tries += 1) expect((await add(here.fellow, { id })).status).toBe(201);
    expect((await read()).qualifications.filter((each) => each.id === id)).toHaveLength(1);
    expect(await add(here.fellow, { id, expiresOn: '2028-01-01' })).toMatchObject({
      ...{ status: 409, body: { code: 'qualification/id-taken' } },
    });
    const key = { headers: { 'idempotency-key': uuidv7() } };
    const body = { id: uuidv7(), ...license };
    const acts = [1, 2].map(() => here.fellow.post<Answer>(path(), { body, ...key }));
    const [first, again] = await Promise.all(acts);
    expect([first?.status, again?.status]).toEqual([201, 201]);
    expect((await read()).qualifications.filter((each) => each.id === body.id)).toHaveLength(1);
  });

  it.each([
    [{ expiresOn: '2025-06-30' }, 'qualification/reversed', '/expiresOn'],
    [{ expiresOn: '2027-02-30' }, 'people/impossible-date', '/expiresOn'],
    [{ fromOn: '0206-01-01' }, 'people/impossible-date', '/fromOn'],
    [{ kind: 'board-certification' }, 'qualification/specialty-needed', '/specialty'],
    [{ specialty: 'pain-medicine' }, 'qualification/specialty-of-board', '/specialty'],
    [{ kind: 'other' }, 'qualification/title-needed', '/title'],
    [{ issuer: 'Board, no. 1234567' }, 'qualification/number', '/issuer'],
    [{ kind: 'a kind' }, 'request/invalid', '/kind'],
    [{ expiresOn: 'soon' }, 'request/invalid', '/expiresOn'],
    [{ number: 'AB1234563' }, 'request/invalid', '/number'],
    [{ issuer: 'x'.repeat(121) }, 'request/invalid', '/issuer'],
  ])('with %j are refused: %s at %s, also where one is changed', async (body, code, pointer) => {
    const id = await added();
    for (const reply of [await add(here.fellow, body), await change(here.fellow, id, 1, body)]) {
      expect([reply.status, reply.body.code, reply.body.errors?.[0]?.pointer]).toEqual([400, code, pointer]);
    }
    expect((await one(id)).revision).toBe(1);
  });

  it('of another program, of another fellow and of nobody answer alike', async () => {
    const elsewhere = await here.server.program('qualifications-elsewhere');
    const theirs = await here.server.as(elsewhere.people.fellow);
    const foreign = uuidv7();
    const there = `/programs/${elsewhere.id}/fellows/${elsewhere.people.fellow.id}/qualifications`;
    expect((await theirs.post(there, { body: { id: foreign, ...license } })).status).toBe(201);
    const mine = await added();
    const same = (reply: { status: number; body: { code?: string } }) => [reply.status, reply.body.code];
    const nowhere = [404, 'access/not-found'];
    for (const by of [here.fellow, here.coordinator, here.director])
      for (const id of [foreign, uuidv7()]) {
        expect(same(await change(by, id, 1))).toEqual(nowhere);
        expect(same(await end(by, id, 1))).toEqual(nowhere);
      }
    // The fellow of another program, somebody who is no fellow, and the qualification of one fellow under another’s address.
    for (const personId of [elsewhere.people.fellow.id, here.program.people.supervisor.id, uuidv7()]) {
      expect(same(await here.coordinator.get<Problem>(path(personId)))).toEqual(nowhere);
      const body = { id: uuidv7(), ...license };
      expect(same(await here.coordinator.post<Problem>(path(personId), { body }))).toEqual(nowhere);
    }
    const other = path(here.program.people.otherFellow.id);
    expect(
      same(await here.coordinator.put<Problem>(`${other}/${mine}`, { revision: 1, body: license })),
    ).toEqual(nowhere);
    expect(same(await here.coordinator.post<Problem>(`${other}/${mine}/end`, { revision: 1 }))).toEqual(
      nowhere,
    );
    // An id that another program uses is free here.
    expect((await add(here.fellow, { id: foreign })).status).toBe(201);
  });

  it('changed by two at once have one winner, twenty times', async () => {
    for (let nth = 0; nth < 20; nth += 1) {
      const id = await added();
      const raced = await Promise.all([
        change(here.fellow, id, 1, { expiresOn: '2028-01-01' }),
        change(here.coordinator, id, 1, { expiresOn: '2029-01-01' }),
        end(here.director, id, 1),
      ]);
      const codes = raced.map(({ status, body }) => (status === 200 ? 'done' : body.code)).sort();
      expect(codes.filter((code) => code === 'done')).toHaveLength(1);
      expect((await one(id)).revision).toBe(2);
    }
  });

  it('and the log says all of it again, with a note as a commitment alone', async () => {
    const { programId } = { programId: here.program.id };
    const { differences } = await here.server.read((manager) => checkLog(manager, programId));
    expect(differences).toEqual([]);
    const [events, notes] = await here.server.read(async (manager) => [
      await manager.findBy(EventRow, { logId: programId }),
      await manager.findBy(TextRow, { programId }),
    ]);
    const bodies = JSON.stringify(events);
    expect(bodies).toContain('qualification.added');
    expect(bodies).toContain('qualification.changed');
    expect(bodies).toContain('qualification.ended');
    expect(bodies).not.toContain('Renewal is sent');
    expect(notes.map(({ body }) => body)).toContain('Renewal is sent in the spring.');
  });

  it('are at most sixty of one person', async () => {
    const { otherFellow } = here.program.people;
    const at = path(otherFellow.id);
    for (let nth = 1; nth <= 60; nth += 1)
      expect((await here.otherFellow.post(at, { body: { id: uuidv7(), ...license } })).status).toBe(201);
    expect((await here.otherFellow.post<Problem>(at, { body: { id: uuidv7(), ...license } })).body.code).toBe(
      'qualification/too-many',
    );
  });
});

describe('The qualifications of a program', () => {
  const here = programUnderTest('expiry', 'fellow', 'otherFellow', 'coordinator');
  const DAY = 86_400_000;
  const add = async (who: 'fellow' | 'otherFellow', body: object) => {
    const at = `${here.base}/fellows/${here.program.people[who].id}/qualifications`;
    const id = uuidv7();
    expect((await here[who].post(at, { body: { id, ...license, ...body } })).status).toBe(201);
    return id;
  };
  const list = async (now = NOON) => {
    here.server.setClock(now);
    const coordinator = await here.server.as(here.program.people.coordinator);
    return (await coordinator.get<ProgramQualificationsView>(`${here.base}/qualifications`)).body;
  };
  const said = async (now?: number) =>
    (await list(now)).fellows.map(({ fellow, qualifications }) => [
      fellow.name,
      qualifications.map(({ state, days }) => `${state} ${days ?? ''}`.trim()),
    ]);

  it('stand by what expires next, and change with the days at the program', async () => {
    expect(await said()).toEqual([
      ['Fellow One', []],
      ['Fellow Two', []],
    ]);
    await add('fellow', { expiresOn: '2026-12-31' });
    await add('fellow', { kind: 'board-eligibility', specialty: 'pain-medicine', standing: 'applied' });
    await add('fellow', { kind: 'controlled-substance', fromOn: '2026-12-01', expiresOn: '2029-11-30' });
    await add('otherFellow', { expiresOn: '2026-11-22' });
    await add('otherFellow', { kind: 'life-support', expiresOn: undefined });
    expect(await said()).toEqual([
      ['Fellow Two', ['expired 1', 'valid']],
      ['Fellow One', ['expiring 38', 'not-begun', 'pending']],
    ]);
    // Half past eleven in the evening in Chicago: the day after in UTC.
    expect(await said(Date.parse('2026-12-01T05:30:00Z'))).toEqual([
      ['Fellow Two', ['expired 8', 'valid']],
      ['Fellow One', ['expiring 31', 'not-begun', 'pending']],
    ]);
    expect(await said(NOON + 8 * DAY)).toEqual([
      ['Fellow Two', ['expired 9', 'valid']],
      ['Fellow One', ['expiring 30', 'valid', 'pending']],
    ]);
  });

  it('are a graduate’s own to read, and nobody’s to change but of those who keep people', async () => {
    const after = Date.parse('2027-08-15T18:00:00Z');
    here.server.setClock(after);
    const graduate = await here.server.as(here.program.people.fellow);
    const at = `${here.base}/fellows/${here.program.people.fellow.id}/qualifications`;
    const { body, status } = await graduate.get<QualificationsView>(at);
    expect([status, body.mayKeep, body.qualifications.length]).toEqual([200, false, 3]);
    const [first] = body.qualifications;
    const reply = await graduate.put<Problem>(`${at}/${first?.id ?? ''}`, { revision: 1, body: license });
    expect(reply.status).toBe(403);
  });
});
