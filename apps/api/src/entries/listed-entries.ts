import type { SelectQueryBuilder } from 'typeorm';
import type { Reading } from '../db/context';
import { certainRowReader, type RawRow } from '../db/raw-rows';
import { EntryRow, EntryVersionRow } from './entry.row';
import { listedNumberSql } from './standing';

/** An entry with the version that a list shows its reader. */
export interface ListedEntry {
  readonly row: EntryRow;
  readonly version: EntryVersionRow;
  /** Stamp of its first version. */
  readonly lateDays: number | null;
}

/** A raw row of {@link listedEntries}; `total` where the query counts all. */
type ListedRaw = RawRow & { readonly lateDays: number | null; readonly total?: number | string };

/**
 * Runs a query for entries, each with the version that a list shows the reader, in one statement.
 * @returns the entries, and the total that the query counts; 0 where it does not
 */
export async function listedEntries(
  { manager, actor }: Reading,
  entries: SelectQueryBuilder<EntryRow>,
): Promise<{ found: ListedEntry[]; total: number }> {
  const ofEntry = (version: string) =>
    `${version}.programId = entry.programId AND ${version}.entryId = entry.id AND ${version}.number`;
  const found = await entries
    .setParameter('readerId', actor.personId)
    .innerJoinAndSelect(EntryVersionRow, 'listed', `${ofEntry('listed')} = ${listedNumberSql}`)
    .innerJoin(EntryVersionRow, 'first', `${ofEntry('first')} = 1`)
    .addSelect('first.lateDays', 'lateDays')
    .getRawMany<ListedRaw>();
  const entryIn = certainRowReader(manager, EntryRow, 'entry');
  const versionIn = certainRowReader(manager, EntryVersionRow, 'listed');
  return {
    // Each entry has one such version, so that there are as many lines as entries, in the same order.
    found: found.map((raw) => ({ row: entryIn(raw), version: versionIn(raw), lateDays: raw.lateDays })),
    total: Number(found[0]?.total ?? 0),
  };
}
