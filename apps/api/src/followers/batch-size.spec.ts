import { BatchSize } from './batch-size';

describe('The number of events of a turn', () => {
  const after = (...turns: readonly (readonly [events: number, ms: number])[]): number => {
    const size = new BatchSize(true);
    for (const [events, ms] of turns) size.learn(events, ms);
    return size.value;
  };

  it('grows while turns are quick, to what fits into ten milliseconds, and never past 256', () => {
    expect(after([8, 1])).toBe(16);
    expect(after([8, 1], [16, 2], [32, 4], [64, 8])).toBe(80);
    expect(after(...Array<[number, number]>(20).fill([8, 0]))).toBe(256);
  });

  it('falls by half when a turn was slow, at last to one', () => {
    expect(after([8, 40])).toBe(4);
    expect(after(...Array<[number, number]>(4).fill([8, 900]))).toBe(1);
  });

  it('is always the same where nobody waits for the connection', () => {
    const size = new BatchSize(false);
    size.learn(64, 900);
    expect(size.value).toBe(64);
  });

  it('learns nothing from a turn without events', () => {
    expect(after([0, 50])).toBe(8);
  });
});
