import { dayAfter, isWithin, latestWithin, nearestOf } from './index';

const first = { fromOn: '2025-07-01', toOn: '2026-06-30' };
const second = { fromOn: '2027-01-01', toOn: '2027-06-30' };

it('A stretch holds its first and its last day', () => {
  expect(['2025-06-30', '2025-07-01', '2026-06-30', '2026-07-01'].map((on) => isWithin(on, first))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

it.each([
  ['2026-03-01', '2026-03-01'],
  ['2026-08-15', '2026-06-30'],
  ['2027-02-01', '2027-02-01'],
  ['2028-01-01', '2027-06-30'],
  ['2025-01-01', undefined],
])('The latest day up to %s is %s', (today, on) => {
  expect(latestWithin(today, [second, first])).toBe(on);
});

it.each([
  ['2026-07-02', first],
  ['2026-12-31', second],
  ['2027-03-01', second],
  ['2020-01-01', first],
])('The stretch nearest to %s is found', (on, stretch) => {
  expect(nearestOf(on, [second, first])).toBe(stretch);
  expect(nearestOf(on, [])).toBeUndefined();
});

it('Days are counted over the end of a month, of a February and of a year', () => {
  expect([dayAfter('2026-06-30', 14), dayAfter('2028-02-28', 1), dayAfter('2026-12-31', 1)]).toEqual([
    '2026-07-14',
    '2028-02-29',
    '2027-01-01',
  ]);
});
