import type { AttentionView, ConcernView } from '@countersign/contracts/dashboards/attention-views';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { v7 as uuidv7 } from 'uuid';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON } from '../testing/test-program';

const DAY = 86_400_000;

describe('The attention list', () => {
  const here = programUnderTest('attention', 'fellow', 'director', 'coordinator', 'supervisor');
  const fellowId = () => here.program.people.fellow.id;

  const list = async (who: 'director' | 'coordinator' = 'director'): Promise<AttentionView> => {
    const reply = await here[who].get<AttentionView>(`${here.base}/attention`);
    expect(reply.status).toBe(200);
    return reply.body;
  };
  /** What concerns the fellow as a whole, and in the one competency in which anything is logged. */
  const concerns = async (who: 'director' | 'coordinator' = 'director'): Promise<ConcernView[]> => {
    const line = (await list(who)).lines.find(({ fellow }) => fellow.id === fellowId());
    return (line?.concerns ?? []).filter(
      ({ competencyId = 'lumbar-transforaminal' }) => competencyId === 'lumbar-transforaminal',
    );
  };
  const reasons = async () => (await concerns()).map(({ reason }) => reason);
  const concern = async (reason: ConcernView['reason']): Promise<ConcernView> => {
    const found = (await concerns()).find((one) => one.reason === reason);
    if (!found) throw new Error(`no ${reason}`);
    return found;
  };
  const dismissal = (
    { reason, basis, competencyId }: ConcernView,
    note = 'Talked about it; nothing to do.',
  ) => ({
    body: {
      ...{ id: uuidv7(), fellowId: fellowId(), reason, basis, note },
      ...(competencyId === undefined ? {} : { competencyId }),
    },
  });
  const dismiss = (body: ReturnType<typeof dismissal>) =>
    here.director.post<AttentionView>(`${here.base}/attention-dismissals`, body);

  async function log(daysAgo: number, help?: 1 | 4): Promise<void> {
    here.server.setClock(NOON - daysAgo * DAY);
    const fellow = await here.server.as(here.program.people.fellow);
    const performedOn = new Date(NOON - (daysAgo + 1) * DAY).toISOString().slice(0, 10);
    const { body } = await fellow.post<EntryView>(here.entries, {
      body: entryBody(here.program, { performedOn }),
    });
    if (help === undefined) return;
    const supervisor = await here.server.as(here.program.people.supervisor);
    const said = help === 1 ? { nextTimeText: 'Plan the entry point.' } : {};
    const reply = await supervisor.post(`${here.entries}/${body.id}/approval`, {
      revision: 1,
      body: { help, ...said },
    });
    expect(reply.status).toBe(200);
  }

  beforeAll(async () => {
    for (let nth = 0; nth < 21; nth += 1) await log(60 - nth, 1);
    await log(20);
    here.server.setClock(NOON);
  });

  it('has one line for a fellow, the worst first, and says how many chance alone would raise', async () => {
    const { lines, expectedFalse } = await list();
    expect(lines.map(({ fellow }) => fellow.id).filter((id) => id === fellowId())).toHaveLength(1);
    const severities = lines.map(({ concerns: own }) => own.map(({ severity }) => severity));
    for (const own of severities) expect(own).toEqual(own.toSorted((one, other) => other - one));
    expect((await concerns()).map(({ reason, severity }) => [reason, severity])).toEqual([
      ['concern-low', 3],
      // Three weeks on service without an entry.
      ['no-logging', 2],
      ['long-waits', 2],
    ]);
    expect(await concern('concern-low')).toMatchObject({
      ...{ competencyId: 'lumbar-transforaminal', basis: 'cases 20' },
      competence: { state: 'concern_low', n: 21, successes: 0 },
    });
    expect(expectedFalse).toMatchObject({ alarms: 0, monitoredCases: 0 });
    expect(Math.round(expectedFalse.casesPerFalseAlarm)).toBe(816);
  });

  it('says of a target that is unlikely how sure that is, and what is expected to be missing', async () => {
    const { lines, forecasts } = await list();
    const unlikely = lines
      .flatMap(({ concerns: own }) => own)
      .find(({ reason }) => reason === 'target-unlikely');
    expect(unlikely).toMatchObject({ need: expect.any(Number), forecast: { status: 'open' } });
    expect(unlikely?.value).toBeLessThan(0.5);
    const cell = forecasts.find(
      ({ competencyId, byEnd }) => competencyId === unlikely?.competencyId && byEnd < 0.5,
    );
    expect(cell?.shortfall).toBeGreaterThan(0);
    expect(forecasts.filter(({ competencyId }) => competencyId === 'lumbar-transforaminal')).not.toEqual([]);
  });

  it('tells a coordinator that it is worth a look, and none of the ratings', async () => {
    const [first] = await concerns('coordinator');
    expect(first?.competence).toEqual({ state: 'concern_low', n: 21, target: 0.8 });
  });

  it('sets a concern aside with a note, once, shows it as such, and leaves the others', async () => {
    const low = dismissal(await concern('concern-low'));
    const replies = await Promise.all([dismiss(low), dismiss(low)]);
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    const { dismissed } = await list();
    expect(await reasons()).toEqual(['no-logging', 'long-waits']);
    expect(dismissed).toMatchObject([
      { reason: 'concern-low', note: 'Talked about it; nothing to do.', by: { name: 'Director One' } },
    ]);
    const [told] = (await list('coordinator')).dismissed;
    expect(told).toMatchObject({ reason: 'concern-low' });
    expect(told).not.toHaveProperty('note');
  });

  it('brings it back when its reason changes', async () => {
    await dismiss(dismissal(await concern('long-waits')));
    expect(await reasons()).toEqual(['no-logging']);
    await log(16);
    here.server.setClock(NOON);
    // Another entry waits long, and with it the pause is not that long any more.
    expect(await reasons()).toEqual(['long-waits']);
    for (let nth = 0; nth < 9; nth += 1) await log(12 - nth, 1);
    here.server.setClock(NOON);
    const { dismissed } = await list();
    expect((await concerns())[0]).toMatchObject({ reason: 'concern-low', basis: 'cases 30' });
    expect(dismissed).toEqual([]);
  });

  it('says that a qualification has expired or will, until it is renewed, and again where it was set aside before', async () => {
    const path = `${here.base}/fellows/${fellowId()}/qualifications`;
    const license = { kind: 'medical-license', issuer: 'Board of Northland (invented)', standing: 'granted' };
    const id = uuidv7();
    const first = { id, ...license, expiresOn: '2026-12-23' };
    expect((await here.fellow.post(path, { body: first })).status).toBe(201);
    expect(await concern('qualification-expiring')).toMatchObject({
      ...{ severity: 2, value: 30, basis: 'next 2026-12-23' },
    });
    const dismissed = await dismiss(dismissal(await concern('qualification-expiring')));
    expect(dismissed.status).toBe(201);
    expect(await reasons()).not.toContain('qualification-expiring');
    // A month later it has expired, and that was set aside by nobody.
    here.server.setClock(NOON + 31 * DAY);
    for (const who of ['director', 'coordinator'] as const)
      Object.assign(here, { [who]: await here.server.as(here.program.people[who]) });
    expect(await concern('qualification-expired')).toMatchObject({ severity: 3, value: 1 });
    const renewed = { revision: 1, body: { ...license, expiresOn: '2028-12-23' } };
    expect((await here.coordinator.put(`${path}/${id}`, renewed)).status).toBe(200);
    expect((await reasons()).filter((one) => one.startsWith('qualification'))).toEqual([]);
    here.server.setClock(NOON);
    for (const who of ['director', 'coordinator'] as const)
      Object.assign(here, { [who]: await here.server.as(here.program.people[who]) });
  });

  it('sets nothing aside that does not stand, of nobody else, and without a note', async () => {
    const low = await concern('concern-low');
    const [other, stale, empty] = await Promise.all([
      dismiss({ body: { ...dismissal(low).body, fellowId: here.program.people.otherFellow.id } }),
      dismiss({ body: { ...dismissal(low).body, basis: 'cases 20 ' } }),
      dismiss(dismissal(low, ' ')),
    ]);
    expect([other.status, stale.status, empty.status]).toEqual([409, 409, 400]);
    expect((stale.body as unknown as Problem).code).toBe('attention/changed');
    expect((await here.coordinator.post(`${here.base}/attention-dismissals`, dismissal(low))).status).toBe(
      403,
    );
    const stranger = await here.server.as((await here.server.program('elsewhere-attention')).people.director);
    expect((await stranger.get(`${here.base}/attention`)).status).toBe(404);
    expect((await stranger.post(`${here.base}/attention-dismissals`, dismissal(low))).status).toBe(404);
  });
});
