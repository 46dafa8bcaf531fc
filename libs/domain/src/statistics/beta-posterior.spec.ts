import fc from 'fast-check';
import {
  betaPosterior,
  credibleInterval,
  discountedPosterior,
  fewestCasesFor,
  meanRate,
  predictiveProbabilities,
  probabilityOfReaching,
  rateDeviation,
  UNIFORM_PRIOR,
} from './beta-posterior';

const count = fc.integer({ min: 0, max: 300 });

describe('the posterior of a success rate', () => {
  test('reproduces the placenta praevia example to its printed digits', () => {
    // Gelman et al., BDA3, section 2.4: 437 girls of 980 births.
    const posterior = betaPosterior(UNIFORM_PRIOR, { successes: 437, failures: 543 });
    const { low, high } = credibleInterval(posterior, 0.95);
    expect(meanRate(posterior)).toBeCloseTo(0.44602851, 8);
    expect(rateDeviation(posterior)).toBeCloseTo(0.0158543433, 9);
    expect([low, high]).toEqual([expect.closeTo(0.41506549, 8), expect.closeTo(0.47719977, 8)]);
  });

  test('is 77 % sure of 80 % after 26 of 30, with the 90 % interval 73–93 %', () => {
    const posterior = betaPosterior(UNIFORM_PRIOR, { successes: 26, failures: 4 });
    const { low, high } = credibleInterval(posterior, 0.9);
    expect(probabilityOfReaching(posterior, 0.8)).toBeCloseTo(0.7712712349, 9);
    expect([low, high]).toEqual([expect.closeTo(0.7286288184, 9), expect.closeTo(0.9342195295, 9)]);
  });

  test('is not sure of 90 % after 2 of 2', () => {
    const posterior = betaPosterior(UNIFORM_PRIOR, { successes: 2, failures: 0 });
    expect(probabilityOfReaching(posterior, 0.9)).toBeCloseTo(1 - 0.9 ** 3, 12);
  });

  test('predicts the next five cases', () => {
    const predicted = predictiveProbabilities({ a: 27, b: 5 }, 5);
    const expected = [0.0003342246, 0.005013369, 0.0350935829, 0.1453877005, 0.3634692513, 0.4507018717];
    expected.forEach((value, k) => expect(predicted[k]).toBeCloseTo(value, 9));
  });

  test('predicts with probabilities that add up to one and with its mean rate', () => {
    fc.assert(
      fc.property(count, count, fc.integer({ min: 0, max: 60 }), (successes, failures, cases) => {
        const posterior = betaPosterior(UNIFORM_PRIOR, { successes, failures });
        const predicted = predictiveProbabilities(posterior, cases);
        expect(predicted.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
        expect(predicted.reduce((sum, p, k) => sum + k * p, 0)).toBeCloseTo(cases * meanRate(posterior), 7);
      }),
    );
  });

  test('rises with a success and falls with a failure', () => {
    fc.assert(
      fc.property(count, count, (successes, failures) => {
        const sure = (s: number, f: number): number =>
          probabilityOfReaching(betaPosterior(UNIFORM_PRIOR, { successes: s, failures: f }), 0.8);
        expect(sure(successes + 1, failures)).toBeGreaterThanOrEqual(sure(successes, failures));
        expect(sure(successes, failures + 1)).toBeLessThanOrEqual(sure(successes, failures));
      }),
    );
  });

  test('holds the rate in an interval with the promised probability', () => {
    fc.assert(
      fc.property(
        count,
        count,
        fc.double({ min: 0.5, max: 0.99, noNaN: true }),
        (successes, failures, level) => {
          const posterior = betaPosterior(UNIFORM_PRIOR, { successes, failures });
          const { low, high } = credibleInterval(posterior, level);
          const held = probabilityOfReaching(posterior, low) - probabilityOfReaching(posterior, high);
          expect(held).toBeCloseTo(level, 9);
        },
      ),
    );
  });
});

describe('the posterior of a drifting skill', () => {
  test('weighs recent cases most', () => {
    const successes = [0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1, 0, ...Array<number>(10).fill(1)];
    const posterior = discountedPosterior(UNIFORM_PRIOR, successes, 0.95);
    expect(posterior).toEqual({ a: expect.closeTo(12.371039064, 9), b: expect.closeTo(3.1582900366, 9) });
    expect(probabilityOfReaching(posterior, 0.8)).toBeCloseTo(0.5372535377, 9);
  });

  test('is worth at most 20 cases beyond the prior at a retention of 0.95', () => {
    const { a, b } = discountedPosterior(UNIFORM_PRIOR, Array<number>(2000).fill(1), 0.95);
    expect(a + b - 2).toBeCloseTo(20, 9);
  });

  test('is the plain posterior where everything is retained', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1), { maxLength: 50 }), (outcomes) => {
        const successes = outcomes.filter((y) => y === 1).length;
        const counts = { successes, failures: outcomes.length - successes };
        expect(discountedPosterior({ a: 6, b: 2 }, outcomes, 1)).toEqual(
          betaPosterior({ a: 6, b: 2 }, counts),
        );
      }),
    );
  });
});

describe('the fewest cases for a goal', () => {
  test.each([
    [0.7, 0.9, 0, 6],
    [0.8, 0.9, 0, 10],
    [0.85, 0.9, 0, 14],
    [0.9, 0.9, 0, 21],
    [0.95, 0.9, 0, 44],
    [0.9, 0.9, 1, 37],
    [0.95, 0.95, 2, 123],
  ])('to be sure of %d with probability %d and %d failures is %d', (target, confidence, failures, cases) => {
    expect(fewestCasesFor(UNIFORM_PRIOR, { target, confidence, failures })).toBe(cases);
  });

  test('is none where the prior alone suffices', () => {
    expect(fewestCasesFor({ a: 50, b: 1 }, { target: 0.5, confidence: 0.9, failures: 0 })).toBe(0);
  });

  test('is the first number of cases that reaches the goal', () => {
    const goal = fc.record({
      target: fc.double({ min: 0.3, max: 0.98, noNaN: true }),
      confidence: fc.double({ min: 0.5, max: 0.98, noNaN: true }),
      failures: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(goal, (asked) => {
        const cases = fewestCasesFor(UNIFORM_PRIOR, asked);
        const sure = (n: number): number =>
          probabilityOfReaching(
            betaPosterior(UNIFORM_PRIOR, { successes: n - asked.failures, failures: asked.failures }),
            asked.target,
          );
        expect(sure(cases)).toBeGreaterThanOrEqual(asked.confidence - 1e-9);
        if (cases > asked.failures) expect(sure(cases - 1)).toBeLessThan(asked.confidence);
      }),
    );
  });
});
