import { DataSource, type ObjectLiteral } from 'typeorm';
import { PersonRow } from '../people/person.row';
import { ProgramRow, SiteRow } from '../programs/program.row';
import { rows } from '../rows';
import { createTestDatabase } from '../testing/test-database';
import type { TestProgram } from '../testing/test-program';
import { TestServer } from '../testing/test-server';
import { setIn } from '../testing/told';
import { nameless } from './context';
import { dataSourceOptions } from './data-source';
import { EventRow } from './event.row';
import { loggedTable } from './logged';

it('Every table says how its rows are logged, or why they are not', async () => {
  const database = await createTestDatabase();
  const source = await new DataSource(dataSourceOptions(database.settings, rows)).initialize();
  const unlogged = source.entityMetadatas.filter((table) => loggedTable(table) === null);
  const names = unlogged.map(({ tableName }) => tableName).sort();
  await source.destroy();
  await database.drop();
  // A table that declares nothing throws above; what is not logged is a decision that is read here.
  expect(names).toEqual([
    ...[
      'entry_procedure',
      'event',
      'follower_cursor',
      'follower_dead_letter',
      'job_run',
      'log_checkpoint',
      'log_head',
      'stopped_text',
    ],
  ]);
});

describe('A change of a row', () => {
  let server: TestServer;
  let program: TestProgram;

  beforeAll(async () => {
    server = await TestServer.start();
    program = await server.program('logged');
  });
  afterAll(() => server.stop());

  const newest = async (logId: string): Promise<EventRow> => {
    const [event] = await server.read((manager) =>
      manager.find(EventRow, { where: { logId }, order: { seq: 'DESC' }, take: 1 }),
    );
    if (!event) throw new Error('the log is empty');
    return event;
  };
  const siteKey = () => ({ programId: program.id, id: program.siteId });

  it('that no event tells of is refused at the commit, and nothing is kept', async () => {
    const before = await newest(program.id);
    for (const act of [
      (tx: TestTx) => tx.update(SiteRow, siteKey(), { name: 'Nobody knows' }),
      (tx: TestTx) => tx.insert(SiteRow, { programId: program.id, id: 'new', name: 'New', setting: 'asc' }),
      (tx: TestTx) => tx.remove(SiteRow, { programId: program.id, id: 'other' }),
    ]) {
      const write = server.db.write(nameless('test'), async (tx) => {
        await tx.insert(SiteRow, { programId: program.id, id: 'other', name: 'Other', setting: 'asc' });
        tx.record('site.added', { programId: program.id, id: 'other' }, {});
        await act(tx);
      });
      await expect(write).rejects.toThrow('no event was recorded for ["site",');
    }
    expect(await newest(program.id)).toEqual(before);
    const sites = await server.read((manager) => manager.findBy(SiteRow, { programId: program.id }));
    expect(sites.map(({ name }) => name)).not.toContain('Other');
  });

  it('goes to the next event of its own log, whatever other logs record meanwhile', async () => {
    await server.db.write(nameless('test'), async (tx) => {
      await tx.update(SiteRow, siteKey(), { name: 'Renamed' });
      await tx.update(PersonRow, { id: program.people.fellow.id }, { baseSpecialty: 'Neurology' });
      tx.record('sign-in.failed', { id: program.people.fellow.id }, {});
      tx.record('site.added', siteKey(), {});
    });
    expect(setIn(await newest(program.id), 'site')).toEqual([{ name: 'Renamed' }]);
    expect(setIn(await newest('installation'), 'person')).toEqual([{ baseSpecialty: 'Neurology' }]);
  });

  it('that another came before, so that nothing was changed, is not told', async () => {
    await server.db.write(nameless('test'), async (tx) => {
      expect(await tx.update(SiteRow, { ...siteKey(), name: 'Not its name' }, { name: 'X' })).toBe(0);
      expect(await tx.remove(SiteRow, { ...siteKey(), name: 'Not its name' })).toBe(0);
      tx.record('site.added', siteKey(), {});
    });
    expect(setIn(await newest(program.id), 'site')).toEqual([]);
  });

  it('names its row by the whole key, or is refused', async () => {
    const many = server.db.write(nameless('test'), (tx) =>
      tx.update(SiteRow, { programId: program.id }, { setting: 'clinic' }),
    );
    await expect(many).rejects.toThrow('by its whole key');
    const gone = server.db.write(nameless('test'), (tx) =>
      tx.remove<ObjectLiteral>(ProgramRow, { name: program.given.program.name }),
    );
    await expect(gone).rejects.toThrow();
  });

  it('of a name is told under the salt that the person has', async () => {
    const { id } = program.people.fellow;
    await server.db.write(nameless('test'), async (tx) => {
      await tx.update(PersonRow, { id }, { name: 'Another Name' });
      tx.record('person.added', { id }, {});
    });
    expect(setIn(await newest('installation'), 'person')).toEqual([
      { name: expect.stringMatching(/^sealed:[0-9a-f]{64}$/) },
    ]);
  });
});

type TestTx = Parameters<Parameters<TestServer['db']['write']>[1]>[0];
