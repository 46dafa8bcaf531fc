import { filledShare } from './filled-share';

const of = (need: number, approved: readonly number[]) =>
  approved.map((count) => ({ approved: count, need }));

it('is the mean of what each fellow has of the own target, and no more than all of it', () => {
  expect(filledShare([...of(4, [1, 8]), ...of(10, [5])])).toBeCloseTo((0.25 + 1 + 0.5) / 3, 9);
  expect(filledShare([])).toBe(0);
});

it('is the same for the same share, however it was added up', () => {
  const tenths = of(10, [1, 2, 3, 6, 7]);
  const added = (cells: readonly { approved: number; need: number }[]) =>
    cells.reduce((sum, { approved, need }) => sum + approved / need, 0);
  // What adding up leaves, which put two columns that are equally empty in an order by chance.
  expect(added(tenths)).not.toBe(added(tenths.toReversed()));
  expect(filledShare(tenths)).toBe(filledShare(tenths.toReversed()));
  expect(filledShare(of(20, [2, 4, 6, 12, 14]))).toBe(filledShare(tenths));
});
