import fc from 'fast-check';
import { predictiveProbabilities } from './beta-posterior';
import { outlierFlags } from './outlier-flags';

const prior = { a: 7.2, b: 0.8 };
const of = (successes: number, failures: number) => ({ successes, failures });

describe('the flags of a small program', () => {
  test('follow the predictive tail under the prior', () => {
    const fellows = [of(27, 3), of(10, 20), of(30, 0), of(0, 0)];
    expect(outlierFlags(fellows, { prior })).toEqual([null, 'below', null, null]);
  });

  test('have both sides', () => {
    const low = { a: 4, b: 40 };
    expect(outlierFlags([of(3, 27), of(25, 5)], { prior: low })).toEqual([null, 'above']);
  });

  test('need the more, the more fellows are looked at: Benjamini and Hochberg at q = 0.10', () => {
    // Two-sided predictive p of 13 of 30, by the sum of the tail.
    const p =
      2 *
      predictiveProbabilities(prior, 30)
        .slice(0, 14)
        .reduce((sum, one) => sum + one, 0);
    expect(p).toBeGreaterThan(0.005);
    expect(p).toBeLessThan(0.1);
    const others = (count: number) => Array.from({ length: count }, () => of(27, 3));
    expect(outlierFlags([of(13, 17)], { prior })).toEqual(['below']);
    expect(outlierFlags([of(13, 17), ...others(40)], { prior })[0]).toBeNull();
    expect(outlierFlags([of(13, 17)], { prior, q: 0.001 })).toEqual([null]);
  });

  test('do not depend on the order of the fellows, and stand in it', () => {
    const record = fc.record({ successes: fc.nat(40), failures: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 12 }), (fellows) => {
        const flags = outlierFlags(fellows, { prior });
        expect(flags).toHaveLength(fellows.length);
        expect(outlierFlags([...fellows].reverse(), { prior })).toEqual([...flags].reverse());
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['a negative count', () => outlierFlags([of(-1, 2)], { prior }), 'count-invalid'],
    ['a prior worth nothing', () => outlierFlags([], { prior: { a: 0, b: 1 } }), 'not-positive'],
    ['a rate of false flags of one', () => outlierFlags([], { prior, q: 1 }), 'rate-out-of-range'],
    ['a record without end', () => outlierFlags([of(1e6, 1)], { prior }), 'too-many-cases'],
  ])('are refused for %s', (_what, act, code) => {
    expect(act).toThrow(expect.objectContaining({ code: `statistics/${code}` }));
  });
});
