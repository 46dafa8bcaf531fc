import { betaPosterior, credibleInterval, UNIFORM_PRIOR } from './beta-posterior';
import { pointOf, possibleScale, type RatingScale } from './rater-rating';

/** What two people said of one case, on one scale. */
export interface RatedPair {
  readonly one: number;
  readonly other: number;
}

/** Below this number of pairs nothing is said. A choice. */
export const FEWEST_PAIRS = 10;

/** How far two people agree. */
export interface Agreement {
  /** Pairs that were compared. */
  readonly pairs: number;
  /** Pairs in which both said the same. */
  readonly same: number;
  /** The 95 % interval of the share of such pairs, 0..1. */
  readonly low: number;
  readonly high: number;
  /**
   * Quadratically weighted kappa, at most 1: 0 is what chance alone gives with these margins. Null where it is not defined,
   * because both said one and the same value throughout.
   */
  readonly kappa: number | null;
  /** Its 95 % interval; null with it. */
  readonly kappaLow: number | null;
  readonly kappaHigh: number | null;
  /** Mean of `one - other`, in points: above 0 the first one gives more. */
  readonly difference: number;
}

/** The 97.5 % point of the standard normal. */
const TWO_SIDED = 1.959963984540054;

/**
 * The agreement of two people over the same cases: the share of equal ratings with the equal-tailed 95 % interval of its
 * Beta posterior, and Cohen's kappa with quadratic weights (i − j)², whose interval is kappa ± 1.96 of the large-sample
 * standard error. The weights are distances in points of the scale, so that a category that nobody used changes nothing.
 *
 * Null below {@link FEWEST_PAIRS} pairs: nothing is said. Throws `statistics/scale-impossible` or
 * `statistics/rating-off-scale`. Sources: Cohen, Psychol Bull 1968;70:213; Fleiss, Cohen & Everitt, Psychol Bull
 * 1969;72:323 (standard error).
 */
export function agreement(pairs: readonly RatedPair[], scale: RatingScale): Agreement | null {
  possibleScale(scale);
  for (const { one, other } of pairs) {
    pointOf(one, scale);
    pointOf(other, scale);
  }
  if (pairs.length < FEWEST_PAIRS) return null;
  const same = pairs.filter(({ one, other }) => one === other).length;
  const posterior = betaPosterior(UNIFORM_PRIOR, { successes: same, failures: pairs.length - same });
  const { low, high } = credibleInterval(posterior, 0.95);
  return {
    ...{ pairs: pairs.length, same, low, high },
    ...weightedKappa(pairs, scale),
    difference: pairs.reduce((sum, { one, other }) => sum + one - other, 0) / pairs.length,
  };
}

type Kappa = Pick<Agreement, 'kappa' | 'kappaLow' | 'kappaHigh'>;

function weightedKappa(pairs: readonly RatedPair[], { lowest, highest }: RatingScale): Kappa {
  const points = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))];
  const share = (fits: (pair: RatedPair) => boolean) => pairs.filter(fits).length / pairs.length;
  const ones = points.map((point) => share(({ one }) => one === point));
  const others = points.map((point) => share(({ other }) => other === point));
  // As agreement: 1 for the same, less the farther apart.
  const weight = (one: number, other: number) => 1 - (one - other) ** 2 / (highest - lowest) ** 2;
  const expectedOf = (point: number, margin: readonly number[]) =>
    margin.reduce((sum, part, k) => sum + part * weight(point, points[k] as number), 0);
  const rows = points.map((point) => expectedOf(point, others));
  const columns = points.map((point) => expectedOf(point, ones));
  const observed = pairs.reduce((sum, { one, other }) => sum + weight(one, other), 0) / pairs.length;
  const expected = ones.reduce((sum, part, k) => sum + part * (rows[k] as number), 0);
  const left = 1 - expected;
  if (left < 1e-12) return { kappa: null, kappaLow: null, kappaHigh: null };
  const kappa = (observed - expected) / left;
  const squares =
    pairs.reduce((sum, { one, other }) => {
      const margins = (rows[points.indexOf(one)] as number) + (columns[points.indexOf(other)] as number);
      return sum + (weight(one, other) * left - margins * (1 - observed)) ** 2;
    }, 0) / pairs.length;
  const variance = (squares - (observed * expected - 2 * expected + observed) ** 2) / left ** 4;
  const error = Math.sqrt(Math.max(0, variance) / pairs.length);
  return {
    kappa,
    kappaLow: Math.max(-1, kappa - TWO_SIDED * error),
    kappaHigh: Math.min(1, kappa + TWO_SIDED * error),
  };
}
