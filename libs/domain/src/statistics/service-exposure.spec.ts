import fc from 'fast-check';
import {
  dateReaching,
  scheduleKnownUntil,
  serviceExposure,
  splitExposure,
  totalWeeks,
  weeksThrough,
  type ServiceSchedule,
} from './service-exposure';

const span = (startsOn: string, endsOn: string) => ({ startsOn, endsOn });
const full = { ...span('2026-11-02', '2026-11-29'), multiplier: 1 };
const schedule = (part: Partial<ServiceSchedule> = {}): ServiceSchedule => ({
  rotations: [full],
  daysOff: [],
  ...part,
});
/** Four weeks from Monday, Nov 2, 2026. */
const month = { after: '2026-11-01', until: '2026-11-29' };

describe('the on-service weeks of a stretch', () => {
  test('are a fifth of a week on each working day', () => {
    const days = serviceExposure(schedule(), month);
    expect(days).toHaveLength(28);
    expect(totalWeeks(days)).toBeCloseTo(4, 12);
    expect(days.slice(0, 8).map(({ weeks }) => Math.round(10 * weeks))).toEqual([2, 4, 6, 8, 10, 10, 10, 12]);
  });

  test('begin after the first date and end with the last', () => {
    const days = serviceExposure(schedule(), { after: '2026-11-02', until: '2026-11-03' });
    expect(days.map(({ on }) => on)).toEqual(['2026-11-03']);
    expect(serviceExposure(schedule(), { after: '2026-11-03', until: '2026-11-03' })).toEqual([]);
  });

  test('leave out leave and holidays, even where they overlap, and days without a rotation', () => {
    const daysOff = [span('2026-11-09', '2026-11-13'), span('2026-11-11', '2026-11-11')];
    const days = serviceExposure(schedule({ daysOff }), { ...month, until: '2026-12-31' });
    expect(totalWeeks(days)).toBeCloseTo(3, 12);
  });

  test('weigh by rotation, whatever the order in which rotations are given', () => {
    const rotations = [
      { ...span('2026-11-16', '2026-11-29'), multiplier: 0.2 },
      { ...span('2026-11-02', '2026-11-15'), multiplier: 1 },
    ];
    expect(totalWeeks(serviceExposure(schedule({ rotations }), month))).toBeCloseTo(2.4, 12);
  });

  test('follow the week of a specialty with weekends', () => {
    const days = serviceExposure(schedule({ week: [1, 1, 1, 1, 1, 1, 1] }), month);
    expect(totalWeeks(days)).toBeCloseTo(4, 12);
    expect(days[0]?.weeks).toBeCloseTo(1 / 7, 12);
  });

  test.each([
    ['a day that no calendar has', schedule(), { ...month, until: '2026-02-30' }, 'date-impossible'],
    ['a stretch of 51 years', schedule(), { after: '2026-01-01', until: '2077-01-01' }, 'stretch-too-long'],
    [
      'leave that ends before it starts',
      schedule({ daysOff: [span('2026-11-10', '2026-11-09')] }),
      month,
      'dates-reversed',
    ],
    ['rotations that share a day', schedule({ rotations: [full, full] }), month, 'rotations-overlap'],
    ['a negative multiplier', schedule({ rotations: [{ ...full, multiplier: -1 }] }), month, 'negative'],
    ['a NaN multiplier', schedule({ rotations: [{ ...full, multiplier: Number.NaN }] }), month, 'negative'],
    ['a week without service', schedule({ week: [0, 0, 0, 0, 0, 0, 0] }), month, 'week-impossible'],
    ['a week of six days', schedule({ week: [1, 1, 1, 1, 1, 1] as never }), month, 'week-impossible'],
    ['a negative share', schedule({ week: [1, 1, 1, 1, 1, 1, -1] }), month, 'negative'],
  ])('are refused for %s', (_what, given, stretch, code) => {
    expect(() => serviceExposure(given, stretch)).toThrow(
      expect.objectContaining({ code: `statistics/${code}` }),
    );
  });
});

describe('a date and the weeks until then', () => {
  const days = serviceExposure(schedule(), month);

  test('is the first day through which the weeks are reached, or none', () => {
    expect(dateReaching(days, 1)).toBe('2026-11-06');
    expect(dateReaching(days, 1.01)).toBe('2026-11-09');
    expect(dateReaching(days, 0)).toBe('2026-11-02');
    expect(dateReaching(days, 4.01)).toBeNull();
    expect(dateReaching([], 1)).toBeNull();
    expect(() => dateReaching(days, -1)).toThrow(expect.objectContaining({ code: 'statistics/negative' }));
  });

  test('are nothing before the stretch and everything after it', () => {
    expect(weeksThrough(days, '2026-10-31')).toBe(0);
    expect(weeksThrough(days, '2026-11-03')).toBeCloseTo(0.4, 12);
    expect(weeksThrough(days, '2027-01-01')).toBeCloseTo(4, 12);
    expect(() => weeksThrough(days, 'today')).toThrow(
      expect.objectContaining({ code: 'statistics/date-impossible' }),
    );
  });

  test('undo each other: the date that weeks reach holds them, the day before does not', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 3.999, noNaN: true }), (weeks) => {
        const on = dateReaching(days, weeks) as string;
        const at = days.findIndex((day) => day.on === on);
        expect(weeksThrough(days, on)).toBeGreaterThanOrEqual(weeks);
        expect(days[at - 1]?.weeks ?? 0).toBeLessThan(weeks);
      }),
    );
  });

  test('cut a stretch in two without losing service', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (day) => {
        const on = `2026-${day < 10 ? '10' : '11'}-${String((day % 28) + 1).padStart(2, '0')}`;
        const { past, future } = splitExposure(days, on);
        expect(past.length + future.length).toBe(days.length);
        expect(totalWeeks(past) + totalWeeks(future)).toBeCloseTo(4, 12);
        expect(past.every((one) => one.on <= on) && future.every((one) => one.on > on)).toBe(true);
      }),
    );
  });
});

describe('the rotation schedule is known', () => {
  const until = (rotations: ServiceSchedule['rotations'], stretch = month) =>
    scheduleKnownUntil(schedule({ rotations }), stretch);

  test('until the last day before a gap, and weekends are no gap', () => {
    const next = { ...span('2026-11-30', '2026-12-04'), multiplier: 1 };
    const weekdays = { ...span('2026-11-02', '2026-11-06'), multiplier: 1 };
    const nextWeek = { ...span('2026-11-09', '2026-11-13'), multiplier: 0 };
    expect(until([full, next], { ...month, until: '2027-06-30' })).toBe('2026-12-04');
    expect(until([weekdays, nextWeek])).toBe('2026-11-13');
    expect(until([nextWeek])).toBeNull();
    expect(until([full])).toBe('2026-11-29');
  });
});
