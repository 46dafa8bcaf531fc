import { ageInDays, civilDateOf, daysBetween } from './dates';

const day = 86_400_000;

it('counts days across a leap day and a change of the clocks', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
  expect(daysBetween('2026-11-23', '2026-11-13')).toBe(-10);
});

it('tells an age in whole days', () => {
  expect(ageInDays(0, day - 1)).toBe(0);
  expect(ageInDays(0, 10 * day)).toBe(10);
  expect(ageInDays(day, 0)).toBe(0);
});

it('gives the civil date of an instant where the reader is', () => {
  const noon = new Date(2026, 0, 5, 12).getTime();
  expect(civilDateOf(noon)).toBe('2026-01-05');
});
