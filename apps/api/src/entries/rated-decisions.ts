import { In } from 'typeorm';
import type { Rating } from '@countersign/domain/entry';
import type { Reading } from '../db/context';
import { grouped } from '../platform/grouped';
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
  const where = { programId, entryId: In([...entryIds]) };
  const decisions = await manager.find(DecisionRow, {
    where: undone ? where : { ...where, live: 1 },
    // Ids rise with time, also within a millisecond.
    order: { at: 'ASC', id: 'ASC' },
  });
  const ratings = await manager.find(RatingRow, { where, order: { position: 'ASC' } });
  const byDecision = grouped(ratings, ({ decisionId }) => decisionId);
  return decisions.map((decision) => ({
    ...decision,
    ratings: (byDecision.get(decision.id) ?? []).map(ratingIn),
  }));
}

/** A stored rating as the rules read it. */
export function ratingIn({ position, help, nextTime, scope }: RatingRow): Rating {
  return { position, help: help as Rating['help'], nextTime: nextTime as Rating['nextTime'], scope };
}
