import { forecastOutcome } from './forecast-outcome';

const made = { earlyOn: '2026-03-01', lateOn: '2026-03-31' };
const known = { metOn: null, endsOn: '2026-06-30', today: '2026-04-01' };

test('a range is judged when its later day has come, and not earlier though the target was reached', () => {
  const early = { ...known, metOn: '2026-03-10', today: '2026-03-30' };
  expect(forecastOutcome(made, early).held).toBeNull();
  expect(forecastOutcome(made, { ...early, today: '2026-03-31' }).held).toBe(true);
});

test.each([
  ['the first day of it', '2026-03-01', true],
  ['the last day of it', '2026-03-31', true],
  ['the day before', '2026-02-28', false],
  ['the day after', '2026-04-01', false],
  ['no day yet', null, false],
])('a range that is over holds the target on %s or not', (_when, metOn, held) => {
  expect(forecastOutcome(made, { ...known, metOn }).held).toBe(held);
});

test('a range without a later day is never judged', () => {
  expect(forecastOutcome({ ...made, lateOn: null }, { ...known, metOn: '2026-03-10' }).held).toBeNull();
  expect(forecastOutcome({ earlyOn: null, lateOn: null }, known).held).toBeNull();
});

test('the end of training is judged when it is over', () => {
  expect(forecastOutcome(made, { ...known, today: '2026-06-30' }).metByEnd).toBeNull();
  expect(forecastOutcome(made, { ...known, today: '2026-07-01' }).metByEnd).toBe(false);
  expect(forecastOutcome(made, { ...known, metOn: '2026-06-30', today: '2026-07-01' }).metByEnd).toBe(true);
  expect(forecastOutcome(made, { ...known, metOn: '2026-07-01', today: '2026-07-02' }).metByEnd).toBe(false);
  expect(forecastOutcome(made, { ...known, endsOn: null }).metByEnd).toBeNull();
});
