import type { Problem } from '@countersign/contracts/problems';
import { EventRow } from '../db/event.row';
import { CredentialRow, PersonRow } from '../people/person.row';
import type { NewPerson } from '../programs/set-up-program';
import { statementsOf } from '../testing/count-statements';
import { NOON, PASSWORD, type TestProgram } from '../testing/test-program';
import { setIn, told } from '../testing/told';
import { TestServer } from '../testing/test-server';
import { PasswordStrategy } from './password-strategy';
import { SignIn } from './sign-in';

const LOCK_MS = 15 * 60_000;

describe('Somebody tries passwords', () => {
  let server: TestServer;
  let program: TestProgram;

  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    server.setClock(NOON);
    program = await server.program(`tries-${expect.getState().currentTestName?.length}`);
  });

  const attempt = ({ email }: Pick<NewPerson, 'email'>, password = PASSWORD) =>
    server.client().post<Problem>('/session', { body: { email, password } });
  const wrong = (person: Pick<NewPerson, 'email'>) => attempt(person, 'not this one');
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

  it('and the fifth wrong one locks the account for 15 minutes, for the right one too, with the same answer', async () => {
    const person = program.people.fellow;
    const answers = [];
    for (let tries = 0; tries < 5; tries += 1) answers.push(await wrong(person));
    answers.push(await attempt(person));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.code} ${body.title}`)).size).toBe(1);
    server.setClock(NOON + LOCK_MS - 1);
    expect((await attempt(person)).status).toBe(401);
    server.setClock(NOON + LOCK_MS);
    expect((await attempt(person)).status).toBe(201);
    expect(await rowOf(person)).toMatchObject({ failures: 0, lockedUntil: null });
  });

  it('and many at once count as many one after another: nothing slips past the lock, and no success takes it away', async () => {
    const person = program.people.coordinator;
    const storm = Array.from({ length: 30 }, (_, nth) => (nth === 20 ? attempt(person) : wrong(person)));
    await Promise.all(storm);
    expect((await rowOf(person)).lockedUntil).toBe(NOON + LOCK_MS);
    const told = (await eventsOf(`person:${person.id}`)).map(({ action }) => action);
    const beforeLock = told.slice(0, told.indexOf('person.locked'));
    const sinceReset = beforeLock.slice(beforeLock.indexOf('sign-in.count-reset') + 1);
    expect(sinceReset.filter((action) => action === 'sign-in.failed')).toHaveLength(4);
    expect(told.filter((action) => action === 'person.locked')).toHaveLength(1);
  });

  it('and a password that was found right before the account was locked opens nothing after', async () => {
    const person = program.people.director;
    const personId = await server.app.get(PasswordStrategy).validate(person.email, PASSWORD);
    for (let tries = 0; tries < 5; tries += 1) await wrong(person);
    expect(await server.write('anonymous', (tx) => server.app.get(SignIn).open(tx, personId))).toBeNull();
    expect((await rowOf(person)).lockedUntil).toBe(NOON + LOCK_MS);
  });

  it('and every refusal is the same work: unknown, wrong, locked, disabled', async () => {
    const [locked, disabled] = [program.people.supervisor, program.people.otherSupervisor];
    for (let tries = 0; tries < 5; tries += 1) await wrong(locked);
    await server.write('test', async ({ manager }) => {
      await manager.update(PersonRow, { id: disabled.id }, { disabledAt: NOON });
    });
    const kinds: (() => Promise<unknown>)[] = [
      () => wrong({ email: 'nobody@example.org' }),
      () => wrong(program.people.otherFellow),
      () => wrong(locked),
      () => wrong(disabled),
      () => attempt(locked),
      () => attempt(disabled),
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
    expect(work[0]).toContain('INSERT');
  });

  it('and the log tells what became of the account, by whom it is known, and never what was typed', async () => {
    const person = program.people.otherFellow;
    await wrong(person);
    await attempt(person);
    for (let tries = 0; tries < 5; tries += 1) await wrong(person);
    await attempt(person);
    const none = { failures: 0, lockedUntil: null };
    const by = { actorId: 'anonymous', data: {} };
    const failed = (failures: number) => ({
      ...{ action: 'sign-in.failed', ...by },
      credential: [{ failures, lockedUntil: null }],
    });
    const reset = { action: 'sign-in.count-reset', actorId: person.id, data: {}, credential: [none] };
    expect((await eventsOf(`person:${person.id}`)).slice(1)).toEqual([
      failed(1),
      reset,
      failed(1),
      failed(2),
      failed(3),
      failed(4),
      {
        ...{ action: 'person.locked', ...by },
        credential: [{ failures: 0, lockedUntil: NOON + LOCK_MS }],
      },
      { action: 'sign-in.refused', ...by, data: { reason: 'locked' }, credential: [] },
    ]);
    await attempt({ email: 'typed.by.mistake@example.org' }, 'a secret of somebody');
    const all = await server.read((manager) => manager.findBy(EventRow, { logId: 'installation' }));
    const text = all.map(({ body }) => body).join('\\n');
    for (const secret of [PASSWORD, 'not this one', 'a secret of somebody', 'typed.by.mistake'])
      expect(text).not.toContain(secret);
    expect((await eventsOf('person:unknown')).at(-1)).toEqual({
      action: 'sign-in.refused',
      actorId: 'anonymous',
      data: { reason: 'unknown' },
      credential: [],
    });
  });
});
