import fc from 'fast-check';
import { median } from './median';
import { medianWait, type Wait } from './median-wait';

const over = (...times: number[]): Wait[] => times.map((time) => ({ time, over: true }));
const waiting = (...times: number[]): Wait[] => times.map((time) => ({ time, over: false }));

describe('Counting (p): the median of waits', () => {
  test('is the usual one where nothing waits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 15 }), (times) => {
        expect(medianWait(over(...times))).toEqual({
          time: expect.closeTo(median(times), 9),
          atLeast: false,
        });
      }),
    );
  });

  test('takes what still waits as at least that long: the Kaplan–Meier estimate', () => {
    // Survival 5/6, 4/6, then 4/6 × 2/3 = 4/9 with four of which one waits since 3.
    expect(medianWait([...over(1, 2, 4, 6, 7), ...waiting(3)])).toEqual({ time: 4, atLeast: false });
    expect(medianWait([...over(1, 1, 1), ...waiting(60)])).toEqual({ time: 1, atLeast: false });
  });

  test('is a lower bound where more waits than an estimate bears', () => {
    expect(medianWait([...over(1), ...waiting(10, 10, 10)])).toEqual({ time: 10, atLeast: true });
    expect(medianWait(waiting(3, 5))).toEqual({ time: 4, atLeast: true });
    expect(medianWait([...over(2), ...waiting(9)])).toEqual({ time: 2, atLeast: true });
  });

  test('is never shortened by something that waits longer', () => {
    const someWait = fc.record({ time: fc.integer({ min: 0, max: 30 }), over: fc.boolean() });
    fc.assert(
      fc.property(fc.array(someWait, { minLength: 1, maxLength: 12 }), (waits) => {
        const longest = Math.max(...waits.map(({ time }) => time));
        const more = [...waits, ...waiting(longest + 1)];
        const [before, after] = [medianWait(waits), medianWait(more)];
        if (before?.atLeast === false) expect(after?.time).toBeGreaterThanOrEqual(before.time);
      }),
    );
  });

  test('of nothing is none, and of a negative time refused', () => {
    expect(medianWait([])).toBeNull();
    expect(() => medianWait(over(-1))).toThrow(expect.objectContaining({ code: 'statistics/negative' }));
  });
});
