import { v7 as uuidv7 } from 'uuid';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { ChartSettingsView, FellowCompetencyView } from '@countersign/contracts/curves/views';
import type { ProgressView } from '@countersign/contracts/competencies/views';
import { programUnderTest, type ProgramUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi, type TestPeople } from '../testing/test-program';
import { ForecastMadeRow } from './chart.row';
import { ForecastRecord } from './forecast-record';

const DAY = 86_400_000;
/** By then every rating is final and open to everybody who may read it. */
const LATER = NOON + 4 * DAY;
const competencyId = 'lumbar-transforaminal';

type Here = ProgramUnderTest<never>;

/** What happens in a program under test, by the product's own routes. */
function acting(here: Here) {
  let day = 0;
  const as = (who: keyof TestPeople) => here.server.as(here.program.people[who]);
  const pathOf = (who: 'fellow' | 'otherFellow') =>
    `${here.base}/fellows/${here.program.people[who].id}/competencies/${competencyId}`;
  return {
    pathOf,
    /** Logs one case a day from October 1 on, and approves each at its help. */
    async cases(...helps: readonly number[]): Promise<string[]> {
      here.server.setClock(NOON);
      const [fellow, supervisor] = [await as('fellow'), await as('supervisor')];
      const ids: string[] = [];
      for (const help of helps) {
        const performedOn = new Date(Date.UTC(2026, 9, 1 + day)).toISOString().slice(0, 10);
        day += 1;
        const body = entryBody(here.program, { performedOn, procedures: [tfesi()] });
        const { id } = (await fellow.post<EntryView>(here.entries, { body })).body;
        const path = `${here.entries}/${id}/approval`;
        expect((await supervisor.post(path, { revision: 1, body: { help } })).status).toBe(200);
        ids.push(id);
      }
      return ids;
    },
    async read(who: keyof TestPeople, whose: 'fellow' | 'otherFellow' = 'fellow', now = LATER) {
      here.server.setClock(now);
      return (await as(who)).get<FellowCompetencyView>(pathOf(whose));
    },
    async send<T>(who: keyof TestPeople, path: string, body: object, now = LATER) {
      here.server.setClock(now);
      return (await as(who)).post<T>(path, { body });
    },
  };
}

const fives = (count: number) => Array.from({ length: count }, () => 5);

describe('A competency of a fellow', () => {
  const here = programUnderTest('competency');
  const act = acting(here);
  let ids: string[];

  beforeAll(async () => {
    ids = await act.cases(3, ...fives(4), 3);
  });

  it('has its curve case by case: each opens its entry, and says how it went', async () => {
    const { curve, competence, competenceRule, judged } = (await act.read('fellow')).body;
    expect([competence.n, competence.state, judged]).toEqual([6, 'insufficient', 6]);
    const [panel] = curve?.stretches[0]?.panels ?? [];
    expect(panel).toMatchObject({ chart: 'learning', limit: 4.118, earliestCase: 17 });
    expect(panel?.cases.map(({ entryId }) => entryId)).toEqual(ids);
    expect(panel?.cases.map(({ failedBy }) => failedBy)).toEqual([
      'help',
      ...Array(4).fill(undefined),
      'help',
    ]);
    expect(panel?.cases[4]?.score).toBeCloseTo(4 * Math.log(0.9 / 0.7), 3);
    expect(competenceRule).toMatchObject({ setByProgram: false, limit: 4.118, monitoringLimit: 4.093 });
  });

  it('tells no interval and no chance below ten cases', async () => {
    const { competence } = (await act.read('director')).body;
    expect(competence).not.toHaveProperty('low');
    expect(competence).not.toHaveProperty('pAtLeastTarget');
  });

  it('forecasts its volume as a range of days with what it rests on', async () => {
    const { forecast, approved, need } = (await act.read('fellow')).body;
    expect([approved, need]).toEqual([6, 20]);
    expect(forecast).toMatchObject({ status: 'open', endsOn: '2027-06-30', cases: 6, basis: 'target pace' });
    expect(forecast?.knownUntil).toBe('2026-12-31');
    const days = [forecast?.earlyOn, forecast?.likelyOn, forecast?.lateOn].map((on) => on ?? '9999');
    expect(days).toEqual(days.toSorted());
  });

  it('is the same on the progress page, where no light is false before there is one', async () => {
    const { forecast } = (await act.read('fellow')).body;
    const fellow = await here.server.as(here.program.people.fellow);
    const path = `${here.base}/fellows/${here.program.people.fellow.id}/progress`;
    const { competencies, falseLights, forecastRecord } = (await fellow.get<ProgressView>(path)).body;
    expect(competencies.find(({ id }) => id === competencyId)?.forecast).toEqual(forecast);
    expect([falseLights, forecastRecord]).toEqual([
      { lights: 0, signals: 0, alarms: 0 },
      { resolved: 0, held: 0, fewest: 30, digits: 0 },
    ]);
  });

  it('shows a coordinator how many, and neither curve nor rating', async () => {
    const { body } = await act.read('coordinator');
    expect([body.approved, body.competence.n]).toEqual([6, 6]);
    for (const hidden of ['curve', 'ratings']) expect(body).not.toHaveProperty(hidden);
    expect(body.competence).not.toHaveProperty('successes');
  });

  it('shows a supervisor who judged in it the state alone, and is not there for one who did not', async () => {
    const { status, body } = await act.read('supervisor');
    expect([status, body.competence.state, body.mayReview]).toEqual([200, 'insufficient', false]);
    expect(body).not.toHaveProperty('curve');
    expect((await act.read('otherSupervisor')).status).toBe(404);
  });

  it('is not there for another fellow', async () => {
    expect((await act.read('otherFellow')).status).toBe(404);
  });

  it('shows a fellow no rating that is still blind', async () => {
    const { ratings = [], curve } = (await act.read('fellow', 'fellow', NOON + 60_000)).body;
    expect([ratings, curve?.stretches[0]?.panels[0]?.cases]).toEqual([[], []]);
    expect((await act.read('director', 'fellow', NOON + 60_000)).body.ratings).toHaveLength(6);
  });
});

