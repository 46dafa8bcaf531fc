import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { EntryView } from '@countersign/contracts/entries/views';
import { Catalogues } from '../catalogue/catalogues';
import { DemoUseCases } from '../demo/demo-use-cases';
import { createDemoYear } from '../demo/demo-year';
import { EntryRow, EntryVersionRow } from '../entries/entry.row';
import { CredentialRow, PersonRow, RoleRow } from '../people/person.row';
import { SiteRow } from '../programs/program.row';
import { SessionRow } from '../sessions/session.row';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi, type TestProgram } from '../testing/test-program';
import { TestServer } from '../testing/test-server';
import { checkLog } from './check-log';
import { EventRow, LogHeadRow } from './event.row';

/** Weeks of the demo that are made; some entries are approved, returned, sent again and waiting by then. */
const WEEKS = 4;

/** What no log holds: it may be lost, or follows from what the log holds. */
const leftOut = ['session.seenAt', 'text.salt', 'text.body', 'person.salt', 'entry_procedure'];

describe('A log that is replayed', () => {
  const here = programUnderTest('replay');

  beforeAll(async () => {
    await everyAct(here.server, here.program);
    await createDemoYear(here.server.app.get(DemoUseCases), here.server.app.get(Catalogues), {
      ...{ seed: 7, now: NOON, weeks: WEEKS, progress: () => undefined },
    });
  }, 300_000);

  const logs = () => here.server.read((manager) => manager.find(LogHeadRow));
  const differences = async (logId: string) =>
    (await here.server.read((manager) => checkLog(manager, logId))).differences;

  it('gives every table as it is after every act, but for what is volatile or derived', async () => {
    const heads = await logs();
    expect(heads).toHaveLength(3);
    for (const { logId } of heads) {
      const check = await here.server.read((manager) => checkLog(manager, logId));
      expect([check.report.findings, check.differences]).toEqual([[], []]);
      expect(check.report.size).toBeGreaterThan(20);
    }
    const bodies = (await here.server.read((manager) => manager.find(EventRow)))
      .map(({ body }) => body)
      .join();
    for (const name of ['seenAt', 'salt', 'entry_procedure'])
      expect([leftOut.some((one) => one.includes(name)), bodies.includes(`"${name}"`)]).toEqual([
        true,
        false,
      ]);
  });

  it('has seen every kind of act', async () => {
    const names = await here.server.read((manager) =>
      manager
        .createQueryBuilder(EventRow, 'event')
        .select('DISTINCT event.action', 'action')
        .getRawMany<{ action: string }>(),
    );
    expect(names.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        ...['entry.drafted', 'entry.edited', 'entry.submitted', 'entry.returned', 'entry.decision-undone'],
        ...['entry.approved', 'entry.amended', 'entry.withdrawn', 'entry.voided', 'session.opened'],
        ...['session.closed', 'sign-in.tried'],
      ]),
    );
  });

  /** Does harm past the log, looks what is found, and takes it back with the transaction. */
  const found = async (logId: string, harm: (manager: EntityManager) => Promise<unknown>) => {
    let lines: readonly string[] = [];
    const undone = here.server.write('test', async ({ manager }) => {
      await harm(manager);
      lines = (await checkLog(manager, logId)).differences.map(
        ({ table, key, column, found: there }) =>
          `${table} ${key}: ${column ?? (there === null ? 'is not there' : 'is not in the log')}`,
      );
      throw new Error('taken back');
    });
    await expect(undone).rejects.toThrow('taken back');
    return lines;
  };

  it.each<[string, new () => ObjectLiteral, object, RegExp]>([
    ['a state', EntryRow, { state: 'approved' }, /^entry .*: state$/],
    ['a content', EntryVersionRow, { lateDays: 99 }, /^entry_version .*: lateDays$/],
    ['a role', RoleRow, { toOn: '2099-01-01' }, /^role_held .*: toOn$/],
    ['a name', PersonRow, { name: 'Somebody Else' }, /^person .*: name$/],
    ['a password', CredentialRow, { secret: 'x' }, /^credential .*: secret$/],
    ['a session', SessionRow, { endsAt: 1 }, /^session .*: endsAt$/],
  ])('finds that %s was changed past it', async (_name, row, set, line) => {
    const logId = [PersonRow, CredentialRow, SessionRow].includes(row as never)
      ? 'installation'
      : here.program.id;
    expect(await found(logId, (manager) => one(manager, row, set, logId))).toEqual([
      expect.stringMatching(line),
    ]);
  });

  it('finds a row that came or went past it, and minds nothing volatile', async () => {
    const site = { programId: here.program.id, id: 'past', name: 'Past the log', setting: 'asc' };
    expect(await found(here.program.id, (manager) => manager.insert(SiteRow, site))).toEqual([
      expect.stringMatching(/^site .*past.*: is not in the log$/),
    ]);
    const gone = (manager: EntityManager) =>
      manager.delete(RoleRow, { personId: here.program.people.fellow.id });
    expect(await found(here.program.id, gone)).toEqual([
      expect.stringMatching(/^role_held .*: is not there$/),
    ]);
    expect(
      await found('installation', (manager) => one(manager, SessionRow, { seenAt: 1 }, 'installation')),
    ).toEqual([]);
    expect(await differences(here.program.id)).toEqual([]);
  });
});

