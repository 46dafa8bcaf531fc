import { probabilityOfAtMost, type Trials } from './binomial';
import { openRate, positiveCount } from './preconditions';

/**
 * The limit of a funnel plot: the rate below which a record of `n` cases falls with probability `tail` if the true rate
 * is `rate`, interpolated between whole counts: (r - (F(r)-p)/(F(r)-F(r-1)))/n with r the smallest count of F(r) >= p.
 * F(-1) is zero. The value is the formula's own: where even r = 0 is likelier than the tail it lies below zero, by less
 * than one case. A page that draws the funnel cuts it at 0 and 1, the ends of a rate.
 *
 * `rate` and `tail` strictly between 0 and 1; `n` one to a million. With 6–12 fellows draw the 2.5 % and 97.5 % limits
 * only: 1 fellow in 20 falls outside by chance. Throws `statistics/rate-out-of-range`, `statistics/count-invalid` or
 * `statistics/shape-too-large`. Source: Spiegelhalter, Stat Med 2005;24:1185, appendix.
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
  const below = low === 0 ? 0 : probabilityOfAtMost(low - 1, trials);
  return (low - (atLow - tail) / (atLow - below)) / n;
}
