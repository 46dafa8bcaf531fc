import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';
import betaln from '@stdlib/math-base-special-betaln';
import gammaln from '@stdlib/math-base-special-gammaln';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { DomainError } from '../refusal';
import { probabilityIn } from './preconditions';

/**
 * The one place where the numerical library is met. Every function answers a number or throws a {@link DomainError};
 * none answers NaN.
 */

function shape(value: number, field: string): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new DomainError('statistics/shape-not-positive', `${field} must be a positive number`, field);
}

/** The largest shape at which the library was found right to ten digits; far above it, it answers nonsense. */
export const LARGEST_SHAPE = 1e6;

function betaShape(value: number, field: string): number {
  if (shape(value, field) <= LARGEST_SHAPE) return value;
  throw new DomainError('statistics/shape-too-large', `${field} must not exceed ${LARGEST_SHAPE}`, field);
}

/** A shape that lies so far out that the library finds no value is refused, not answered with NaN or infinity. */
function found(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new DomainError('statistics/not-computable', 'no value can be computed for such extreme parameters');
}

/**
 * I_x(a,b) = P(X <= x) for X ~ Beta(a,b), the regularized incomplete beta function.
 *
 * `x` in 0..1; `a`, `b` above 0 and at most a million. Throws `statistics/probability-out-of-range`,
 * `statistics/shape-not-positive`, `statistics/shape-too-large` or, for extreme shapes only,
 * `statistics/not-computable`. Formula: NIST DLMF 8.17.2.
 */
export function betaCdf(x: number, a: number, b: number): number {
  return found(betainc(probabilityIn(x, 'x'), betaShape(a, 'a'), betaShape(b, 'b')));
}

/**
 * 1 - I_x(a,b) = P(X > x) for X ~ Beta(a,b), exact in the upper tail where `1 - betaCdf` would cancel.
 *
 * Ranges and errors as {@link betaCdf}.
 */
export function betaUpperTail(x: number, a: number, b: number): number {
  return found(betainc(probabilityIn(x, 'x'), betaShape(a, 'a'), betaShape(b, 'b'), true, true));
}

/**
 * The `p` quantile of Beta(a,b): the x with I_x(a,b) = p.
 *
 * `p` in 0..1. Shapes and errors as {@link betaCdf}.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return found(betaincinv(probabilityIn(p, 'p'), betaShape(a, 'a'), betaShape(b, 'b')));
}

/**
 * The x with P(X > x) = p for X ~ Beta(a,b): the `1 - p` quantile, exact for a `p` so small that `1 - p` would be 1.
 *
 * Ranges and errors as {@link betaQuantile}.
 */
export function betaUpperQuantile(p: number, a: number, b: number): number {
  return found(betaincinv(probabilityIn(p, 'p'), betaShape(a, 'a'), betaShape(b, 'b'), true));
}

/**
 * ln B(a,b), `a` and `b` above 0. Throws `statistics/shape-not-positive`, or `statistics/not-computable` where the value
 * is beyond all numbers. Formula: NIST DLMF 5.12.1.
 */
export function logBeta(a: number, b: number): number {
  return found(betaln(shape(a, 'a'), shape(b, 'b')));
}

/**
 * ln Gamma(x), `x` above 0. Throws `statistics/shape-not-positive`, or `statistics/not-computable` where the value is
 * beyond all numbers. Formula: NIST DLMF 5.2.1.
 */
export function logGamma(x: number): number {
  return found(gammaln(shape(x, 'x')));
}

/**
 * P(Z <= z) for a standard normal Z; 0 and 1 at the infinities. Throws `statistics/not-a-number` if `z` is NaN.
 * Formula: erfc(-z / sqrt 2) / 2, NIST DLMF 7.2.2.
 */
export function standardNormalCdf(z: number): number {
  if (Number.isNaN(z)) throw new DomainError('statistics/not-a-number', 'z must be a number', 'z');
  return normalCdf(z, 0, 1);
}

/**
 * The `p` quantile of the standard normal distribution, the z with {@link standardNormalCdf}(z) = p (NIST DLMF 7.17). `p` strictly between 0 and 1, because the ends have no finite
 * quantile; else `statistics/probability-out-of-range`. Throws `statistics/not-computable` for a `p` below 1e-300 or so.
 */
export function standardNormalQuantile(p: number): number {
  if (p > 0 && p < 1) return found(normalQuantile(p, 0, 1));
  throw new DomainError('statistics/probability-out-of-range', 'p must lie strictly between 0 and 1', 'p');
}
