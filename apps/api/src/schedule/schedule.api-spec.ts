import type { Problem } from '@countersign/contracts/problems';
import type { ScheduleView } from '@countersign/contracts/schedule/views';
import { v7 as uuidv7 } from 'uuid';
import { checkLog } from '../db/check-log';
import { programUnderTest } from '../testing/program-under-test';
import { NOON } from '../testing/test-program';

describe('The schedule', () => {
  const here = programUnderTest('schedule', 'coordinator');
  beforeEach(() => here.server.setClock(NOON));

  type Answer = ScheduleView & Problem;
  const read = async () => (await here.coordinator.get<ScheduleView>(`${here.base}/schedule`)).body;
  const mine = async () => (await read()).fellows.find(({ id }) => id === here.program.people.fellow.id);
  const post = (path: string, body: object) => here.coordinator.post<Answer>(`${here.base}${path}`, { body });
  const put = (path: string, body: object) => here.coordinator.put<Answer>(`${here.base}${path}`, { body });
  const rotation = (change: object = {}) => ({
    ...{ id: uuidv7(), fellowId: here.program.people.fellow.id, siteId: here.program.siteId },
    ...{ name: 'Clinic', fromOn: '2027-01-01', toOn: '2027-01-31', service: 80 },
    ...change,
  });

  it('shows fellows by name with rotations, and the sites', async () => {
    const { fellows, sites, today } = await read();
    expect([today, fellows.map(({ name }) => name)]).toEqual(['2026-11-23', ['Fellow One', 'Fellow Two']]);
    expect(sites.map(({ name }) => name)).toEqual(['Main site', 'Other site']);
    expect(fellows[0]?.rotations).toMatchObject([{ name: 'Interventional', siteId: here.program.siteId }]);
  });

  it('takes a rotation in the training on free days, once, moves it as it was seen and removes it', async () => {
    const body = rotation();
    for (let tries = 0; tries < 2; tries += 1) expect((await post('/rotations', body)).status).toBe(201);
    const said = async (change: object) => {
      const { status, body: answer } = await post('/rotations', rotation(change));
      return [status, answer.code, answer.errors?.[0]?.pointer];
    };
    expect(await said({ fromOn: '2027-01-31', toOn: '2027-02-28' })).toEqual([
      409,
      'schedule/overlap',
      '/fromOn',
    ]);
    expect(await said({ fromOn: '2027-06-01', toOn: '2027-07-01' })).toEqual([
      400,
      'schedule/outside-training',
      '/toOn',
    ]);
    expect(await said({ siteId: uuidv7(), fromOn: '2027-03-01', toOn: '2027-03-31' })).toEqual([
      400,
      'schedule/unknown-site',
      '/siteId',
    ]);
    const { id, fellowId: _fellow, ...planned } = body;
    const seen = { fromOn: planned.fromOn, toOn: planned.toOn };
    const moved = { ...planned, toOn: '2027-02-28', procedureDays: 3, seen };
    expect((await put(`/rotations/${id}`, { ...moved, procedureDays: 6 })).status).toBe(400);
    expect((await put(`/rotations/${id}`, moved)).status).toBe(200);
    expect((await put(`/rotations/${id}`, moved)).body.code).toBe('schedule/changed');
    expect((await mine())?.rotations.find((one) => one.id === id)).toMatchObject({
      ...{ toOn: '2027-02-28', procedureDays: 3 },
    });
    const twins = [1, 2].map(() => rotation({ fromOn: '2027-04-01', toOn: '2027-04-30' }));
    const raced = await Promise.all(twins.map((one) => post('/rotations', one)));
    expect(raced.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await here.coordinator.delete(`${here.base}/rotations/${id}`)).status).toBe(200);
    expect((await here.coordinator.delete(`${here.base}/rotations/${id}`)).status).toBe(404);
  });

  it('takes leave over a rotation, and takes it back', async () => {
    const { fellow } = here.program.people;
    const leave = {
      id: uuidv7(),
      fellowId: fellow.id,
      fromOn: '2026-12-20',
      toOn: '2027-01-03',
      kind: 'vacation',
    };
    expect((await post('/leave', leave)).status).toBe(201);
    expect((await post('/leave', { ...leave, id: uuidv7() })).body.code).toBe('schedule/overlap');
    expect((await post('/leave', { ...leave, id: uuidv7(), kind: 'a reason' })).status).toBe(400);
    expect((await mine())?.leave).toMatchObject([{ fromOn: '2026-12-20', kind: 'vacation' }]);
    expect((await here.coordinator.delete(`${here.base}/leave/${leave.id}`)).status).toBe(200);
    expect((await mine())?.leave).toEqual([]);
  });

  it('takes a site of another name, and renames it as it was seen', async () => {
    const site = { id: uuidv7(), name: 'Riverside', setting: 'clinic' };
    expect((await post('/sites', site)).status).toBe(201);
    expect((await post('/sites', { ...site, id: uuidv7() })).body.code).toBe('schedule/site-name-taken');
    const change = { name: 'Riverside Clinic', setting: 'asc', seenName: 'Riverside' };
    expect((await put(`/sites/${site.id}`, change)).status).toBe(200);
    expect((await put(`/sites/${site.id}`, { ...change, name: 'X' })).body.code).toBe('schedule/changed');
    const elsewhere = await here.server.program('schedule-elsewhere');
    expect((await put(`/sites/${elsewhere.siteId}`, change)).status).toBe(404);
  });

  it('and the log says all of it again', async () => {
    const { differences } = await here.server.read((manager) => checkLog(manager, here.program.id));
    expect(differences).toEqual([]);
  });
});
