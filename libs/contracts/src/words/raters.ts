import type { NoFindingReason } from '@countersign/domain/statistics';
import type { IntervalView, PairsView, RaterModelView, RaterNoteView } from '../raters/views';
import { counted, percent } from './count';

/** A number of points with its sign and one decimal, such as `+0.3` or `−0.4`. */
export function points(value: number): string {
  const rounded = Math.abs(value) < 0.05 ? 0 : value;
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '±';
  return `${sign}${Math.abs(rounded).toFixed(1)}`;
}

/** An interval before its point: `−0.1 to +0.7, estimate +0.3`. */
export function intervalInWords({ low, high, value }: IntervalView): string {
  return `${points(low)} to ${points(high)}, estimate ${points(value)}`;
}

/** A level on the scale with its interval first: `3.6 to 4.4, estimate 4.0`. */
export function levelInWords({ low, high, value }: IntervalView): string {
  return `${low.toFixed(1)} to ${high.toFixed(1)}, estimate ${value.toFixed(1)}`;
}

const tooFew: Readonly<Record<NoFindingReason, string>> = {
  'few-ratings': 'fewer than 10 ratings',
  'few-shared-fellows': 'fewer than 3 fellows whom somebody else rated too',
  unreliable: 'the ratings differ too much among themselves',
};

/** What a rater’s ratings say beside those of colleagues: `rates 0.3 higher than colleagues on the same fellows …`. */
export function raterInWords({ effect, hiddenBecause }: RaterNoteView, who: 'you' | 'they' = 'they'): string {
  if (effect === undefined) return `cannot be told apart: ${tooFew[hiddenBecause ?? 'few-ratings']}`;
  const { low, high, value } = effect;
  const between = `95 % interval ${points(low)} to ${points(high)}`;
  const rate = who === 'you' ? 'rate' : 'rates';
  if (Math.abs(value) < 0.05) return `${rate} as colleagues do on the same fellows (${between})`;
  const side = value > 0 ? 'higher' : 'lower';
  const doubt = low < 0 && high > 0 ? '; it may as well be nothing' : '';
  return `${rate} ${Math.abs(value).toFixed(1)} ${side} than colleagues on the same fellows (${between})${doubt}`;
}

/** The own note as one sentence: `You rate 0.3 higher …`, or `Too few to say: …`. */
export function ownNoteInWords(note: RaterNoteView): string {
  return note.effect === undefined
    ? `Too few to say: ${tooFew[note.hiddenBecause ?? 'few-ratings']}.`
    : `You ${raterInWords(note, 'you')}.`;
}

/** Whether raters can be compared with one another at all. */
export function connectivityInWords({ islands, raters, fellows, ratings }: RaterModelView): string {
  if (ratings === 0) return 'Nothing is rated yet.';
  const all = `${counted(ratings, 'rating', 'ratings')} of ${counted(fellows, 'fellow', 'fellows')} by ${counted(raters, 'supervisor', 'supervisors')}`;
  return islands === 1
    ? `${all}: shared fellows connect everybody, so that every supervisor can be compared with every other.`
    : `${all} in ${islands} parts that no fellow connects: within a part supervisors can be compared, across parts nobody can.`;
}

/** How much ratings say, and of which numbers that is made. */
export function reliabilityInWords({ single, twelveByFour, basis, ...model }: RaterModelView): string {
  const { fellowVariance, raterVariance, restVariance } = model;
  const made =
    basis === 'estimated'
      ? 'estimated from these ratings (REML)'
      : 'values of plausible size that stand in until there are 200 ratings by 8 connected supervisors';
  return `A single rating carries ${percent(single)} of what tells fellows apart; twelve by four supervisors carry ${percent(twelveByFour)}. Variances between fellows ${fellowVariance.toFixed(2)}, between supervisors ${raterVariance.toFixed(2)}, what is left ${restVariance.toFixed(2)}: ${made}.`;
}

/** How far self-ratings and supervisors’ ratings agree; below ten pairs only how many there are. */
export function agreementInWords({ pairs, agreement }: PairsView): string {
  if (agreement === undefined)
    return pairs === 0 ? 'no pairs yet' : `${counted(pairs, 'pair', 'pairs')}, too few to say (10 needed)`;
  const { same, low, high, kappa } = agreement;
  const share = `${percent(low)} to ${percent(high)} the same, ${same} of ${pairs}`;
  const weighted =
    kappa === undefined
      ? 'kappa not defined: both said one value throughout'
      : `weighted kappa ${kappa.low.toFixed(2)} to ${kappa.high.toFixed(2)}, estimate ${kappa.value.toFixed(2)}`;
  return `${share}; ${weighted}`;
}

/** Who gives more, the supervisor or the fellow: by so many points on average. */
export function differenceInWords({ agreement }: PairsView): string {
  if (agreement === undefined) return '';
  const { difference } = agreement;
  if (Math.abs(difference) < 0.05) return 'Supervisors and fellows give the same on average.';
  return `Supervisors give ${Math.abs(difference).toFixed(1)} points ${difference > 0 ? 'more' : 'less'} than fellows give themselves.`;
}
