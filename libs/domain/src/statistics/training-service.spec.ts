import { trainingService, type TrainingPlan } from './training-service';
import { volumeForecast } from './volume-forecast';

/* Mondays to Fridays only: 2026-07-06 is a Monday, and so is 2026-11-23. */
const plan = (part: Partial<TrainingPlan> = {}): TrainingPlan => ({
  ...{ startsOn: '2026-07-06', endsOn: '2027-07-04', rotations: [], daysOff: [] },
  ...part,
});
const today = '2026-11-22';
const lastOf = (days: readonly { weeks: number }[]) => days.at(-1)?.weeks ?? 0;

describe('The service of a training', () => {
  it('without a schedule is full throughout, and nothing of it is known', () => {
    const { past, future, plannedWeeks, knownUntil } = trainingService(plan(), today);
    expect([lastOf(past), lastOf(future), plannedWeeks, knownUntil]).toEqual([
      expect.closeTo(20, 9),
      expect.closeTo(32, 9),
      expect.closeTo(52, 9),
      null,
    ]);
  });

  it('beyond the last rotation is what the known ones hold on average, and says until when they are known', () => {
    const rotations = [
      { startsOn: '2026-07-06', endsOn: '2026-10-25', multiplier: 1 },
      { startsOn: '2026-10-26', endsOn: '2027-02-14', multiplier: 0.5 },
    ];
    const { past, future, knownUntil } = trainingService(plan({ rotations }), today);
    expect(lastOf(past)).toBeCloseTo(16 + 4 * 0.5, 9);
    expect(lastOf(future)).toBeCloseTo(12 * 0.5 + 20 * 0.75, 9);
    expect(knownUntil).toBe('2027-02-14');
  });

  it('gives a day that two rotations share to the one that starts later, and holds nothing on leave', () => {
    const rotations = [
      { startsOn: '2026-07-06', endsOn: '2027-07-04', multiplier: 1 },
      { startsOn: '2026-11-23', endsOn: '2027-07-04', multiplier: 0.2 },
    ];
    const daysOff = [{ startsOn: '2026-11-23', endsOn: '2026-12-20' }];
    expect(lastOf(trainingService(plan({ rotations, daysOff }), today).future)).toBeCloseTo(28 * 0.2, 9);
  });
});

describe('A forecast of volume', () => {
  const ask = (part: Partial<Parameters<typeof volumeForecast>[0]> = {}) =>
    volumeForecast({
      ...{ cases: [], target: 40, today, service: trainingService(plan(), today), delays: [] },
      ...{ fellowRates: [], dispersion: null },
      ...part,
    });
  const twelve = Array.from({ length: 12 }, (_, k) => `2026-10-${10 + k}`);

  it('rests on the cases of this training in its on-service weeks, and counts earlier ones all the same', () => {
    const asked = ask({ cases: [...twelve, '2026-01-05'] });
    expect(asked?.record).toEqual({ count: 12, weeks: expect.closeTo(20, 9) });
    expect(asked?.forecast.remaining).toBe(40 - 13);
    expect(asked?.basis).toBe('target pace');
  });

  it('takes the rate of three other fellows for its prior', () => {
    expect(ask({ fellowRates: [1, 2, 3] })?.basis).toBe('program rate');
    expect(ask({ fellowRates: [1, 2] })?.basis).toBe('target pace');
  });

  it('of somebody who logs late leaves the last week out', () => {
    expect(ask({ cases: twelve, delays: [20, 20, 20] })?.record.weeks).toBeCloseTo(19, 9);
  });

  it('has dates in order, and is met where enough counts', () => {
    const dates = ask({ cases: twelve })?.forecast.dates.map(({ on }) => on ?? '9999') ?? [];
    expect(dates).toEqual(dates.toSorted());
    expect(ask({ cases: twelve, target: 12 })?.forecast).toMatchObject({
      status: 'already-met',
      expectedShortfall: 0,
    });
  });

  it('says nothing of a training that holds no service', () => {
    const rotations = [{ startsOn: '2026-07-06', endsOn: '2027-07-04', multiplier: 0 }];
    expect(ask({ service: trainingService(plan({ rotations }), today) })).toBeNull();
  });
});
