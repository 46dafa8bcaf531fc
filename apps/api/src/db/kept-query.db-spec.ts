import { programUnderTest } from '../testing/program-under-test';
import { PersonRow, RoleRow } from '../people/person.row';
import { KeptQuery } from './kept-query';

describe('A query that is kept', () => {
  const here = programUnderTest('kept-query');

  const named = (built: { count: number }) =>
    new KeptQuery<{ ids: readonly string[]; role?: string }>((manager, values) => {
      built.count += 1;
      const people = manager
        .createQueryBuilder(PersonRow, 'person')
        .select('person.id', 'id')
        .where('person.id IN (:...ids)', values)
        .orderBy('person.id');
      if (values.role !== undefined)
        people.innerJoin(RoleRow, 'held', 'held.personId = person.id AND held.role = :role', values);
      return people;
    });
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

  it('finds for every length of a list what its values name, and each row once', async () => {
    const all = here.program.given.people.map(({ id }) => id).sort();
    const built = { count: 0 };
    const query = named(built);
    for (let length = 1; length <= all.length; length += 1) {
      const ids = all.slice(0, length);
      const rows = await here.server.read((manager) => query.run<{ id: string }>(manager, { ids }));
      expect(idsOf(rows)).toEqual(ids);
    }
    // Lists of one, of two, of up to four and of up to eight.
    expect(built.count).toBe(4);
  });

  it('is built once and answers for the values of each run', async () => {
    const built = { count: 0 };
    const query = named(built);
    const { fellow, supervisor } = here.program.people;
    const ids = [fellow.id, supervisor.id];
    for (const { role, id } of [
      { role: 'fellow', id: fellow.id },
      { role: 'supervisor', id: supervisor.id },
    ]) {
      const rows = await here.server.read((manager) => query.run<{ id: string }>(manager, { ids, role }));
      expect(idsOf(rows)).toEqual([id]);
    }
    expect(built.count).toBe(1);
    const both = await here.server.read((manager) => query.run<{ id: string }>(manager, { ids }));
    expect(idsOf(both)).toEqual([...ids].sort());
    expect(built.count).toBe(2);
  });

  it('has the rows of several parts one after another', async () => {
    const query = new KeptQuery<{ one: string; other: string }>((manager, { one, other }) =>
      [{ id: other }, { id: one }].map((where) =>
        manager
          .createQueryBuilder(PersonRow, 'person')
          .select('person.id', 'id')
          .where('person.id = :id', where),
      ),
    );
    const { fellow, supervisor } = here.program.people;
    const values = { one: fellow.id, other: supervisor.id };
    const rows = await here.server.read((manager) => query.run<{ id: string }>(manager, values));
    expect(idsOf(rows)).toEqual([supervisor.id, fellow.id]);
  });
});
