import { DataSource, type ObjectLiteral } from 'typeorm';
import { PersonRow } from '../people/person.row';
import { ProgramRow, SiteRow } from '../programs/program.row';
import { rows } from '../rows';
import { createTestDatabase } from '../testing/test-database';
import { TestServer } from '../testing/test-server';
import { setIn } from '../testing/told';
import { nameless } from './context';
import { dataSourceOptions } from './data-source';
import { EventRow } from './event.row';
import { loggedTable } from './logged';
import { programUnderTest } from '../testing/program-under-test';

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
      'act',
      'entry_procedure',
      'event',
      'follower_cursor',
      'follower_dead_letter',
      'job_run',
      'log_checkpoint',
      'log_head',
      'mail',
      'notice',
      'signing_question',
      'stopped_text',
    ],
  ]);
});

describe('A change of a row', () => {
  const here = programUnderTest('logged');

  const newest = async (logId: string): Promise<EventRow> => {
    const [event] = await here.server.read((manager) =>
      manager.find(EventRow, { where: { logId }, order: { seq: 'DESC' }, take: 1 }),
    );
    if (!event) throw new Error('the log is empty');
    return event;
  };
  const siteKey = () => ({ programId: here.program.id, id: here.program.siteId });

  it('that no event tells of is refused at the commit, and nothing is kept', async () => {
    const before = await newest(here.program.id);
    for (const act of [
      (tx: TestTx) => tx.update(SiteRow, siteKey(), { name: 'Nobody knows' }),
      (tx: TestTx) =>
        tx.insert(SiteRow, { programId: here.program.id, id: 'new', name: 'New', setting: 'asc' }),
      (tx: TestTx) => tx.remove(SiteRow, { programId: here.program.id, id: 'other' }),
    ]) {
      const write = here.server.db.write(nameless('test'), async (tx) => {
        await tx.insert(SiteRow, { programId: here.program.id, id: 'other', name: 'Other', setting: 'asc' });
        tx.record('site.added', { programId: here.program.id, id: 'other' }, {});
        await act(tx);
      });
      await expect(write).rejects.toThrow('no event was recorded for ["site",');
    }
    expect(await newest(here.program.id)).toEqual(before);
    const sites = await here.server.read((manager) =>
      manager.findBy(SiteRow, { programId: here.program.id }),
    );
    expect(sites.map(({ name }) => name)).not.toContain('Other');
  });

  it('goes to the next event of its own log, whatever other logs record meanwhile', async () => {
    await here.server.db.write(nameless('test'), async (tx) => {
      await tx.update(SiteRow, siteKey(), { name: 'Renamed' });
      await tx.update(PersonRow, { id: here.program.people.fellow.id }, { baseSpecialty: 'Neurology' });
      tx.record('person.changed', { id: here.program.people.fellow.id }, {});
      tx.record('site.added', siteKey(), {});
    });
    expect(setIn(await newest(here.program.id), 'site')).toEqual([{ name: 'Renamed' }]);
    expect(setIn(await newest('installation'), 'person')).toEqual([{ baseSpecialty: 'Neurology' }]);
  });

  it('that another came before, so that nothing was changed, is not told', async () => {
    await here.server.db.write(nameless('test'), async (tx) => {
      expect(await tx.update(SiteRow, { ...siteKey(), name: 'Not its name' }, { name: 'X' })).toBe(0);
      expect(await tx.remove(SiteRow, { ...siteKey(), name: 'Not its name' })).toBe(0);
      tx.record('site.added', siteKey(), {});
    });
    expect(setIn(await newest(here.program.id), 'site')).toEqual([]);
  });

  it('names its row by the whole key, or is refused', async () => {
    const many = here.server.db.write(nameless('test'), (tx) =>
      tx.update(SiteRow, { programId: here.program.id }, { setting: 'clinic' }),
    );
    await expect(many).rejects.toThrow('by its whole key');
    const gone = here.server.db.write(nameless('test'), (tx) =>
      tx.remove<ObjectLiteral>(ProgramRow, { name: here.program.given.program.name }),
    );
    await expect(gone).rejects.toThrow();
  });

  it('of a name is told under the salt that the person has', async () => {
    const { id } = here.program.people.fellow;
    await here.server.db.write(nameless('test'), async (tx) => {
      await tx.update(PersonRow, { id }, { name: 'Another Name' });
      tx.record('person.added', { id }, {});
    });
    expect(setIn(await newest('installation'), 'person')).toEqual([
      { name: expect.stringMatching(/^sealed:[0-9a-f]{64}$/) },
    ]);
  });
});

type TestTx = Parameters<Parameters<TestServer['db']['write']>[1]>[0];
