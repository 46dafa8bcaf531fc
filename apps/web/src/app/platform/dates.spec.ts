import { ageInDays } from './dates';

const day = 86_400_000;

it('tells an age in whole days', () => {
  expect(ageInDays(0, day - 1)).toBe(0);
  expect(ageInDays(0, 10 * day)).toBe(10);
  expect(ageInDays(day, 0)).toBe(0);
});
