import { DomainError } from '../refusal';
import {
  betaCdf,
  betaQuantile,
  betaUpperTail,
  logBeta,
  logGamma,
  standardNormalCdf,
  standardNormalQuantile,
} from './special-functions';

// Reference values: mpmath 40-digit arithmetic, rounded to 17 digits; scipy 1.17 agrees.
const RELATIVE = 1e-10;

function expectRelative(got: number, reference: number): void {
  expect(Math.abs(got - reference)).toBeLessThanOrEqual(RELATIVE * Math.abs(reference));
}

describe('special functions', () => {
  test.each([
    [0.8, 27, 5, 0.22872876507108784, 0.77127123492891216],
    [0.9, 21, 1, 0.10941898913151236, 0.89058101086848764],
    [0.3, 0.5, 0.5, 0.36901011956554538, 0.63098988043445462],
    [0.489, 1879, 1711, 1.8711452787403678e-5, 0.9999812885472126],
    [0.02, 14, 28, 3.4734028091190713e-14, 0.99999999999996527],
  ])('the Beta distribution splits at %d for a=%d, b=%d', (x, a, b, lower, upper) => {
    expectRelative(betaCdf(x, a, b), lower);
    expectRelative(betaUpperTail(x, a, b), upper);
  });

  test.each([
    [0.05, 27, 5, 0.72862881844248527],
    [0.025, 438, 544, 0.4150654924550012],
    [0.975, 21, 1, 0.99879511655163649],
    [0.5, 28, 14, 0.66933514777629656],
    [0.1, 28, 8, 0.68661283488825142],
    [0.001, 0.5, 3, 2.8444455232269614e-7],
  ])('the %d quantile of Beta(%d, %d) is found', (p, a, b, quantile) => {
    expectRelative(betaQuantile(p, a, b), quantile);
  });

  test.each([
    [2, 3, -2.4849066497880003],
    [0.5, 0.5, 1.1447298858494002],
    [438, 544, -676.7649830766528],
    [0.001, 7, 6.9053060242800877],
  ])('ln B(%d, %d) is found', (a, b, value) => {
    expectRelative(logBeta(a, b), value);
  });

  test.each([
    [0.5, 0.5723649429247001],
    [3.7, 1.4280723266653879],
    [100, 359.1342053695754],
    [0.00001, 11.512919692895826],
    [2500, 17057.12197600184],
  ])('ln Gamma(%d) is found', (x, value) => {
    expectRelative(logGamma(x), value);
  });

  test.each([
    [-8, 6.2209605742717841e-16],
    [-0.3, 0.38208857781104736],
    [0.5, 0.6914624612740131],
    [4, 0.99996832875816688],
  ])('the normal distribution below %d is found', (z, value) => {
    expectRelative(standardNormalCdf(z), value);
  });

  test.each([
    [0.001, -3.0902323061678135],
    [0.025, -1.9599639845400542],
    [0.5, 0],
    [0.8, 0.84162123357291421],
    [0.995, 2.5758293035489008],
  ])('the %d quantile of the normal distribution is found', (p, value) => {
    expectRelative(standardNormalQuantile(p), value);
  });

  test('the ends of a distribution are exact', () => {
    expect([betaCdf(0, 2, 3), betaCdf(1, 2, 3), betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([
      0, 1, 0, 1,
    ]);
  });

  test.each<[string, () => number, string]>([
    ['a probability above 1', () => betaCdf(1.1, 2, 3), 'statistics/probability-out-of-range'],
    ['a NaN probability', () => betaQuantile(Number.NaN, 2, 3), 'statistics/probability-out-of-range'],
    ['a shape of zero', () => betaUpperTail(0.5, 0, 3), 'statistics/shape-not-positive'],
    ['a shape of more than a million', () => betaCdf(0.5, 1e7, 2), 'statistics/shape-too-large'],
    ['a NaN shape', () => logBeta(1, Number.NaN), 'statistics/shape-not-positive'],
    ['a negative argument', () => logGamma(-1), 'statistics/shape-not-positive'],
    ['a NaN score', () => standardNormalCdf(Number.NaN), 'statistics/not-a-number'],
    ['a certain quantile', () => standardNormalQuantile(1), 'statistics/probability-out-of-range'],
  ])('%s is refused', (_what, act, code) => {
    expect(act).toThrow(DomainError);
    expect(act).toThrow(expect.objectContaining({ code }));
  });
});