/** Changes one row of a table that belongs to a log, whichever. */
async function one(
  manager: EntityManager,
  ...[row, set, logId]: [new () => ObjectLiteral, object, string]
): Promise<void> {
  const where = logId === 'installation' ? {} : { programId: logId };
  const first: ObjectLiteral = await manager.findOneOrFail(row, { where });
  const keys = manager.connection.getMetadata(row).primaryColumns.map(({ propertyName }) => propertyName);
  await manager.update(row, Object.fromEntries(keys.map((name) => [name, first[name] as string])), set);
}

/** Everything that people can do, by the routes they do it with. */
async function everyAct(server: TestServer, program: TestProgram): Promise<void> {
  const { people, id: programId } = program;
  const fellow = await server.as(people.fellow);
  const supervisor = await server.as(people.supervisor);
  const entries = `/programs/${programId}/entries`;
  const texts = { caseLabel: 'Room 3', reflection: 'Next time slower.' };
  const body = (change: object = {}) => entryBody(program, { ...texts, ...change });
  const { id, ...again } = body({ then: 'keep' });
  const path = `${entries}/${id}`;
  await fellow.post(entries, { body: { id, ...again } });
  await fellow.put(path, { revision: 1, body: { ...again, caseLabel: 'Room 4' } });
  await fellow.put(path, { revision: 2, body: { ...again, then: 'submit' } });
  await supervisor.post(`${path}/return`, {
    revision: 3,
    body: { reasonCode: 'wrong-role', reasonText: 'You assisted.' },
  });
  await supervisor.post(`${path}/undo`, { revision: 4 });
  await fellow.post(`${path}/withdrawal`, { revision: 5 });
  const aborted = tfesi({ outcome: 'aborted', abortedReason: 'No access.' });
  await fellow.put(path, { revision: 6, body: { ...again, procedures: [aborted], then: 'submit' } });
  await supervisor.post(`${path}/approval`, {
    revision: 7,
    body: { help: 2, nextTime: 3, keepDoing: 'Calm.', nextTimeText: 'Plan the entry point.' },
  });
  await fellow.post(`${path}/amendments`, {
    revision: 8,
    body: { ...again, painCategory: 'cancer', then: 'submit' },
  });
  const { body: draft } = await fellow.post<EntryView>(entries, { body: body({ then: 'keep' }) });
  await fellow.post(`${entries}/${draft.id}/void`, { revision: 1, body: { reason: 'Logged twice' } });
  for (const password of ['wrong', 'wrong'])
    await server.client().post('/session', { body: { email: people.otherFellow.email, password } });
  await server.as(people.otherFellow);
  for (let nth = 0; nth < 6; nth += 1)
    await server.client().post('/session', { body: { email: people.director.email, password: 'wrong' } });
  await (await server.as(people.coordinator)).delete('/session');
  const { revision } = (await fellow.get<EntryView>(path)).body;
  if (revision !== 9) throw new Error(`an act was refused: the entry stands at revision ${revision}`);
}
