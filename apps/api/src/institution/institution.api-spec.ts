import { v7 as uuidv7 } from 'uuid';
import type { LogEntryBody } from '@countersign/contracts/entries/bodies';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { InstitutionCountsView, OfficeCountView } from '@countersign/contracts/institution/views';
import { RoleRow } from '../people/person.row';
import { entryBody, NOON, type TestProgram } from '../testing/test-program';
import { TestServer } from '../testing/test-server';

const DAY = 86_400_000;
const visit: LogEntryBody['procedures'][number] = {
  ...{ itemId: 'exp-new-chronic-outpatient', levels: [], techniques: [], complications: [] },
  ...{ role: 'performed', supervision: 'direct' },
};
const stretch = { fromOn: '2025-01-01', toOn: '2027-06-30' };

describe('An institution’s education office', () => {
  let server: TestServer;
  let here: TestProgram;
  let large: TestProgram;
  let abroad: TestProgram;

  /** Makes the clinical staff of the first program the office of another one too. */
  const giveOffice = ({ id: programId }: TestProgram, toOn = stretch.toOn) =>
    server.write('installation', async (tx) => {
      const role = { programId, id: uuidv7(), personId: here.people.staff.id, role: 'institution' as const };
      await tx.insert(RoleRow, { ...role, ...stretch, toOn, cohort: null });
      tx.record('role.given', role, {});
    });

  type Decide = 'approval' | 'return';
  async function logMany(many: number, program: TestProgram, change: Partial<LogEntryBody>, decide?: Decide) {
    const fellow = await server.as(program.people.fellow);
    const supervisor = await server.as(program.people.supervisor);
    const path = `/programs/${program.id}/entries`;
    for (let nth = 0; nth < many; nth += 1) {
      const { body, status } = await fellow.post<EntryView>(path, { body: entryBody(program, change) });
      expect(status).toBe(201);
      if (decide === undefined) continue;
      const said = decide === 'approval' ? { help: 4 } : { reasonCode: 'duplicate' };
      const reply = await supervisor.post(`${path}/${body.id}/${decide}`, { revision: 1, body: said });
      expect(reply.status).toBe(200);
    }
  }
  const read = async (program = here) =>
    (await server.as(here.people.staff)).get<InstitutionCountsView>(
      `/programs/${program.id}/institution-counts`,
    );
  /** What is shown of a row, by column. */
  const shown = (counts: readonly OfficeCountView[] = []) =>
    Object.fromEntries(counts.flatMap(({ column, count }) => (count === undefined ? [] : [[column, count]])));

  beforeAll(async () => {
    server = await TestServer.start();
    server.setClock(NOON);
    const named = (institution: string) => (program: TestProgram) => ({
      ...program,
      given: { ...program.given, program: { ...program.given.program, institution } },
    });
    here = await server.program('office', named('Example University'));
    large = await server.program('large', named('example university '));
    abroad = await server.program('abroad', named('Another University'));
    for (const program of [here, abroad]) await giveOffice(program);
    await logMany(12, here, {}, 'approval');
    await logMany(2, here, { performedOn: '2026-05-20' }, 'approval');
    await logMany(1, here, { simulation: true }, 'approval');
    await logMany(1, here, { performedOn: '2025-11-01' }, 'approval');
    await logMany(1, here, {}, 'return');
    await logMany(1, here, {});
    await logMany(1, here, { then: 'keep' });
    await logMany(13, abroad, {}, 'approval');
    server.setClock(NOON + 2 * DAY);
  });
  afterAll(() => server.stop());

  it('sees its program’s numbers without the small ones, and nothing by which one could be worked out', async () => {
    const { body, status } = await read();
    expect(status).toBe(200);
    expect(body).toMatchObject({ institution: 'Example University', asOfOn: '2026-11-25' });
    const [program, ...others] = body.programs;
    expect(others).toEqual([]);
    expect(body.all).toBeUndefined();
    expect(program).toMatchObject({ name: 'Program office', fromOn: '2025-11-25', asOfOn: '2026-11-25' });
    // Seventeen were sent in twelve months, fifteen are approved; two that are not are hidden in no pair of sums.
    const numbers = shown(program?.counts);
    expect(numbers).toEqual({ logged: 17 });
    expect(program?.requirements).toHaveLength(1);
    expect(program?.requirements[0]).toMatchObject({ standing: 'example', binds: false });
    expect(JSON.stringify(body)).not.toMatch(/Fellow|Supervisor|Director|entryId|fellowId/);
  });

  it('sees larger numbers as they are, by kind, quarter and age', async () => {
    const office = async () => shown((await read(abroad)).body.programs[0]?.counts);
    server.setClock(NOON);
    await logMany(12, abroad, { performedOn: '2026-02-01' }, 'approval');
    await logMany(11, abroad, { procedures: [visit] }, 'approval');
    await logMany(11, abroad, {});
    server.setClock(NOON + 10 * DAY);
    await logMany(11, abroad, { performedOn: '2026-12-01' });
    const before = await office();
    expect(before).toMatchObject({ logged: 58, approved: 36, procedures: 25, other: 11, open: 22 });
    server.setClock(NOON + 2 * DAY);
    await logMany(11, abroad, { performedOn: '2026-06-01', simulation: true }, 'approval');
    await logMany(12, abroad, {}, 'return');
    const after = await office();
    expect(after).toMatchObject({ logged: 81, approved: 47, other: 22, open: 34 });
    for (const number of Object.values(after)) expect(number).toBeGreaterThanOrEqual(11);
  });

  it('sees several programs of the institution with their sum, but none in which it holds no role, and none of another', async () => {
    await giveOffice(large);
    await logMany(20, large, {}, 'approval');
    const { body } = await read();
    expect(body.programs.map(({ name }) => name)).toEqual(['Program large', 'Program office']);
    expect([undefined, 37]).toContain(shown(body.all)['logged']);
    expect((await read(abroad)).body.programs.map(({ name }) => name)).toEqual(['Program abroad']);
  });

  it('is another’s, or over: nothing is seen', async () => {
    const stranger = await server.as(large.people.coordinator);
    expect((await stranger.get(`/programs/${large.id}/institution-counts`)).status).toBe(403);
    expect((await stranger.get(`/programs/${here.id}/institution-counts`)).status).toBe(404);
  });

  it('is given and ended by the coordinator', async () => {
    const coordinator = await server.as(abroad.people.coordinator);
    const base = `/programs/${abroad.id}`;
    const id = uuidv7();
    const role = { id: uuidv7(), role: 'institution', fromOn: '2026-11-01', toOn: '2027-06-30' };
    const person = { id, name: 'Ola Berg', email: 'ola.berg@office.example', role };
    expect((await coordinator.post(`${base}/people`, { body: person })).status).toBe(201);
    const last = { fromOn: role.fromOn, toOn: '2026-11-24', seen: { fromOn: role.fromOn, toOn: role.toOn } };
    expect((await coordinator.put(`${base}/roles/${role.id}`, { body: last })).status).toBe(200);
    const staff = { ...role, id: uuidv7(), role: 'staff' };
    expect((await coordinator.post(`${base}/people/${id}/roles`, { body: staff })).status).toBe(201);
    const off = { ...last, seen: last.seen };
    expect((await coordinator.put(`${base}/roles/${staff.id}`, { body: off })).status).toBe(200);
  });
});
