import type { YieldView } from '@countersign/contracts/dashboards/yield-views';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { ScheduleView } from '@countersign/contracts/schedule/views';
import type { Problem } from '@countersign/contracts/problems';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';

const DAY = 86_400_000;

describe('Where cases come from', () => {
  const here = programUnderTest('yield');
  const read = async (query = '') => {
    const director = await here.server.as(here.program.people.director);
    return director.get<YieldView & Problem>(`${here.base}/yield${query}`);
  };

  async function log(
    change: Parameters<typeof entryBody>[1],
    { who = 'fellow' as 'fellow' | 'otherFellow', isApproved = true } = {},
  ): Promise<void> {
    here.server.setClock(NOON);
    const fellow = await here.server.as(here.program.people[who]);
    const { body, status } = await fellow.post<EntryView>(here.entries, {
      body: entryBody(here.program, change),
    });
    expect(status).toBe(201);
    if (!isApproved) return;
    const supervisor = await here.server.as(here.program.people.supervisor);
    const reply = await supervisor.post(`${here.entries}/${body.id}/approval`, {
      revision: 1,
      body: { help: 4 },
    });
    expect(reply.status).toBe(200);
  }

  beforeAll(async () => {
    const otherSite = here.program.given.sites[1]?.id ?? '';
    for (let nth = 0; nth < 8; nth += 1) await log({});
    await log({
      procedures: [
        tfesi({ role: 'assisted' }),
        tfesi({ levels: [{ level: 'L3', side: 'left' }], outcome: 'converted' }),
      ],
    });
    // Saturday in the rotation, another site in the rotation, before it, and what is in none of the numbers.
    await log({ performedOn: '2026-11-21' });
    await log({ siteId: otherSite });
    await log({ performedOn: '2026-06-30' });
    await log({}, { who: 'otherFellow' });
    await log({ simulation: true });
    await log({}, { isApproved: false });
    // Another program, whose cases are in no number here.
    const elsewhere = await here.server.program('yield-elsewhere');
    const stranger = await here.server.as(elsewhere.people.fellow);
    const sent = await stranger.post(`/programs/${elsewhere.id}/entries`, { body: entryBody(elsewhere) });
    expect(sent.status).toBe(201);
    here.server.setClock(NOON + 7 * DAY);
  });

  it('says what each site gave, by name, and for each week that rotations were there', async () => {
    const { status, body } = await read();
    expect([status, body.asOfOn, body.fromOn, body.toOn]).toEqual([
      200,
      '2026-11-30',
      '2025-11-30',
      '2026-11-30',
    ]);
    expect(body.sites.map(({ source }) => source.name)).toEqual(['Main site', 'Other site']);
    const [main, other] = body.sites;
    expect(main).toMatchObject({
      ...{ entries: 12, waiting: 1, fellows: 2, procedures: 13, firstOperator: 12 },
      ...{ endedOtherwise: 1, simulations: 1 },
      groups: [{ group: 'epidural', entries: 12, isMostlyHere: true }],
    });
    // July 1 to November 30 has 109 working days; June 30 is before the rotation, and Fellow Two has none.
    expect(main?.rotations).toEqual({ weeks: 109 / 5, entries: 10 });
    expect(other).toMatchObject({ entries: 1, groups: [{ isMostlyHere: false }] });
    expect(other).not.toHaveProperty('rotations');
  });

  it('says the same of supervisors, with the months in which they could give anything', async () => {
    const { supervisors } = (await read()).body;
    expect(supervisors).toMatchObject([
      { source: { name: 'Supervisor One' }, entries: 13, waiting: 1, simulations: 1 },
    ]);
    expect(supervisors[0]?.months).toBeCloseTo(366 / (365.25 / 12), 9);
  });

  it('of a span that is asked for, where it is one', async () => {
    const june = (await read('?fromOn=2026-06-01&toOn=2026-06-30')).body;
    expect([june.fromOn, june.toOn, june.sites.map(({ entries }) => entries)]).toEqual([
      '2026-06-01',
      '2026-06-30',
      [1],
    ]);
    expect((await read('?toOn=2030-01-01')).body.toOn).toBe('2026-11-30');
    expect((await read('?toOn=2025-06-30')).body.fromOn).toBe('2024-06-30');
    expect((await read('?fromOn=1900-01-01')).body.sites[0]?.entries).toBe(12);
    expect((await read('?fromOn=2026-02-30')).body.code).toBe('people/impossible-date');
    expect((await read('?fromOn=2026-06-02&toOn=2026-06-01')).body.code).toBe('people/reversed');
  });

  it('asks about procedure days without a case where a rotation says how many there are, and of nobody else', async () => {
    const before = (await read()).body.unlogged;
    expect(before.throughOn).toBe('2026-11-22');
    expect(before.fellows).toEqual([
      { of: { id: here.program.people.fellow.id, name: 'Fellow One' }, isPlanned: true },
      { of: { id: here.program.people.otherFellow.id, name: 'Fellow Two' }, isPlanned: false },
    ]);
    const coordinator = await here.server.as(here.program.people.coordinator);
    const schedule = (await coordinator.get<ScheduleView>(`${here.base}/schedule`)).body;
    const [rotation] = schedule.fellows[0]?.rotations ?? [];
    const { id, ...planned } = rotation ?? { id: '', fromOn: '', toOn: '' };
    const seen = { fromOn: planned.fromOn, toOn: planned.toOn };
    const body = { ...planned, procedureDays: 2, seen };
    expect((await coordinator.put(`${here.base}/rotations/${id}`, { body })).status).toBe(200);
    const { fellows, sites } = (await read()).body.unlogged;
    // Twenty whole weeks from July 6 to November 22, and July 1 to 3. Of Friday 20 and Saturday 21 the Friday is planned.
    const days = {
      planned: { low: 40, high: 42 },
      covered: { low: 1, high: 1 },
      unlogged: { low: 39, high: 41 },
    };
    expect(fellows.map((one) => one.days)).toEqual([days, undefined]);
    expect(sites).toEqual([{ of: { id: here.program.siteId, name: 'Main site' }, isPlanned: true, days }]);
    // The last seven days are not asked about, and neither are days of which nobody asks.
    expect((await read('?fromOn=2026-11-23')).body.unlogged).toMatchObject({
      fellows: [{ isPlanned: false }, { isPlanned: false }],
      sites: [],
    });
    expect((await read('?fromOn=2026-11-23')).body.unlogged).not.toHaveProperty('throughOn');
  });

  it('is for director and coordinator of the program', async () => {
    const coordinator = await here.server.as(here.program.people.coordinator);
    expect((await coordinator.get(`${here.base}/yield`)).status).toBe(200);
    for (const who of ['fellow', 'supervisor', 'staff'] as const) {
      const client = await here.server.as(here.program.people[who]);
      expect((await client.get(`${here.base}/yield`)).status).toBe(403);
    }
    const stranger = await here.server.as((await here.server.program('elsewhere-yield')).people.director);
    expect((await stranger.get(`${here.base}/yield`)).status).toBe(404);
  });
});