describe('An alarm', () => {
  const here = programUnderTest('alarms');
  const act = acting(here);
  const review = (judged: number, id = uuidv7()) => ({
    id,
    judged,
    note: 'Needle view was lost; a C-arm session.',
  });
  const reviews = () => `${act.pathOf('fellow')}/alarm-reviews`;

  beforeAll(async () => {
    await act.cases(...fives(17), 3, 3, 3, 3, 5);
  }, 60_000);

  it('is raised by the chart that watches after the signal, and says where the record turned', async () => {
    const { curve, competence, mayReview } = (await act.read('director')).body;
    expect(competence).toMatchObject({ state: 'concern_relapse', signalCase: 17, alarmCase: 21 });
    expect(curve?.stretches[0]?.panels[1]).toMatchObject({
      chart: 'monitoring',
      reachedCase: 21,
      changeCase: 18,
    });
    expect(mayReview).toBe(true);
    expect((await act.read('fellow')).body.mayReview).toBe(false);
  });

  it('is reviewed by nobody else than the director and supervisors who judged', async () => {
    const sent = async (who: keyof TestPeople) => (await act.send(who, reviews(), review(22))).status;
    expect([await sent('fellow'), await sent('coordinator'), await sent('otherSupervisor')]).toEqual([
      403, 403, 404,
    ]);
  });

  it('is not reviewed on a page that has other cases', async () => {
    expect(await act.send('supervisor', reviews(), review(21))).toMatchObject({
      status: 409,
      body: { code: 'alarm/changed' },
    });
  });

  it('that was reviewed is an event, and both charts start again there', async () => {
    const id = uuidv7();
    for (const _time of [1, 2])
      expect((await act.send('supervisor', reviews(), review(22, id))).status).toBe(201);
    const { curve, competence } = (await act.read('fellow')).body;
    expect(competence.state).toBe('learning');
    expect(curve?.stretches).toHaveLength(2);
    expect(curve?.stretches[0]?.review).toMatchObject({
      ...{ by: { name: 'Supervisor One' }, afterCase: 22, note: 'Needle view was lost; a C-arm session.' },
    });
    expect(curve?.stretches[1]?.panels[0]?.cases).toEqual([]);
    expect(await act.send('director', reviews(), review(22))).toMatchObject({
      body: { code: 'alarm/none-open' },
    });
  });

  it('stays reviewed when a case from before comes in later', async () => {
    await act.cases(5);
    const { curve } = (await act.read('director')).body;
    expect(curve?.stretches.at(-1)?.panels[0]?.cases.map(({ number }) => number)).toEqual([23]);
  });
});

