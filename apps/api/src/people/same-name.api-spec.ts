import type { DashboardView } from '@countersign/contracts/dashboards/views';
import type { EntryPageView, EntryView, LogContextView } from '@countersign/contracts/entries/views';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody } from '../testing/test-program';
import { PersonRow } from './person.row';

describe('Identity (h): two people of one name', () => {
  const here = programUnderTest('same');

  beforeAll(async () => {
    await here.server.write('test', async (tx) => {
      const { fellow, otherFellow, supervisor, otherSupervisor } = here.program.people;
      for (const { id } of [fellow, otherFellow])
        await tx.manager.update(PersonRow, { id }, { name: 'M. Tanaka' });
      for (const { id } of [supervisor, otherSupervisor])
        await tx.manager.update(PersonRow, { id }, { name: 'Dr. Silva' });
    });
  });

  it('are told apart where a supervisor is chosen, in lists, on the entry and on the dashboard', async () => {
    const path = `/programs/${here.program.id}`;
    const fellow = await here.server.as(here.program.people.fellow);
    const context = await fellow.get<LogContextView>(`${path}/log-context`);
    expect(context.body.supervisors.map(({ name }) => name).sort()).toEqual([
      'Dr. Silva (supervisor.one)',
      'Dr. Silva (supervisor.two)',
    ]);
    const body = entryBody(here.program);
    const entry = await fellow.post<EntryView>(`${path}/entries`, { body });
    expect(entry.body.supervisor?.name).toBe('Dr. Silva (supervisor.one)');
    const director = await here.server.as(here.program.people.director);
    const list = await director.get<EntryPageView>(`${path}/entries`);
    expect(list.body.entries.map((line) => line.fellow.name)).toEqual(['M. Tanaka (fellow.one)']);
    const dashboard = await director.get<DashboardView>(`${path}/dashboard`);
    expect(dashboard.body.fellows.map((row) => row.fellow.name)).toEqual([
      'M. Tanaka (fellow.one)',
      'M. Tanaka (fellow.two)',
    ]);
  });
});
