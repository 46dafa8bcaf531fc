import {
  ageInDays,
  ageText,
  civilDateOf,
  dayFull,
  dayNear,
  dayRange,
  dayShort,
  daysBetween,
  dayWithWeekday,
  earliestDay,
} from './dates';

const day = 86_400_000;

it('writes a civil date as the same day in every time zone', () => {
  expect(dayShort('2026-11-13')).toBe('Nov 13');
  expect(dayWithWeekday('2026-11-13')).toBe('Fri, Nov 13');
  expect(dayFull('2026-03-01')).toBe('Mar 1, 2026');
});

it('names today and yesterday, and adds the year only when it differs', () => {
  expect(dayNear('2026-11-23', '2026-11-23')).toBe('Today, Nov 23');
  expect(dayNear('2026-11-22', '2026-11-23')).toBe('Yesterday, Nov 22');
  expect(dayNear('2026-11-13', '2026-11-23')).toBe('Fri, Nov 13');
  expect(dayNear('2025-11-13', '2026-11-23')).toBe('Nov 13, 2025');
});

it('shortens a range of one day to that day', () => {
  expect(dayRange('2026-11-16', '2026-11-16')).toBe('Nov 16');
  expect(dayRange('2026-11-16', '2026-11-18')).toBe('Nov 16 to Nov 18');
});

it('counts days across a leap day and a change of the clocks', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
  expect(daysBetween('2026-11-23', '2026-11-13')).toBe(-10);
});

it('tells an age in whole days', () => {
  expect(ageInDays(0, day - 1)).toBe(0);
  expect(ageInDays(0, 10 * day)).toBe(10);
  expect(ageInDays(day, 0)).toBe(0);
  expect([ageText(0), ageText(1), ageText(10)]).toEqual(['today', '1 day', '10 days']);
});

it('gives the civil date of an instant where the reader is', () => {
  const noon = new Date(2026, 0, 5, 12).getTime();
  expect(civilDateOf(noon)).toBe('2026-01-05');
});

it.each([
  ['2026-11-23', '2024-07-01'],
  ['2026-07-01', '2024-07-01'],
  ['2026-06-30', '2023-07-01'],
])('offers on %s the days from %s', (today, first) => {
  expect(earliestDay(today)).toBe(first);
});
