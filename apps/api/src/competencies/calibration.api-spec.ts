import type { EntryView } from '@countersign/contracts/entries/views';
import type { CalibrationPageView } from '@countersign/contracts/forecasts/views';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi, type TestPeople } from '../testing/test-program';
import { ForecastMadeRow } from './chart.row';
import { ForecastRecord } from './forecast-record';

const DAY = 86_400_000;
/** By then every rating is final and open to everybody who may read it. */
const LATER = NOON + 4 * DAY;
const competencyId = 'lumbar-transforaminal';

describe('How good forecasts were', () => {
  const here = programUnderTest('calibration');
  /** Logs one case a day from October 1 on, and approves all of them on November 23. */
  async function cases(count: number): Promise<void> {
    here.server.setClock(NOON);
    const fellow = await here.server.as(here.program.people.fellow);
    const supervisor = await here.server.as(here.program.people.supervisor);
    for (let day = 0; day < count; day += 1) {
      const performedOn = new Date(Date.UTC(2026, 9, 1 + day)).toISOString().slice(0, 10);
      const body = entryBody(here.program, { performedOn, procedures: [tfesi()] });
      const { id } = (await fellow.post<EntryView>(here.entries, { body })).body;
      const path = `${here.entries}/${id}/approval`;
      expect((await supervisor.post(path, { revision: 1, body: { help: 5 } })).status).toBe(200);
    }
  }
  const path = () => `${here.base}/forecast-calibration`;
  const read = async (who: keyof TestPeople, now: number) => {
    here.server.setClock(now);
    return (await here.server.as(here.program.people[who])).get<CalibrationPageView>(path());
  };

  it('is told of ranges as they were kept, which no later case makes better', async () => {
    await cases(18);
    await here.server.app.get(ForecastRecord).keepAll();
    const [row] = await here.server.write('test', (tx) => tx.manager.find(ForecastMadeRow));
    const made = row?.forecasts.find((one) => one.competencyId === competencyId && one.count === 18);
    const { body } = await read('director', LATER);
    expect(body).toMatchObject({
      ...{ asOfOn: '2026-11-27', fewest: 30, weeks: 1, kept: row?.forecasts.length },
      ...{ firstOn: '2026-11-23', lastOn: '2026-11-23' },
      made: { ranges: [{ promised: 0.8, resolved: 0 }], resolved: 0 },
    });
    const over = Date.parse(`${made?.lateOn ?? ''}T18:00:00Z`) + DAY;
    const later = (await read('director', over)).body;
    expect(later.made.ranges).toEqual([{ promised: 0.8, resolved: 1 }]);
    expect(later.made).not.toHaveProperty('bins');
  }, 60_000);

  it('is told of the model of today, at every month’s end with what had been approved by then', async () => {
    const { replayed } = (await read('director', LATER)).body;
    expect(replayed.ranges.map(({ promised }) => promised)).toEqual([0.8, 0.95]);
    // Done in October, approved on November 23: at the end of October nobody knew of them.
    expect(replayed.resolved).toBeGreaterThan(0);
  });

  it('is for readers of the whole program, the same for all of them', async () => {
    const director = (await read('director', LATER)).body;
    expect((await read('coordinator', LATER)).body).toEqual(director);
    for (const who of ['fellow', 'supervisor', 'staff'] as const)
      expect([who, (await read(who, LATER)).status]).toEqual([who, 403]);
    const stranger = await here.server.as(
      (await here.server.program('elsewhere-calibration')).people.director,
    );
    expect((await stranger.get(path())).status).toBe(404);
  });

  it('is worked out again when something happened', async () => {
    const before = (await read('director', LATER)).body;
    await here.server.app.get(ForecastRecord).keepAll();
    const after = (await read('director', LATER)).body;
    expect([before.weeks, after.weeks]).toEqual([1, 2]);
  }, 60_000);
});
