import { chanceOfMeeting, isComputable, type RatingRuleDesign } from '@countersign/domain/statistics';
import type { RatingOddsQuery } from '@countersign/contracts/requirements/bodies';
import type { RatingOddsView } from '@countersign/contracts/requirements/views';

/** Shares of cases that succeed, in percent, of which the chance is always told. */
const ALWAYS = [40, 50, 60, 70, 80, 90];

/** What the domain computes, by the share of cases that succeed. */
export function ratingOdds({ of, n, percent, cases: upTo, success }: RatingOddsQuery): RatingOddsView {
  const design: RatingRuleDesign = { of, n: Number(n), percent: Number(percent) };
  const cases = Number(upTo);
  const asked = success === undefined ? [] : [Number(success)];
  const shares = [...new Set([...ALWAYS, ...asked])].sort((one, other) => one - other);
  if (!isComputable(design)) return { cases, points: [] };
  return {
    cases,
    points: shares.map((successPercent) => ({
      successPercent,
      met: chanceOfMeeting(design, { successShare: successPercent / 100, cases }),
    })),
  };
}