describe('The charts of a program', () => {
  const here = programUnderTest('settings');
  const act = acting(here);
  const path = () => `${here.base}/chart-settings`;
  const setting = { adequatePercent: 10, inadequatePercent: 20, horizon: 100, falsePercent: 5 };
  const body = (part: object = {}) => ({ id: uuidv7(), competencyId, ...setting, ...part });
  const chartIn = (view: ChartSettingsView) => view.charts.find((one) => one.competencyId === competencyId);

  it('are the defaults until a director sets them', async () => {
    const coordinator = await here.server.as(here.program.people.coordinator);
    const { charts } = (await coordinator.get<ChartSettingsView>(path())).body;
    expect(charts.find((one) => one.competencyId === competencyId)).toMatchObject({
      ...{ setting: { adequatePercent: 10, inadequatePercent: 30, horizon: 50, falsePercent: 5 } },
      ...{ keptBy: [], begun: 0 },
    });
    // An experience has no chart.
    expect(charts.some((one) => one.competencyId === 'cancer-pain-care')).toBe(false);
  });

  it('are set for whoever has not begun, with who and when; whoever has keeps what there was', async () => {
    await act.cases(5);
    const one = body();
    for (const _time of [1, 2]) {
      const { status, body: view } = await act.send<ChartSettingsView>('director', path(), one);
      expect(status).toBe(201);
      expect(chartIn(view)).toMatchObject({
        setBy: { name: 'Director One' },
        keptBy: [{ name: 'Fellow One' }],
      });
      expect(chartIn(view)?.rule).toMatchObject({ limit: expect.closeTo(3.699, 3), setByProgram: true });
    }
    const begun = (await act.read('director')).body;
    expect(begun.competenceRule).toMatchObject({ setByProgram: false, limit: 4.118 });
    const fresh = (await act.read('director', 'otherFellow')).body;
    expect(fresh.competenceRule).toMatchObject({
      ...{ setByProgram: true, setBy: 'Director One', setOn: '2026-11-27', horizon: 100 },
    });
  });

  it('are not what is impossible, nor set by anybody else', async () => {
    const refused = async (part: object) => (await act.send('director', path(), body(part))).body;
    expect(await refused({ inadequatePercent: 10 })).toMatchObject({ code: 'chart/rates-reversed' });
    expect(
      await refused({ adequatePercent: 1, inadequatePercent: 2, horizon: 20, falsePercent: 1 }),
    ).toMatchObject({ code: 'chart/limit-unattainable' });
    expect(await refused({ competencyId: 'cancer-pain-care' })).toMatchObject({ code: 'access/not-found' });
    expect((await act.send('coordinator', path(), body())).status).toBe(403);
  });
});

describe('Forecasts that were made', () => {
  const here = programUnderTest('forecasts');
  const act = acting(here);
  const kept = (now: number) => {
    here.server.setClock(now);
    return here.server.app.get(ForecastRecord).keepAll();
  };
  const rows = () =>
    here.server.write('test', (tx) => tx.manager.find(ForecastMadeRow, { order: { madeOn: 'ASC' } }));

  it('are kept once a day, and held against what came when their days are over', async () => {
    await act.cases(...fives(18));
    await kept(NOON);
    await kept(NOON);
    expect(await rows()).toMatchObject([{ madeOn: '2026-11-23', resolved: 0, held: 0 }]);
    const forecast = (await rows())[0]?.forecasts.find(
      (one) => one.competencyId === competencyId && one.fellowId === here.program.people.fellow.id,
    );
    expect(forecast).toMatchObject({ need: 20, count: 18 });
    // Nothing more comes: the range is over, and did not hold the day.
    const over = Date.parse(`${forecast?.lateOn ?? ''}T18:00:00Z`) + DAY;
    await kept(over);
    expect((await rows()).at(-1)).toMatchObject({ resolved: 1, held: 0 });
    const { forecastRecord } = (await act.read('director', 'fellow', over)).body;
    expect(forecastRecord).toEqual({ resolved: 1, held: 0, fewest: 30, digits: 0 });
  }, 60_000);
});
