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
    [0.8, 27, 5, 0.22872876507108783, 0.7712712349289121],
    [0.9, 21, 1, 0.10941898913151236, 0.8905810108684876],
    [0.3, 0.5, 0.5, 0.36901011956554536, 0.6309898804344546],
    [0.489, 1879, 1711, 1.871145278740368e-5, 0.9999812885472126],
    [0.02, 14, 28, 3.473402809119071e-14, 0.9999999999999653],
  ])('the Beta distribution splits at %d for a=%d, b=%d', (x, a, b, lower, upper) => {
    expectRelative(betaCdf(x, a, b), lower);
    expectRelative(betaUpperTail(x, a, b), upper);
  });

  test.each([
    [0.05, 27, 5, 0.7286288184424853],
    [0.025, 438, 544, 0.4150654924550012],
    [0.975, 21, 1, 0.9987951165516364],
    [0.5, 28, 14, 0.6693351477762965],
    [0.1, 28, 8, 0.6866128348882514],
    [0.001, 0.5, 3, 2.844445523226961e-7],
  ])('the %d quantile of Beta(%d, %d) is found', (p, a, b, quantile) => {
    expectRelative(betaQuantile(p, a, b), quantile);
  });

  test.each([
    [2, 3, -2.4849066497880004],
    [0.5, 0.5, 1.1447298858494002],
    [438, 544, -676.7649830766528],
    [0.001, 7, 6.905306024280088],
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
    [-8, 6.220960574271784e-16],
    [-0.3, 0.3820885778110474],
    [0.5, 0.6914624612740131],
    [4, 0.9999683287581669],
  ])('the normal distribution below %d is found', (z, value) => {
    expectRelative(standardNormalCdf(z), value);
  });

  test.each([
    [0.001, -3.0902323061678136],
    [0.025, -1.9599639845400543],
    [0.5, 0],
    [0.8, 0.8416212335729142],
    [0.995, 2.575829303548901],
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
