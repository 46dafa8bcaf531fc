import type { RatingLastNRule, RatingShareRule } from '@countersign/domain/competency';
import type { RatingOddsPointView, RatingOddsView } from '../requirements/views';

type RatingRule = RatingLastNRule | RatingShareRule;

/** A chance as it is said: whole percent, and never 0 or 100 for what is neither. */
export function chanceInWords(chance: number): string {
  if (chance > 0 && chance < 0.01) return 'under 1 %';
  if (chance > 0.99 && chance < 1) return 'over 99 %';
  return `${Math.round(chance * 100)} %`;
}

/**
 * What a rule about ratings says by chance: `The last 5 at help 4 or more will at some time by case 50 be met by 84 % of
 * fellows who succeed 60 % of the time.`
 */
export function ratingOddsInWords(
  rule: RatingRule,
  { successPercent, met }: RatingOddsPointView,
  { cases }: Pick<RatingOddsView, 'cases'>,
): string {
  return `${whatOf(rule)} at help ${rule.minHelp} or more will at some time by case ${cases} be met by ${chanceInWords(met)} of fellows who succeed ${successPercent} % of the time.`;
}

function whatOf(rule: RatingRule): string {
  if (rule.kind === 'rating-last-n') return `The last ${rule.n}`;
  const of = rule.of === 'newest' ? `the last ${rule.n}` : `at least ${rule.n}`;
  return `${rule.percent} % of ${of}`;
}
