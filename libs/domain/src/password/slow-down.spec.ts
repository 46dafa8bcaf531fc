import { waitAfter } from './slow-down';

it('wrong tries slow the next one down, never without end', () => {
  expect([0, 3, 4, 5, 6, 7, 8, 9, 1_000_000].map(waitAfter)).toEqual([
    0, 0, 250, 500, 1000, 2000, 4000, 4000, 4000,
  ]);
});
