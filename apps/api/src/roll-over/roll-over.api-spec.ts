import { v7 as uuidv7 } from 'uuid';
import type { LetterDraftView } from '@countersign/contracts/credentials/views';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import type { RollOverLineView, RollOverView } from '@countersign/contracts/roll-over/views';
import { Checkpoints } from '../ledger/checkpoints';
import { ProgramRow } from '../programs/program.row';
import { trafficOf } from '../testing/count-statements';
import { signOffsUnderTest, type SignOffsUnderTest } from '../testing/sign-offs-under-test';
import { entryBody, NOON, PASSWORD } from '../testing/test-program';

/* Everybody of a test program holds the role from 2025-01-01 to 2027-06-30. */
const JUNE = Date.parse('2027-06-15T18:00:00Z');
const COHORT = '2027–28';

describe('The change of the academic year', () => {
  let here: SignOffsUnderTest;
  let path: string;
  const read = async (who: 'director' | 'coordinator' = 'coordinator', query = '') => {
    const client = await here.server.as(here.people[who]);
    return (await client.get<RollOverView & Problem>(`${path}${query}`)).body;
  };
  const step = async (key: string, who?: 'director' | 'coordinator') => {
    const found = (await read(who)).steps.find((one) => one.key === key);
    if (!found) throw new Error(`no step ${key}`);
    return { ...found, said: found.lines.map(saidOf) };
  };
  const saidOf = ({ person, day, tasks }: RollOverLineView) =>
    [person?.name ?? '', day ?? '', ...tasks.map(({ kind, count }) => `${kind} ${count}`)].join(' ').trim();
  const post = async (client: Awaited<ReturnType<typeof here.server.as>>, at: string, body: object) => {
    const reply = await client.post<EntryView>(`${here.base}${at}`, { body });
    expect(reply).toMatchObject({ status: 201 });
    return reply.body;
  };
  const log = async (change: object) => post(here.as('fellow'), '/entries', entryBody(here.program, change));

  beforeAll(async () => {
    here = await signOffsUnderTest('roll');
    path = `${here.base}/roll-over`;
    await here.counted(3);
    await log({ then: 'keep' });
    await log({});
    const { id, revision } = await log({ supervisorId: here.people.otherSupervisor.id });
    const back = { revision, body: { reasonCode: 'wrong-role', reasonText: 'You assisted.' } };
    const reply = await here.as('otherSupervisor').post(`${here.base}/entries/${id}/return`, back);
    expect(reply.status).toBe(200);
    // Another program of the same server, of which nothing may be told here.
    await here.server.program('roll-elsewhere');
  });
  beforeEach(() => here.server.setClock(JUNE));
  afterAll(() => here.server.stop());

  it('is found from the trainings, may be asked for another day, and is no day that no calendar has', async () => {
    expect(await read()).toMatchObject({
      ...{ today: '2027-06-15', on: '2027-07-01', foundOn: '2027-07-01', closingDays: 14 },
    });
    const other = await read('coordinator', '?on=2028-07-01');
    expect([other.on, other.foundOn]).toEqual(['2028-07-01', '2027-07-01']);
    expect(other.steps.map(({ state }) => state)).toEqual([
      ...['nothing', 'nothing', 'nothing', 'nothing', 'done', 'nothing'],
    ]);
    expect((await read('coordinator', '?on=2027-02-30')).code).toBe('people/impossible-date');
  });

  it('asks of a leaving fellow what is not sent, decided, signed and written, once it is due', async () => {
    here.server.setClock(NOON);
    expect((await step('leaving')).state).toBe('not-yet');
    here.server.setClock(JUNE);
    for (const who of ['coordinator', 'director'] as const) {
      const { state, said } = await step('leaving', who);
      expect([state, ...said]).toEqual([
        'open',
        'Fellow One 2027-06-30 drafts 1 returned 1 waiting 1 ready 2 letter 1',
        'Fellow Two 2027-06-30 letter 1',
      ]);
    }
  });

  it('and of a leaving supervisor what waits', async () => {
    const { state, said } = await step('supervisors');
    expect([state, ...said]).toEqual([
      'open',
      'Supervisor One 2027-06-30 hand-over 1',
      'Supervisor Two 2027-06-30',
    ]);
  });

  it('sees what was asked for as ready, and a letter as written until it is taken back', async () => {
    const director = await here.server.as(here.people.director);
    const ask = await here.ask(director);
    expect(ask.status).toBe(201);
    expect((await step('leaving')).said[0]).toContain('ready 2');
    const fellow = `/fellows/${here.people.fellow.id}`;
    const draft = await director.get<LetterDraftView>(`${here.base}${fellow}/letter-draft?kind=record`);
    const { id } = await post(director, `${fellow}/letters`, {
      ...{ id: uuidv7(), kind: 'record', shownDigest: draft.body.digest, attestation: 'So it is.' },
      ...{ password: PASSWORD, statementVersion: 1 },
    });
    expect((await step('leaving')).said[0]).not.toContain('letter');
    const taken = await director.post(`${here.base}/letters/${id}/revocation`, {
      ...{ revision: 1, body: { reason: 'A wrong total.' } },
    });
    expect(taken.status).toBe(200);
    expect((await step('leaving')).said[0]).toContain('letter 1');
  });

  it('asks of a newcomer account, base specialty, cohort and first rotation until each is there', async () => {
    const coordinator = await here.server.as(here.people.coordinator);
    expect([(await step('newcomers')).state, (await step('rotations')).state]).toEqual([
      'nothing',
      'nothing',
    ]);
    const [id, roleId] = [uuidv7(), uuidv7()];
    const role = { id: roleId, role: 'fellow', fromOn: '2027-07-01', toOn: '2028-06-30' };
    await post(coordinator, '/people', { id, name: 'Nora Bell', email: 'nora@roll.example', role });
    expect((await step('newcomers')).said).toEqual([
      'Nora Bell 2027-07-01 invite 1 base-specialty 1 cohort 1',
    ]);
    expect((await step('rotations')).said).toEqual(['Nora Bell 2027-07-01 rotation 1']);
    expect(await step('requirements')).toMatchObject({
      ...{ state: 'done', said: [''] },
      lines: [{ newcomers: 1, set: { title: 'Requirements under test', version: 1, binds: true } }],
    });

    const invited = await coordinator.post(`${here.base}/people/${id}/access-links`, {});
    expect(invited.status).toBe(201);
    const seen = { name: 'Nora Bell', email: 'nora@roll.example', baseSpecialty: '' };
    const named = { name: seen.name, email: seen.email, baseSpecialty: 'Neurology', seen };
    expect((await coordinator.put(`${here.base}/people/${id}`, { body: named })).status).toBe(200);
    const cohort = { body: { cohort: COHORT } };
    expect((await coordinator.put(`${here.base}/trainings/${roleId}/cohort`, cohort)).status).toBe(200);
    await post(coordinator, '/rotations', {
      ...{ id: uuidv7(), fellowId: id, siteId: here.program.siteId, name: 'Orientation' },
      ...{ fromOn: '2027-07-01', toOn: '2027-07-28', service: 50 },
    });
    expect((await step('newcomers')).said).toEqual(['Nora Bell 2027-07-01 accept 1']);
    // Valid in June, and about to expire on the first day.
    const license = {
      kind: 'training-license',
      issuer: 'Board of Northland (invented)',
      standing: 'granted',
    };
    const held = { id: uuidv7(), ...license, expiresOn: '2027-09-20' };
    await post(coordinator, `/fellows/${id}/qualifications`, held);
    expect((await step('newcomers')).said).toEqual(['Nora Bell 2027-07-01 accept 1 qualifications 1']);
    const at = `${here.base}/fellows/${id}/qualifications/${held.id}`;
    const longer = { revision: 1, body: { ...license, expiresOn: '2028-09-20' } };
    expect((await coordinator.put(at, longer)).status).toBe(200);
    expect((await step('newcomers')).said).toEqual(['Nora Bell 2027-07-01 accept 1']);
    expect((await step('rotations')).state).toBe('done');
    expect((await step('requirements')).lines[0]).toMatchObject({ cohort: COHORT, newcomers: 1 });
  });

  it('tells of a catalogue that is not the newest', async () => {
    expect((await step('catalogue')).state).toBe('done');
    await here.server.write('test', (tx) =>
      tx.manager.update(ProgramRow, { id: here.program.id }, { catalogueEdition: '2026.2' }),
    );
    expect(await step('catalogue')).toMatchObject({
      ...{ state: 'open', lines: [{ edition: '2026.2', newest: '2026.3' }], said: ['edition 1'] },
    });
  });

  it('is read by as many statements however many come and leave', async () => {
    const director = await here.server.as(here.people.director);
    const counted = async () => (await trafficOf(here.server, () => director.get(path))).statements.length;
    const before = await counted();
    for (const nth of [1, 2, 3]) {
      const role = { id: uuidv7(), role: 'fellow', fromOn: '2027-07-01', toOn: '2027-08-20' };
      await post(director, '/people', {
        id: uuidv7(),
        name: `New ${nth}`,
        email: `n${nth}@roll.example`,
        role,
      });
    }
    expect((await read()).steps[0]?.lines).toHaveLength(5);
    expect(await counted()).toBe(before);
  });

  it('is for director and coordinator of the program, and names nobody of another one', async () => {
    for (const who of ['fellow', 'supervisor', 'staff'] as const) {
      const client = await here.server.as(here.people[who]);
      expect((await client.get(path)).status).toBe(403);
    }
    const elsewhere = await here.server.program('roll-other');
    const stranger = await here.server.as(elsewhere.people.director);
    expect((await stranger.get(path)).status).toBe(404);
    const own = (await stranger.get<RollOverView>(`/programs/${elsewhere.id}/roll-over`)).body;
    expect(JSON.stringify(own)).not.toContain('Nora Bell');
    const ids = Object.values(elsewhere.people).map(({ id }) => id as string);
    const named = own.steps.flatMap(({ lines }) => lines.flatMap(({ person }) => person?.id ?? []));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('leaves a graduate the own log to read, and letters and receipts to take along', async () => {
    const { fellow } = here.people;
    const director = await here.server.as(here.people.director);
    const draft = await director.get<LetterDraftView>(
      `${here.base}/fellows/${fellow.id}/letter-draft?kind=record`,
    );
    const { id: letterId } = await post(director, `/fellows/${fellow.id}/letters`, {
      ...{ id: uuidv7(), kind: 'record', shownDigest: draft.body.digest, attestation: 'So it is.' },
      ...{ password: PASSWORD, statementVersion: 1 },
    });
    await here.server.app.get(Checkpoints).signAll();
    here.server.setClock(Date.parse('2035-01-01T12:00:00Z'));
    const graduate = await here.server.as(fellow);
    const list = await graduate.get<{ entries: EntryView[] }>(`${here.base}/entries`);
    const approved = list.body.entries.find(({ state }) => state === 'approved');
    for (const at of [
      `/entries/${approved?.id}`,
      `/entries/${approved?.id}/receipt`,
      '/letters',
      `/letters/${letterId}/credential`,
      `/letters/${letterId}/pdf`,
    ])
      expect([at, (await graduate.get(`${here.base}${at}`)).status]).toEqual([at, 200]);
    expect((await graduate.get(path)).status).toBe(403);
  });
});
