import { instantOf } from '../db/columns';
import type { Reading } from '../db/context';
import { EntryRow } from '../entries/entry.row';

const DAY_MS = 86_400_000;

/** What waits for one supervisor of a program. */
export interface WaitingForOne {
  readonly count: number;
  /** Whole days since the oldest was sent. */
  readonly oldestDays: number;
}

/** Entries of a program that wait, by the supervisor for whom they wait; one statement. */
export async function waitingByPerson(
  { manager, now }: Reading,
  programId: string,
): Promise<ReadonlyMap<string, WaitingForOne>> {
  const rows = await manager
    .createQueryBuilder(EntryRow, 'entry')
    .where("entry.programId = :programId AND entry.state IN ('submitted', 'amended')", { programId })
    .select('COALESCE(entry.assignedId, entry.supervisorId)', 'personId')
    .addSelect('COUNT(*)', 'count')
    .addSelect('MIN(entry.submittedAt)', 'oldest')
    .groupBy('COALESCE(entry.assignedId, entry.supervisorId)')
    .getRawMany<{ personId: string | null; count: number | string; oldest: Date | string | null }>();
  return new Map(
    rows.flatMap(({ personId, count, oldest }) => {
      const since = instantOf(oldest) ?? now;
      const oldestDays = Math.max(0, Math.floor((now - since) / DAY_MS));
      return personId === null ? [] : [[personId, { count: Number(count), oldestDays }] as const];
    }),
  );
}
