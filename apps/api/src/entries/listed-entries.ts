import type { SelectQueryBuilder } from 'typeorm';
import type { Reading } from '../db/context';
import { EntryRow, EntryVersionRow } from './entry.row';
import { listedNumberSql } from './standing';

/** An entry with the version that a list shows its reader. */
export interface ListedEntry {
  readonly row: EntryRow;
  readonly version: EntryVersionRow;
  /** Stamp of its first version. */
  readonly lateDays: number | null;
}

/** Runs a query for entries, each with the version that a list shows the reader, in one statement. */
export async function listedEntries(
  view: Reading,
  entries: SelectQueryBuilder<EntryRow>,
): Promise<ListedEntry[]> {
  const ofEntry = (version: string) =>
    `${version}.programId = entry.programId AND ${version}.entryId = entry.id AND ${version}.number`;
  const { entities, raw } = await entries
    .setParameter('readerId', view.actor.personId)
    .innerJoinAndMapOne(
      'entry.listed',
      EntryVersionRow,
      'listed',
      `${ofEntry('listed')} = ${listedNumberSql}`,
    )
    .innerJoin(EntryVersionRow, 'first', `${ofEntry('first')} = 1`)
    .addSelect('first.lateDays', 'lateDays')
    .getRawAndEntities<{ lateDays: number | null }>();
  // Each entry has one such version, so that there are as many lines as entries, in the same order.
  return (entities as (EntryRow & { listed: EntryVersionRow })[]).map(({ listed, ...row }, place) => ({
    row,
    version: listed,
    lateDays: raw[place]?.lateDays ?? null,
  }));
}
