import type { ProgressView } from '@countersign/contracts/competencies/views';
import type { CaseMixView } from '@countersign/contracts/dashboards/case-mix-views';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { MembersView } from '@countersign/contracts/people/views';
import type { RatersView } from '@countersign/contracts/raters/views';
import { RoleRow } from '../people/person.row';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';

const DAY = 86_400_000;

describe('Who has left the program', () => {
  const here = programUnderTest('left', 'fellow', 'supervisor');
  const until = (personId: string, toOn: string) =>
    here.server.write('test', async (tx) => {
      await tx.manager.update(RoleRow, { programId: here.program.id, personId }, { toOn });
      tx.record('role.dates-set', { programId: here.program.id, id: personId }, {});
    });
  const told = async () => {
    const { fellow, supervisor } = here.program.people;
    const director = await here.server.as(here.program.people.director);
    const get = async <T>(path: string) => (await director.get<T>(`${here.base}${path}`)).body;
    const entry = await get<EntryView>(`/entries/${entryId}`);
    const raters = await get<RatersView>('/raters');
    const progress = await get<ProgressView>(`/fellows/${fellow.id}/progress`);
    return {
      supervisor: [
        entry.supervisor?.left,
        entry.versions[0]?.decisions[0]?.by.left,
        raters.raters.find((one) => one.supervisor.id === supervisor.id)?.supervisor.left,
      ],
      fellow: [
        entry.fellow.left,
        progress.fellow.left,
        raters.fellows.find((one) => one.fellow.id === fellow.id)?.fellow.left,
      ],
    };
  };
  let entryId: string;

  beforeAll(async () => {
    here.server.setClock(NOON);
    const body = entryBody(here.program, { procedures: [tfesi()] });
    entryId = (await here.fellow.post<EntryView>(here.entries, { body })).body.id;
    const path = `${here.entries}/${entryId}/approval`;
    expect((await here.supervisor.post(path, { revision: 1, body: { help: 4 } })).status).toBe(200);
    here.server.setClock(NOON + 4 * DAY);
  });

  it('is nobody while a role is in force', async () => {
    const nobody = [undefined, undefined, undefined];
    expect(await told()).toEqual({ supervisor: nobody, fellow: nobody });
  });

  it('is told beside the name wherever it stands, of supervisors and of fellows', async () => {
    await until(here.program.people.supervisor.id, '2026-11-26');
    expect(await told()).toEqual({
      supervisor: [true, true, true],
      fellow: [undefined, undefined, undefined],
    });
    const director = await here.server.as(here.program.people.director);
    const mix = (await director.get<CaseMixView>(`${here.base}/case-mix`)).body;
    expect(mix.supervisors).toMatchObject([{ name: 'Supervisor One', left: true }]);
    await until(here.program.people.fellow.id, '2026-11-26');
    expect((await told()).fellow).toEqual([true, true, true]);
  });

  it('is told on the map of a day on which the fellow was there, and in the list of people', async () => {
    const director = await here.server.as(here.program.people.director);
    const { id } = here.program.people.fellow;
    const map = (await director.get<DashboardView>(`${here.base}/dashboard?asOfOn=2026-11-25`)).body;
    const rows = map.fellows.map(({ fellow }) => fellow);
    expect(rows.find((one) => one.id === id)).toEqual({ id, name: 'Fellow One', left: true });
    expect(rows.find((one) => one.id !== id)?.left).toBeUndefined();
    const { people } = (await director.get<MembersView>(`${here.base}/people`)).body;
    const left = people.filter((one) => one.left).map(({ name }) => name);
    expect(left).toEqual(['Fellow One', 'Supervisor One']);
  });

  it('is nobody who has another role in it', async () => {
    await here.server.write('test', async (tx) => {
      const held = { programId: here.program.id, personId: here.program.people.supervisor.id };
      const [role] = await tx.manager.findBy(RoleRow, held);
      if (!role) throw new Error('the supervisor had a role');
      const id = role.id.replace(/^.{4}/, '0000');
      await tx.insert(RoleRow, { ...role, id, role: 'staff', fromOn: '2026-11-01', toOn: '2027-06-30' });
      tx.record('role.dates-set', { programId: here.program.id, id: held.personId }, {});
    });
    expect((await told()).supervisor).toEqual([undefined, undefined, undefined]);
  });
});
