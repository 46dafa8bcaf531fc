import { MoreThanOrEqual } from 'typeorm';
import type { HabitDecision } from '@countersign/domain/statistics';
import { instantOf } from '../db/columns';
import type { Reading } from '../db/context';
import { DecisionRow, EntryVersionRow } from '../entries/entry.row';

/** Days over which it is looked at how approvals go. */
export const WINDOW_DAYS = 90;

const DAY_MS = 86_400_000;

/** A decision that stands, with the submission that it answers. */
export interface TimedDecision extends HabitDecision {
  readonly byId: string;
}

/** A decision as it comes from the database. */
interface Raw extends Pick<TimedDecision, 'byId' | 'kind' | 'batchId'> {
  readonly decidedAt: Date | string;
  readonly submittedAt: Date | string;
  readonly corrections: string;
}

/**
 * What was decided in the last {@link WINDOW_DAYS} days, whenever it was submitted: what waited longest is not left out.
 * One statement.
 */
export async function decidedLately({ manager, now }: Reading, programId: string): Promise<TimedDecision[]> {
  const rows = await manager
    .createQueryBuilder(DecisionRow, 'decision')
    .innerJoin(
      EntryVersionRow,
      'sent',
      'sent.programId = decision.programId AND sent.entryId = decision.entryId AND sent.number = decision.number',
    )
    .where({ programId, at: MoreThanOrEqual(now - WINDOW_DAYS * DAY_MS), slot: 'decision', live: 1 })
    .andWhere('sent.submittedAt IS NOT NULL')
    .select([
      ...['decision.byId AS byId', 'decision.kind AS kind', 'decision.at AS decidedAt'],
      ...['decision.corrections AS corrections', 'decision.batchId AS batchId'],
      'sent.submittedAt AS submittedAt',
    ])
    .getRawMany<Raw>();
  return rows.map(({ byId, kind, batchId, decidedAt, submittedAt, corrections }) => ({
    ...{ byId, kind, batchId, corrected: corrections !== '[]' },
    ...{ at: instantOf(decidedAt), submittedAt: instantOf(submittedAt) },
  }));
}
