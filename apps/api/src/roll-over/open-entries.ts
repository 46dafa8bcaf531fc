import { In } from 'typeorm';
import type { EntryState } from '@countersign/domain/entry';
import type { Reading } from '../db/context';
import { EntryRow } from '../entries/entry.row';

/** So many entries of a fellow that stand alike, and for whom they wait. */
export interface OpenEntries {
  readonly fellowId: string;
  readonly state: Extract<EntryState, 'draft' | 'returned' | 'submitted' | 'amended'>;
  /** Who is to decide on those that wait; null while a draft names nobody. */
  readonly waitsForId: string | null;
  readonly count: number;
}

/** What of a program’s entries is neither decided nor void, by fellow, state and supervisor; in one statement. */
export async function openEntries({ manager }: Reading, programId: string): Promise<OpenEntries[]> {
  const waitsFor = 'COALESCE(entry.assignedId, entry.supervisorId)';
  const rows = await manager
    .createQueryBuilder(EntryRow, 'entry')
    .where({ programId, state: In(['draft', 'returned', 'submitted', 'amended']) })
    .select(['entry.fellowId AS fellowId', 'entry.state AS state'])
    .addSelect(waitsFor, 'waitsForId')
    .addSelect('COUNT(*)', 'count')
    .groupBy('entry.fellowId')
    .addGroupBy('entry.state')
    .addGroupBy(waitsFor)
    .getRawMany<Omit<OpenEntries, 'count'> & { readonly count: string | number }>();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** How many of these entries there are. */
export function countOf(entries: readonly OpenEntries[], is: (one: OpenEntries) => boolean): number {
  return entries.filter(is).reduce((sum, { count }) => sum + count, 0);
}

/** Whether they wait for a decision. */
export function isWaiting({ state }: Pick<OpenEntries, 'state'>): boolean {
  return state === 'submitted' || state === 'amended';
}
