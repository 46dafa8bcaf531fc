import type { Rating } from '@countersign/domain/entry';
import type { Reading } from '../db/context';
import { DecisionRow, RatingRow } from './entry.row';

/** A decision with its ratings, in the order of the procedures; only an approval has any. */
export interface RatedDecision extends DecisionRow {
  readonly ratings: readonly Rating[];
}

/** Everything that was said about entries of one program, oldest first; what was taken back only when it is asked for. */
export async function ratedDecisions(
  { manager }: Reading,
  { programId, entryIds, undone }: { programId: string; entryIds: readonly string[]; undone: boolean },
): Promise<RatedDecision[]> {
  const query = manager
    .createQueryBuilder(DecisionRow, 'decision')
    .leftJoinAndMapMany(
      'decision.ratings',
      RatingRow,
      'rating',
      'rating.programId = decision.programId AND rating.decisionId = decision.id',
    )
    .where('decision.programId = :programId AND decision.entryId IN (:...entryIds)', { programId, entryIds })
    // Ids rise with time, also within a millisecond.
    .orderBy('decision.at', 'ASC')
    .addOrderBy('decision.id', 'ASC')
    .addOrderBy('rating.position', 'ASC');
  if (!undone) query.andWhere('decision.live = 1');
  const decisions = (await query.getMany()) as (DecisionRow & { ratings: RatingRow[] })[];
  return decisions.map((decision) => ({ ...decision, ratings: decision.ratings.map(ratingIn) }));
}

/** A stored rating as the rules read it. */
export function ratingIn({ position, help, nextTime, scope }: RatingRow): Rating {
  return { position, help: help as Rating['help'], nextTime: nextTime as Rating['nextTime'], scope };
}
