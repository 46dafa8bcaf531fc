import type { EntryState } from '@countersign/domain/entry';
import type { Reading } from '../db/context';
import { EntryRow } from '../entries/entry.row';

/** Entries of a fellow by where they stand. An amended entry counts as approved. */
export interface EntryCounts {
  readonly approved: number;
  readonly waiting: number;
  readonly returned: number;
  readonly drafts: number;
}

/** Counts the entries of these fellows of a program; a fellow without entries is not in the map. */
export async function entryCounts(
  { manager }: Reading,
  programId: string,
  fellowIds: readonly string[],
): Promise<ReadonlyMap<string, EntryCounts>> {
  if (fellowIds.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(EntryRow, 'entry')
    .where('entry.programId = :programId AND entry.fellowId IN (:...fellowIds)', { programId, fellowIds })
    .select(['entry.fellowId AS fellowId', 'entry.state AS state', 'COUNT(*) AS entries'])
    .groupBy('entry.fellowId')
    .addGroupBy('entry.state')
    .getRawMany<{ fellowId: string; state: EntryState; entries: string | number }>();
  const sum = (fellowId: string, ...states: EntryState[]) =>
    rows
      .filter((row) => row.fellowId === fellowId && states.includes(row.state))
      .reduce((total, row) => total + Number(row.entries), 0);
  return new Map(
    rows.map(({ fellowId }) => [
      fellowId,
      {
        approved: sum(fellowId, 'approved', 'amended'),
        waiting: sum(fellowId, 'submitted'),
        returned: sum(fellowId, 'returned'),
        drafts: sum(fellowId, 'draft'),
      },
    ]),
  );
}

/** What a fellow without any entry has. */
export const noEntries: EntryCounts = { approved: 0, waiting: 0, returned: 0, drafts: 0 };
