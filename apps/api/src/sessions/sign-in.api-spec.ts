import type { Problem } from '@countersign/contracts/problems';
import { EventRow } from '../db/event.row';
import { Timers } from '../followers/timers';
import { CredentialRow, PersonRow } from '../people/person.row';
import type { NewPerson } from '../programs/set-up-program';
import { statementsOf } from '../testing/count-statements';
import { NOON, PASSWORD, type TestProgram } from '../testing/test-program';
import { setIn, told } from '../testing/told';
import { TestServer } from '../testing/test-server';
import { Pauses } from './pauses';
import { SignIn } from './sign-in';

describe('Somebody tries passwords', () => {
  let server: TestServer;
  let program: TestProgram;
  let waits: number[];

  beforeAll(async () => {
    server = await TestServer.start({ trustedProxies: ['loopback'] });
    server.app.get(Pauses).wait = (ms) => Promise.resolve(void waits.push(ms));
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    server.setClock(NOON);
    waits = [];
    program = await server.program(`tries-${expect.getState().currentTestName?.length}`);
  });

  const attempt = ({ email }: Pick<NewPerson, 'email'>, password = PASSWORD, from = '192.0.2.1') =>
    server.client().post<Problem>('/session', {
      body: { email, password },
      headers: { 'x-forwarded-for': from },
    });
  const wrong = (person: Pick<NewPerson, 'email'>, from?: string) => attempt(person, 'not this one', from);
  const rowOf = ({ id: personId }: NewPerson) =>
    server.read((manager) => manager.findOneByOrFail(CredentialRow, { personId }));
  const eventsOf = async (object: string) => {
    const events = await server.read((manager) =>
      manager.find(EventRow, { where: { logId: 'installation', object }, order: { seq: 'ASC' } }),
    );
    return events.map((event) => {
      const { action, actorId } = event;
      return { action, actorId, data: told(event).data, credential: setIn(event, 'credential') };
    });
  };

  it('and each wrong one makes the next wait longer, and the right one always opens', async () => {
    const person = program.people.fellow;
    const answers = [];
    for (let tries = 0; tries < 10; tries += 1) answers.push(await wrong(person));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.code} ${body.title}`)).size).toBe(1);
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 4000]);
    expect((await attempt(person)).status).toBe(201);
    expect(await rowOf(person)).toMatchObject({ failures: 0, untold: 0 });
    waits = [];
    await wrong(person);
    expect(waits).toEqual([]);
  });

  it('and an unknown e-mail waits as long as a known one', async () => {
    const waitsOf = async (person: Pick<NewPerson, 'email'>) => {
      waits = [];
      for (let tries = 0; tries < 8; tries += 1) await wrong(person, '192.0.2.9');
      return waits;
    };
    const known = await waitsOf(program.people.supervisor);
    expect(await waitsOf({ email: 'no.such.person@example.org' })).toEqual(known);
    expect(known).toHaveLength(4);
  });

  it('and many at once are all counted, while nobody else is held up', async () => {
    const person = program.people.coordinator;
    await Promise.all(Array.from({ length: 30 }, (_, nth) => wrong(person, `198.51.100.${nth}`)));
    expect((await rowOf(person)).failures).toBe(30);
    expect((await attempt(person, PASSWORD, '203.0.113.7')).status).toBe(201);
    expect((await attempt(program.people.director)).status).toBe(201);
  });

  it('and an address that tries on is told when to come back; a colleague behind it signs in meanwhile', async () => {
    const [person, from] = [program.people.fellow, '203.0.113.50'];
    const first = await wrong(person, from);
    expect(first.headers.get('ratelimit')).toBe('"sign-in";r=59;t=60');
    expect(first.headers.get('ratelimit-policy')).toBe('"sign-in";q=60;w=60');
    for (let tries = 1; tries < 60; tries += 1) await wrong(person, from);
    server.setClock(NOON + 15_000);
    const over = await attempt(person, PASSWORD, from);
    expect([over.status, over.body.code, over.body.values]).toEqual([
      429,
      'session/too-many-tries',
      { seconds: 45 },
    ]);
    expect(over.headers.get('retry-after')).toBe('45');
    expect((await attempt(program.people.otherFellow, PASSWORD, from)).status).toBe(201);
    expect((await attempt(person, PASSWORD, '203.0.113.51')).status).toBe(201);
    server.setClock(NOON + 60_000);
    expect((await attempt(person, PASSWORD, from)).status).toBe(201);
  });

  it('and a closed account opens nothing, with the answer of a wrong password', async () => {
    const person = program.people.director;
    await server.write('test', async ({ manager }) => {
      await manager.update(PersonRow, { id: person.id }, { disabledAt: NOON });
    });
    expect((await attempt(person)).body.code).toBe('session/wrong-credentials');
    expect(await server.write('anonymous', (tx) => server.app.get(SignIn).open(tx, person.id))).toEqual({
      refused: 'session/wrong-credentials',
    });
  });

  it('and every refusal is the same work: unknown or wrong', async () => {
    const kinds: (() => Promise<unknown>)[] = [
      () => wrong({ email: 'nobody@example.org' }),
      () => wrong(program.people.otherFellow),
      () => wrong(program.people.supervisor),
    ];
    const work: string[] = [];
    for (const kind of kinds) {
      const statements = await statementsOf(server, kind);
      work.push(
        statements
          .map((statement) => statement.split(' ')[0])
          .sort()
          .join(' '),
      );
    }
    expect(new Set(work).size).toBe(1);
    expect(work[0]).toContain('UPDATE');
  });

  it('and the log tells how many at the next right one or once an hour, and never what was typed', async () => {
    const person = program.people.otherFellow;
    for (let tries = 0; tries < 4; tries += 1) await wrong(person);
    expect((await eventsOf(`person:${person.id}`)).slice(1)).toEqual([]);
    await attempt(person);
    const tried = (tries: number) => ({
      ...{ action: 'sign-in.tried', actorId: 'anonymous', data: { tries }, credential: [] },
    });
    expect((await eventsOf(`person:${person.id}`)).slice(1)).toEqual([tried(4)]);
    for (let tries = 0; tries < 3; tries += 1) await wrong(person);
    await attempt({ email: 'typed.by.mistake@example.org' }, 'a secret of somebody');
    for (const hours of [1, 2, 3]) {
      server.setClock(NOON + hours * 3_600_000);
      await server.app.get(Timers).catchUp();
    }
    expect((await eventsOf(`person:${person.id}`)).slice(1)).toEqual([tried(4), tried(3)]);
    expect((await eventsOf('person:unknown')).length).toBe(1);
    const all = await server.read((manager) => manager.findBy(EventRow, { logId: 'installation' }));
    const text = all.map(({ body }) => body).join('\\n');
    for (const secret of [PASSWORD, 'not this one', 'a secret of somebody', 'typed.by.mistake'])
      expect(text).not.toContain(secret);
  });
});
