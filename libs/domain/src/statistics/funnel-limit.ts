import { probabilityOfAtMost, type Trials } from './binomial';
import { openRate, positiveCount } from './preconditions';

/**
 * The limit of a funnel plot: the rate below which a record of `n` cases falls with probability `tail` if the true rate
 * is `rate`, interpolated between whole counts: (r - (F(r)-p)/(F(r)-F(r-1)))/n with r the smallest count of F(r) >= p.
 * A limit that interpolates below zero is zero.
 *
 * `rate` and `tail` strictly between 0 and 1; `n` one or more. With 6–12 fellows draw the 2.5 % and 97.5 % limits only:
 * 1 fellow in 20 falls outside by chance. Throws `statistics/rate-out-of-range` or `statistics/count-invalid`.
 * Source: Spiegelhalter, Stat Med 2005;24:1185, appendix.
 */
export function funnelLimit(trials: Trials, tail: number): number {
  const { n, rate } = trials;
  openRate(rate, 'rate');
  openRate(tail, 'tail');
  positiveCount(n, 'n');
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (probabilityOfAtMost(middle, trials) >= tail) high = middle;
    else low = middle + 1;
  }
  const atLow = probabilityOfAtMost(low, trials);
  const share = (atLow - tail) / (atLow - probabilityOfAtMost(low - 1, trials));
  return Math.max(0, (low - share) / n);
}
