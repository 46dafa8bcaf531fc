import { dayAfter } from '../calendar';
import { FEWEST_FOR_SILENCE, silenceSince } from './silence';
import { serviceExposure } from './service-exposure';

const exposure = (until: string, daysOff: { startsOn: string; endsOn: string }[] = []) =>
  serviceExposure(
    { rotations: [{ startsOn: '2026-01-05', endsOn: '2026-12-31', multiplier: 1 }], daysOff },
    { after: '2026-01-04', until },
  );
/** One case each Monday from the first week on. */
const mondays = (n: number) => Array.from({ length: n }, (_, week) => dayAfter('2026-01-05', 7 * week));

test('a pause is as unlikely as the own pace makes it', () => {
  // Ten cases in 9.2 weeks, then 3.8 silent ones: (b/(b+e))^a with a 12 and b 1.2 times 9.2.
  expect(silenceSince(mondays(10), exposure('2026-04-05'))).toBeCloseTo((11.04 / (11.04 + 3.8)) ** 12, 10);
  // The last Monday of March: not a week ago.
  expect(silenceSince(mondays(13), exposure('2026-04-05'))).toBe(1);
});

test('of somebody with many cases a few days without one are no pause', () => {
  const daily = Array.from({ length: 60 }, (_, day) => dayAfter('2026-01-05', day));
  const until = (days: number) => exposure(dayAfter('2026-01-05', 59 + days));
  expect(silenceSince(daily, until(5))).toBe(1);
  expect(silenceSince(daily, until(14))).toBeLessThan(0.01);
});

test('a whole week without a case is a pause, whichever week of the training it is', () => {
  const silent = Array.from({ length: 40 }, (_, week) => {
    const days = 7 * (2 + week) + 3;
    const daily = Array.from({ length: days }, (_day, day) => dayAfter('2026-01-05', day));
    return silenceSince(daily, exposure(dayAfter('2026-01-05', days + 6))) ?? 1;
  });
  expect(Math.max(...silent)).toBeLessThan(0.05);
});

test('leave is no silence', () => {
  const leave = [{ startsOn: '2026-03-11', endsOn: '2026-03-31' }];
  const [with_, without] = [exposure('2026-04-05', leave), exposure('2026-04-05')].map(
    (past) => silenceSince(mondays(10), past) ?? 0,
  );
  expect(with_).toBeGreaterThan((without ?? 1) * 5);
});

test.each([
  ['with too few cases', mondays(FEWEST_FOR_SILENCE - 1), exposure('2026-04-05')],
  ['of no training', mondays(10), []],
  ['of cases from before', mondays(10).map((on) => on.replace('2026', '2025')), exposure('2026-04-05')],
  [
    'while off service',
    mondays(10),
    exposure('2026-04-05', [{ startsOn: '2026-03-25', endsOn: '2026-04-30' }]),
  ],
])('nothing is said %s', (_what, cases, past) => {
  expect(silenceSince(cases, past)).toBeNull();
});
