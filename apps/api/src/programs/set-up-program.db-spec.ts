import { EventRow } from '../db/event.row';
import { PASSWORD, type TestProgram } from '../testing/test-program';
import { TestServer } from '../testing/test-server';
import { verifyChainOf } from '../testing/verify-chain';

describe('The log of a program begins with how it was set up', () => {
  let server: TestServer;
  let program: TestProgram;
  let events: EventRow[];

  beforeAll(async () => {
    server = await TestServer.start();
    program = await server.program('set-up');
    events = await server.read((manager) =>
      manager.find(EventRow, { where: { logId: program.id }, order: { seq: 'ASC' } }),
    );
  });
  afterAll(() => server.stop());

  const told = (action: string) =>
    events
      .filter((event) => event.action === action)
      .map((event) => (JSON.parse(event.body) as { data: { old: null; new: Record<string, unknown> } }).data);

  it('one event for every row, in a chain without gap', () => {
    expect(verifyChainOf(events)).toEqual([]);
    const counts: Record<string, number> = {};
    for (const { action } of events) counts[action] = (counts[action] ?? 0) + 1;
    expect(counts).toEqual({
      'program.set-up': 1,
      'person.added': 6,
      'role.given': 6,
      'site.added': 2,
      'rotation.planned': 1,
      'requirements.published': 1,
    });
  });

  it('with all that was set up: who, in which role from when to when, where, on which schedule', () => {
    const { fellow } = program.people;
    expect(told('person.added')).toContainEqual({
      old: null,
      new: { name: fellow.name, email: fellow.email, baseSpecialty: 'Anesthesiology', hasPassword: true },
    });
    expect(told('role.given')).toContainEqual({
      old: null,
      new: { personId: fellow.id, role: 'fellow', fromOn: '2025-01-01', toOn: '2027-06-30' },
    });
    expect(told('site.added')).toContainEqual({ old: null, new: { name: 'Main site', setting: 'asc' } });
    expect(told('rotation.planned')).toEqual([{ old: null, new: program.given.rotations[0] }]);
    expect(told('requirements.published')[0]?.new).toMatchObject({
      body: { id: program.given.requirements.id },
    });
  });

  it('and without any password or what comes of one', () => {
    const text = events.map((event) => event.body).join('\n');
    expect(text).not.toContain('argon2');
    expect(text).not.toContain(PASSWORD);
  });
});
