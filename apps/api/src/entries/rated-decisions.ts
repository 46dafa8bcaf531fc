import type { EntityManager } from 'typeorm';
import type { Rating } from '@countersign/domain/entry';
import type { Reading } from '../db/context';
import { KeptQuery, type Values } from '../db/kept-query';
import { rowReader, type RawRow } from '../db/raw-rows';
import { DecisionRow, RatingRow } from './entry.row';

/** A decision with its ratings, in the order of the procedures; only an approval has any. */
export interface RatedDecision extends DecisionRow {
  readonly ratings: readonly Rating[];
}

interface OfEntries extends Values {
  readonly programId: string;
  readonly entryIds: readonly string[];
}

const everything = (manager: EntityManager, of: OfEntries) =>
  manager
    .createQueryBuilder(DecisionRow, 'decision')
    .leftJoinAndSelect(
      RatingRow,
      'rating',
      'rating.programId = decision.programId AND rating.decisionId = decision.id',
    )
    .where('decision.programId = :programId AND decision.entryId IN (:...entryIds)', of)
    // Ids rise with time, also within a millisecond.
    .orderBy('decision.at', 'ASC')
    .addOrderBy('decision.id', 'ASC')
    .addOrderBy('rating.position', 'ASC');

const allDecisions = new KeptQuery(everything);
const liveDecisions = new KeptQuery((manager, of: OfEntries) =>
  everything(manager, of).andWhere('decision.live = 1'),
);

/** Everything that was said about entries of one program, oldest first; what was taken back only when it is asked for. */
export async function ratedDecisions(
  { manager }: Reading,
  { programId, entryIds, undone }: { programId: string; entryIds: readonly string[]; undone: boolean },
): Promise<RatedDecision[]> {
  const query = undone ? allDecisions : liveDecisions;
  return decisionsIn(manager, await query.run<RawRow>(manager, { programId, entryIds }));
}

/**
 * The decisions of raw rows, in the order in which each comes first: `decision` and `rating` are their aliases, and a row
 * may have neither. One line for each rating, or one for a decision that has none.
 */
export function decisionsIn(manager: EntityManager, rows: readonly RawRow[]): RatedDecision[] {
  const decisionIn = rowReader(manager, DecisionRow, 'decision');
  const ratingRowIn = rowReader(manager, RatingRow, 'rating');
  const made = new Map<unknown, DecisionRow & { ratings: Rating[] }>();
  for (const raw of rows) {
    const id = raw['decision_id'];
    const first = made.has(id) ? null : decisionIn(raw);
    if (first) made.set(id, { ...first, ratings: [] });
    const rating = ratingRowIn(raw);
    if (rating) made.get(id)?.ratings.push(ratingIn(rating));
  }
  return [...made.values()];
}

/** A stored rating as the rules read it. */
function ratingIn({ position, help, nextTime, scope }: RatingRow): Rating {
  return { position, help: help as Rating['help'], nextTime: nextTime as Rating['nextTime'], scope };
}
