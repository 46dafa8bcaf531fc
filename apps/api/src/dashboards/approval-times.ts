import { In, MoreThanOrEqual } from 'typeorm';
import type { DecisionKind } from '@countersign/domain/entry';
import { instantOf } from '../db/columns';
import type { Reading } from '../db/context';
import { DecisionRow, EntryRow, EntryVersionRow } from '../entries/entry.row';

export const DAY_MS = 86_400_000;
/** Days over which it is looked at how approvals go. */
export const WINDOW_DAYS = 90;
/** What takes longer than these days is called slow. */
export const SLOW_DAYS = 14;

/** An entry that waits, as far as its age and its supervisor go. */
export type Waiting = Pick<EntryRow, 'supervisorId' | 'assignedId' | 'submittedAt' | 'createdAt'>;

/** A decision with the submission that it answers. */
export interface TimedDecision {
  readonly kind: DecisionKind;
  readonly byId: string;
  readonly at: number;
  readonly submittedAt: number;
}

/** What was decided since then, whenever it was submitted; what waited longest is not left out. */
export async function decidedSince(
  { manager }: Reading,
  programId: string,
  since: number,
): Promise<TimedDecision[]> {
  const rows = await manager
    .createQueryBuilder(DecisionRow, 'decision')
    .innerJoin(
      EntryVersionRow,
      'sent',
      'sent.programId = decision.programId AND sent.entryId = decision.entryId AND sent.number = decision.number',
    )
    .where({ programId, at: MoreThanOrEqual(since), slot: 'decision', live: 1 })
    .andWhere('sent.submittedAt IS NOT NULL')
    .select(['decision.kind AS kind', 'decision.byId AS byId', 'decision.at AS decidedAt'])
    .addSelect('sent.submittedAt AS submittedAt')
    .getRawMany<{
      kind: DecisionKind;
      byId: string;
      decidedAt: Date | string;
      submittedAt: Date | string;
    }>();
  return rows.map(({ kind, byId, decidedAt, submittedAt }) => ({
    ...{ kind, byId },
    at: instantOf(decidedAt),
    submittedAt: instantOf(submittedAt),
  }));
}

/** Everything that waits for a decision. */
export function waitingEntries({ manager }: Reading, programId: string): Promise<Waiting[]> {
  return manager.find(EntryRow, {
    where: { programId, state: In(['submitted', 'amended']) },
    select: { supervisorId: true, assignedId: true, submittedAt: true, createdAt: true },
  });
}

/** How long an entry has waited, in ms. */
export function waitedMs({ submittedAt, createdAt }: Waiting, now: number): number {
  return Math.max(0, now - (submittedAt ?? createdAt));
}
