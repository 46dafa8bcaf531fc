import type { ImportTrialView } from '@countersign/contracts/people/roster-views';
import type { MembersView } from '@countersign/contracts/people/views';
import type { Problem } from '@countersign/contracts/problems';
import { v7 as uuidv7 } from 'uuid';
import { checkLog } from '../db/check-log';
import { programUnderTest } from '../testing/program-under-test';
import { NOON } from '../testing/test-program';

const DAYS = { fromOn: '2026-07-01', toOn: '2027-06-30' };

describe('A roster', () => {
  const here = programUnderTest('roster', 'coordinator', 'director');
  beforeEach(() => here.server.setClock(NOON));

  let nth = 0;
  const row = (change: object = {}) => {
    nth += 1;
    return { name: `Newcomer ${nth}`, email: `new${nth}@roster.example`, role: 'fellow', ...DAYS, ...change };
  };
  const look = async (rows: object[]) =>
    (await here.coordinator.post<ImportTrialView>(`${here.base}/roster-trials`, { body: { rows } })).body;
  const bringIn = (rows: object[], ready: number, id = uuidv7()) =>
    here.coordinator.post<MembersView & Problem>(`${here.base}/roster-imports`, {
      body: { id, rows, ready },
    });
  const undo = (id = '') =>
    here.coordinator.post<MembersView & Problem>(`${here.base}/roster-imports/${id}/undo`);
  const people = async () => (await here.coordinator.get<MembersView>(`${here.base}/people`)).body;

  it('is looked at without changing anything; then what is ready comes in, and the rest stays out', async () => {
    const rows = [
      row({ cohort: '2026–27' }),
      row({ role: 'attending' }),
      row({ toOn: '2027-06-31' }),
      row({ email: here.program.people.fellow.email }),
      row({ role: 'staff' }),
    ];
    const before = (await people()).people.length;
    const trial = await look(rows);
    expect(trial).toMatchObject({ ready: 2, wrong: 3 });
    expect(trial.rows.map(({ problem }) => problem?.fault)).toEqual([
      undefined,
      'role-unknown',
      'day-impossible',
      'held-already',
      undefined,
    ]);
    expect((await people()).people.length).toBe(before);
    expect((await bringIn(rows, 3)).body.code).toBe('people/changed');
    const id = uuidv7();
    for (let tries = 0; tries < 2; tries += 1) expect((await bringIn(rows, 2, id)).status).toBe(201);
    const seen = await people();
    expect(seen.people.length).toBe(before + 2);
    expect(seen.lastImport).toEqual({ id, at: NOON, count: 2 });
    expect(seen.people.find(({ email }) => email === rows[0]?.email)).toMatchObject({
      access: { state: 'none' },
      roles: [{ role: 'fellow', cohort: '2026–27', ...DAYS }],
    });
  });

  it('is taken back within 30 days, while nobody of it has begun', async () => {
    const before = (await people()).people.length;
    const { body } = await bringIn([row({ role: 'supervisor' })], 1);
    const id = body.lastImport?.id;
    here.server.setClock(NOON + 5 * 60_000);
    expect((await undo(id)).status).toBe(200);
    expect((await people()).people.length).toBe(before);
    expect((await undo(id)).body.code).toBe('people/import-over');
    const begun = row({ role: 'staff' });
    const other = (await bringIn([begun, row({ role: 'staff' })], 2)).body;
    const personId = other.people.find(({ email }) => email === begun.email)?.id;
    const link = await here.director.post<{ secret: string }>(`${here.base}/people/${personId}/access-links`);
    const chosen = { secret: link.body.secret, password: 'gravel teapot misses september' };
    expect((await here.server.client().post('/access-links/use', { body: chosen })).status).toBe(204);
    const refused = await undo(other.lastImport?.id);
    expect([refused.status, refused.body.code, refused.body.values]).toEqual([
      409,
      'people/import-in-use',
      { name: begun.name },
    ]);
    const fellow = row();
    const third = (await bringIn([fellow], 1)).body;
    const fellowId = third.people.find(({ email }) => email === fellow.email)?.id;
    const permit = {
      id: uuidv7(),
      kind: 'training-license',
      issuer: 'Board (invented)',
      standing: 'applied',
    };
    const path = `${here.base}/fellows/${fellowId}/qualifications`;
    expect((await here.director.post(path, { body: permit })).status).toBe(201);
    expect((await undo(third.lastImport?.id)).body.code).toBe('people/import-in-use');
    const late = (await bringIn([row()], 1)).body.lastImport?.id;
    here.server.setClock(NOON + 31 * 24 * 3_600_000);
    const coordinator = await here.server.as(here.program.people.coordinator);
    const over = await coordinator.post<Problem>(`${here.base}/roster-imports/${late}/undo`);
    expect(over.body.code).toBe('people/import-over');
  });

  it('brings in whoever has an account elsewhere under the name of that account', async () => {
    const { fellow } = (await here.server.program('roster-elsewhere')).people;
    const { body } = await bringIn([row({ email: fellow.email.toUpperCase(), name: 'Somebody' })], 1);
    expect(body.people.find(({ id }) => id === fellow.id)).toMatchObject({
      name: fellow.name,
      mayChange: false,
    });
  });

  it('and the log says all of it again', async () => {
    for (const log of ['installation', here.program.id]) {
      const { differences } = await here.server.read((manager) => checkLog(manager, log));
      expect(differences).toEqual([]);
    }
  });
});
