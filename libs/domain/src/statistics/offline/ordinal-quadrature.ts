import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { DomainError } from '../../refusal';
import { positiveCount } from '../preconditions';

/** A rule for the integral of e^(-z^2) f(z) over all z: the sum of weight x f(node). */
export interface QuadratureRule {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/** More points gain nothing and lose digits. */
const MOST_POINTS = 50;

/**
 * Gauss–Hermite quadrature with 1 to 50 points, exact for polynomials of degree 2 points - 1.
 *
 * Throws `statistics/count-invalid` or `statistics/too-many-points`. Source: Golub & Welsch, Math Comput 1969;23:221:
 * the nodes are the eigenvalues of the tridiagonal matrix with sqrt(k/2) beside its diagonal.
 */
export function gaussHermite(points: number): QuadratureRule {
  if (positiveCount(points, 'points') > MOST_POINTS) {
    throw new DomainError(
      'statistics/too-many-points',
      `at most ${MOST_POINTS} points are computed`,
      'points',
    );
  }
  const jacobi = Matrix.zeros(points, points);
  for (let k = 1; k < points; k++) {
    jacobi.set(k, k - 1, Math.sqrt(k / 2));
    jacobi.set(k - 1, k, Math.sqrt(k / 2));
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(jacobi, {
    assumeSymmetric: true,
  });
  return {
    nodes: realEigenvalues,
    weights: eigenvectorMatrix.getRow(0).map((first) => Math.sqrt(Math.PI) * first * first),
  };
}
