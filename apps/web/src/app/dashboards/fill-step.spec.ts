import { fillStep } from './fill-step';

it.each([
  [0, 20, 0],
  [3, 20, 1],
  [4, 20, 2],
  [8, 20, 3],
  [12, 20, 4],
  [19, 20, 4],
  [20, 20, 5],
  [31, 20, 5],
])('fills the tile of %i of %i at step %i', (approved, need, step) => {
  expect(fillStep(approved, need)).toBe(step);
});
