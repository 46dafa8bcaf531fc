import {
  agreement,
  dependability,
  fairLevels,
  programVariances,
  raterFindings,
  ratingIslands,
  ratingsAreThin,
  type Agreement,
  type ProgramVariances,
  type RatingScale,
} from '@countersign/domain/statistics';
import type {
  AgreementView,
  PairsView,
  RatedFellowView,
  RaterLineView,
  RaterModelView,
  RaterNoteView,
} from '@countersign/contracts/raters/views';
import type { PersonView } from '@countersign/contracts/sessions/views';
import { pairsIn, type ProgramRating } from './program-ratings';

/** The help scale. */
const scale: RatingScale = { lowest: 1, highest: 5 };

/** The variances by which the ratings of a program are read. */
export function variancesOf(ratings: readonly ProgramRating[]): ProgramVariances {
  return programVariances(ratings, scale);
}

/** The model as it is printed beside its numbers. */
export function modelView(
  ratings: readonly ProgramRating[],
  { variances, basis }: ProgramVariances,
): RaterModelView {
  const { fellow: person, rater, residual } = variances;
  // Where fellows do not differ at all, no number of ratings tells them apart.
  const carried = (of: { ratings: number; raters: number }) =>
    person > 0 ? dependability({ person, rater, residual }, of) : 0;
  return {
    ratings: ratings.length,
    fellows: new Set(ratings.map(({ fellowId }) => fellowId)).size,
    raters: new Set(ratings.map(({ raterId }) => raterId)).size,
    islands: ratingIslands(ratings).length,
    basis,
    ...{ fellowVariance: person, raterVariance: rater, restVariance: residual },
    single: carried({ ratings: 1, raters: 1 }),
    twelveByFour: carried({ ratings: 12, raters: 4 }),
  };
}

/** A line for each of these supervisors, in their order; also for those who have rated nothing. */
export function raterLines(
  ratings: readonly ProgramRating[],
  { variances }: ProgramVariances,
  supervisors: readonly PersonView[],
): RaterLineView[] {
  const findings = new Map(raterFindings(ratings, variances, scale).map((one) => [one.raterId, one]));
  return supervisors.map((supervisor) => {
    const own = ratings.filter(({ raterId }) => raterId === supervisor.id);
    const finding = findings.get(supervisor.id);
    const note = { ...noteOf(own), supervisor };
    if (finding === undefined) return { ...note, sharedFellows: 0, hiddenBecause: 'few-ratings' };
    const { effect: value, low, high, hiddenBecause, sharedFellows, island } = finding;
    return {
      ...{ ...note, sharedFellows, island },
      ...(hiddenBecause === null ? { effect: { low, high, value } } : { hiddenBecause }),
    };
  });
}

/** A line for each of these fellows, in their order; also for those who are not rated. */
export function fellowLines(
  ratings: readonly ProgramRating[],
  { variances }: ProgramVariances,
  fellows: readonly PersonView[],
): RatedFellowView[] {
  const levels = new Map(fairLevels(ratings, variances, scale).map((one) => [one.fellowId, one]));
  const { fellow: person, rater, residual } = variances;
  return fellows.map((fellow) => {
    const own = ratings.filter(({ fellowId }) => fellowId === fellow.id);
    const withSupervisors = pairsView(own);
    const level = levels.get(fellow.id);
    if (level === undefined) return { fellow, ratings: 0, raters: 0, thin: true, withSupervisors };
    const of = { ratings: level.ratings, raters: level.raters };
    const thin = ratingsAreThin(of);
    const { low, high, rawMean, usual } = level;
    return {
      ...{ fellow, ...of, thin, rawMean, withSupervisors },
      ...(thin ? {} : { fair: { low, high, value: usual.mean } }),
      ...(person > 0 ? { dependability: dependability({ person, rater, residual }, of) } : {}),
    };
  });
}

/** How far self-ratings and supervisors' ratings among these agree; nothing below ten pairs. */
export function pairsView(ratings: readonly ProgramRating[]): PairsView {
  const pairs = pairsIn(ratings);
  const found = agreement(pairs, scale);
  return { pairs: pairs.length, ...(found === null ? {} : { agreement: agreementView(found) }) };
}

function noteOf(own: readonly ProgramRating[]): Omit<RaterNoteView, 'sharedFellows'> {
  const sum = own.reduce((total, { value }) => total + value, 0);
  return {
    ratings: own.length,
    fellows: new Set(own.map(({ fellowId }) => fellowId)).size,
    ...(own.length === 0 ? {} : { rawMean: sum / own.length }),
    withFellows: pairsView(own),
  };
}

function agreementView({ kappa, kappaLow, kappaHigh, ...rest }: Agreement): AgreementView {
  return kappa === null || kappaLow === null || kappaHigh === null
    ? rest
    : { ...rest, kappa: { low: kappaLow, high: kappaHigh, value: kappa } };
}
