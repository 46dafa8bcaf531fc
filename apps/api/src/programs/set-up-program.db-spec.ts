import { EventRow } from '../db/event.row';
import { digestOf, sealedWith } from '../db/salt';
import { CredentialRow, PersonRow } from '../people/person.row';
import { programUnderTest } from '../testing/program-under-test';
import { PASSWORD } from '../testing/test-program';
import { setIn } from '../testing/told';
import { verifyChainOf } from '../testing/verify-chain';

describe('The log of a program begins with how it was set up', () => {
  const here = programUnderTest('set-up');
  let events: EventRow[];

  beforeAll(async () => {
    events = await here.server.read((manager) =>
      manager.find(EventRow, { where: { logId: here.program.id }, order: { seq: 'ASC' } }),
    );
  });

  const set = (action: string, table: string) =>
    events.filter((event) => event.action === action).flatMap((event) => setIn(event, table));

  it('one event for every row, in a chain without gap', () => {
    expect(verifyChainOf(events)).toEqual([]);
    const counts: Record<string, number> = {};
    for (const { action } of events) counts[action] = (counts[action] ?? 0) + 1;
    expect(counts).toEqual({
      'epoch.began': 1,
      'program.set-up': 1,
      'role.given': 7,
      'site.added': 2,
      'rotation.planned': 1,
      'requirements.published': 1,
    });
  });

  it('with all that was set up: who, in which role from when to when, where, on which schedule', () => {
    const { fellow } = here.program.people;
    expect(set('role.given', 'role_held')).toContainEqual({
      ...{ personId: fellow.id, role: 'fellow', fromOn: '2025-01-01', toOn: '2027-06-30', cohort: null },
    });
    expect(set('site.added', 'site')).toContainEqual({ name: 'Main site', setting: 'asc' });
    expect(set('rotation.planned', 'rotation')).toEqual([
      { ...here.program.given.rotations[0], procedureDays: null },
    ]);
    expect(set('requirements.published', 'requirement_set')).toMatchObject([
      { body: { id: here.program.given.requirements.id } },
    ]);
  });

  it('while the log of the installation has the people, their names and addresses sealed', async () => {
    const { fellow } = here.program.people;
    const { added, row, credential } = await here.server.read(async (manager) => ({
      added: await manager.findOneByOrFail(EventRow, {
        logId: 'installation',
        object: `person:${fellow.id}`,
      }),
      row: await manager.findOneByOrFail(PersonRow, { id: fellow.id }),
      credential: await manager.findOneByOrFail(CredentialRow, { personId: fellow.id }),
    }));
    expect([added.action, setIn(added, 'person')]).toMatchObject([
      'person.added',
      [
        {
          name: sealedWith(fellow.name, row.salt),
          email: sealedWith(fellow.email, row.salt),
          baseSpecialty: 'Anesthesiology',
        },
      ],
    ]);
    expect(setIn(added, 'credential')).toMatchObject([{ secret: `sha256:${digestOf(credential.secret)}` }]);
    const all = await here.server.read((manager) => manager.find(EventRow));
    const text = all.map(({ body }) => body).join('\n');
    for (const secret of [fellow.name, fellow.email, row.salt]) expect(text).not.toContain(secret);
  });

  it('and no log has any password or what comes of one', async () => {
    const all = await here.server.read((manager) => manager.find(EventRow));
    const text = all.map((event) => event.body).join('\n');
    expect(text).not.toContain('argon2');
    expect(text).not.toContain(PASSWORD);
  });
});
