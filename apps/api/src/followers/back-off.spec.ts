import { backOffMs, MOST_FAILURES } from './back-off';

const longest = (failures: number): number => backOffMs(failures, 1 - Number.EPSILON);

describe('The wait after a failure', () => {
  it('is at most a second after the first, doubles, and never passes an hour', () => {
    expect([1, 2, 3, 4].map(longest)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect([12, 13, 16, 1_000, 2_000].map(longest)).toEqual([2_048_000, ...Array(4).fill(3_600_000)]);
  });

  it('is spread over the upper half, so that what failed together does not come back together', () => {
    expect([0, 0.5].map((chance) => backOffMs(4, chance))).toEqual([4_000, 6_000]);
  });

  it('gives an event two to four hours before it is set aside', () => {
    const hours = (wait: (failures: number) => number): number =>
      Array.from({ length: MOST_FAILURES - 1 }, (_, nth) => wait(nth + 1)).reduce((sum, ms) => sum + ms) /
      3_600_000;
    expect(hours((failures) => backOffMs(failures, 0))).toBeCloseTo(2.07, 2);
    expect(hours(longest)).toBeCloseTo(4.14, 2);
  });
});
