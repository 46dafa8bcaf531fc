import { binStandings, rangeStanding } from './calibration-standing';

const refusal = (code: string) => expect.objectContaining({ code: `statistics/${code}` });

describe('ranges that promise a share', () => {
  test('say nothing below thirty', () => {
    expect(rangeStanding(0.8, { inside: 29, total: 29 })).toEqual({
      promised: 0.8,
      resolved: 29,
      found: null,
    });
    expect(rangeStanding(0.8, { inside: 0, total: 0 }).found).toBeNull();
  });

  test('say how many held, with an interval and the exact p-value', () => {
    const { resolved, found } = rangeStanding(0.8, { inside: 24, total: 30 });
    expect([resolved, found?.held, found?.pValue]).toEqual([30, 24, 1]);
    // Beta(25, 7).
    expect(found?.low).toBeCloseTo(0.625, 2);
    expect(found?.high).toBeCloseTo(0.904, 2);
    expect(rangeStanding(0.95, { inside: 24, total: 30 }).found?.pValue).toBeLessThan(0.01);
  });

  test('are refused for a promise that is none', () => {
    expect(() => rangeStanding(1, { inside: 1, total: 1 })).toThrow(refusal('rate-out-of-range'));
  });
});

describe('probabilities held against what came', () => {
  const of = (count: number) => ({
    probabilities: Array.from({ length: count }, (_, k) => (k % 2 === 0 ? 0.1 : 0.9)),
    outcomes: Array.from({ length: count }, (_, k) => (k % 2 === 0 ? 0 : 1)),
  });

  test('say nothing below thirty', () => {
    expect(binStandings(of(29))).toBeNull();
  });

  test('stand in five bins, an empty one without any number', () => {
    const bins = binStandings(of(30));
    expect(bins?.map(({ count, meanOutcome }) => [count, meanOutcome])).toEqual([
      [15, 0],
      [0, null],
      [0, null],
      [0, null],
      [15, 1],
    ]);
    // Beta(1, 16): the upper end is 1 - 0.025^(1/16).
    expect(bins?.[0]?.high).toBeCloseTo(1 - 0.025 ** (1 / 16), 6);
    expect(bins?.[1]).toMatchObject({ low: null, high: null });
  });
});
