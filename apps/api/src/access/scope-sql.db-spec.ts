import fc from 'fast-check';
import {
  entriesToRead,
  entriesToReview,
  inScope,
  type Actor,
  type EntryField,
  type Role,
  type Scope,
} from '@countersign/domain/access';
import { entryStates } from '@countersign/domain/entry';
import { v7 as uuidv7 } from 'uuid';
import { EntryRow } from '../entries/entry.row';
import { NOON } from '../testing/test-program';
import { TestServer } from '../testing/test-server';
import type { TestProgram } from '../testing/test-program';
import { whereScope } from './scope-sql';

describe('A scope', () => {
  let server: TestServer;
  let programs: readonly TestProgram[];
  let stored: EntryRow[];

  beforeAll(async () => {
    server = await TestServer.start();
    programs = [await server.program('scope-one'), await server.program('scope-two')];
    stored = programs.flatMap(({ id: programId, people }) =>
      entryStates.flatMap((state) =>
        [people.fellow, people.otherFellow, people.supervisor].flatMap((fellow) =>
          [people.supervisor.id, people.otherSupervisor.id, null].flatMap((supervisorId, place) =>
            [null, 1, 2, 3].map((shownNumber) => ({
              programId,
              id: uuidv7(),
              fellowId: fellow.id,
              supervisorId,
              assignedId: [null, people.otherSupervisor.id, people.supervisor.id][place] ?? null,
              state,
              revision: 1,
              number: 1,
              approvedNumber: null,
              shownNumber,
              performedOn: '2026-11-01',
              submittedAt: [null, NOON, NOON + 1_000, NOON + 2_000][shownNumber ?? 0] ?? null,
              firstSubmittedAt: null,
              decision: null,
              correction: null,
              voidReason: null,
              createdAt: 1,
            })),
          ),
        ),
      ),
    );
    await server.write('test', async (tx) => void (await tx.manager.insert(EntryRow, stored)));
  });
  afterAll(() => server.stop());

  it('chooses the same rows in SQL as in the pure rule, for random people with random roles', async () => {
    const everybody = programs.flatMap(({ people }) => Object.values(people).map((person) => person.id));
    const actors: fc.Arbitrary<Actor> = fc.record({
      personId: fc.constantFrom(...everybody),
      roles: fc.array(
        fc.record({
          programId: fc.constantFrom(...programs.map(({ id }) => id)),
          role: fc.constantFrom<Role>('fellow', 'supervisor', 'director', 'coordinator'),
        }),
        { maxLength: 4 },
      ),
      standsInFor: fc.subarray(
        programs.map(({ id: programId, people }) => ({ programId, supervisorId: people.supervisor.id })),
      ),
      fallbackFor: fc.subarray(programs.map(({ id: programId }) => ({ programId, sentUntil: NOON + 1_000 }))),
    });
    const scopes = [entriesToRead, entriesToReview] as const;
    await fc.assert(
      fc.asyncProperty(
        actors,
        fc.constantFrom(...programs),
        fc.constantFrom(...scopes),
        async (actor, program, scopeOf) => {
          const scope = scopeOf(actor, program.id);
          expect(await chosen(scope)).toEqual(expected(scope));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('of nobody sees nothing, and an empty list of values matches nothing', async () => {
    expect(await chosen([])).toEqual([]);
    expect(await chosen([[{ field: 'state', in: [] }]])).toEqual([]);
    for (const isSet of [true, false]) {
      const either: Scope<EntryField> = [[{ field: 'assignedId', isSet }]];
      expect(await chosen(either)).toEqual(expected(either));
    }
    const unassigned: Scope<EntryField> = [
      [{ field: 'supervisorId', notIn: [programs[0]?.people.supervisor.id ?? ''] }],
    ];
    expect(await chosen(unassigned)).toEqual(expected(unassigned));
    expect(expected(unassigned).length).toBeGreaterThan(0);
  });

  async function chosen(scope: Scope<EntryField>): Promise<string[]> {
    const found = await server.read((manager) =>
      whereScope(manager.createQueryBuilder(EntryRow, 'entry'), scope).getMany(),
    );
    return found.map((row) => row.id).sort();
  }

  function expected(scope: Scope<EntryField>): string[] {
    return stored
      .filter((row) => inScope(scope, row))
      .map((row) => row.id)
      .sort();
  }
});
