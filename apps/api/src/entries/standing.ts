import type { EntryLife, EntryState } from '@countersign/domain/entry';
import type { EntryRow, EntryVersionRow } from './entry.row';

/** A version as far as it decides where its entry stands. */
export type StandingVersion = Pick<EntryVersionRow, 'number' | 'content' | 'submittedAt'>;

/** The columns of an entry that follow from its life and its versions; scopes, lists and the queue read them. */
export type Standing = Pick<EntryRow, 'shownNumber' | 'supervisorId' | 'performedOn' | 'submittedAt'>;

/** Whether a supervisor is asked for a decision. */
export function waits(state: EntryState): boolean {
  return state === 'submitted' || state === 'amended';
}

/**
 * Where an entry stands. Others see the version that counts, else the newest that was sent. Supervisor and time of
 * submission are those of the version that waits, so that a dropped or returned amendment leaves nothing of itself on
 * the entry, and an unsent edit of a returned entry names nobody new. A void entry stands where it stood before.
 */
export function standingOf(life: EntryLife, versions: readonly StandingVersion[]): Standing {
  const sent = versions.filter(({ submittedAt }) => submittedAt !== null).map(({ number }) => number);
  const shownNumber = life.approvedNumber ?? (sent.length === 0 ? null : Math.max(...sent));
  const newest = versionAt(versions, life.number);
  const listed = shownNumber === null || life.state === 'draft' ? newest : versionAt(versions, shownNumber);
  const asked = waits(life.state) ? newest : listed;
  return {
    shownNumber,
    performedOn: listed.content.performedOn,
    supervisorId: asked.content.supervisorId ?? null,
    submittedAt: asked.submittedAt,
  };
}

/** The version of a number, which an entry has. */
export function versionAt<Version extends { readonly number: number }>(
  versions: readonly Version[],
  number: number,
): Version {
  const found = versions.find((version) => version.number === number);
  if (!found) throw new Error(`version ${number} is missing`);
  return found;
}

type Numbered = Pick<EntryRow, 'state' | 'fellowId' | 'number' | 'shownNumber'>;

/** The version that a list shows: what others see; to its fellow a draft or returned entry as it was written last. */
export function listedNumber(row: Numbered, readerId: string): number {
  const writes = row.fellowId === readerId && (row.state === 'draft' || row.state === 'returned');
  return writes ? row.number : (row.shownNumber ?? row.number);
}

/** {@link listedNumber} as an expression over `entry`, for the reader in the parameter `readerId`. */
export const listedNumberSql = `CASE WHEN entry.fellowId = :readerId AND entry.state IN ('draft', 'returned')
  THEN entry.number ELSE COALESCE(entry.shownNumber, entry.number) END`;

/** The version that the page of an entry shows: what a list shows, but what waits to those who write it or decide on it. */
export function openedNumber(
  row: Numbered,
  reader: { readonly id: string; readonly decides: boolean },
): number {
  const concerns = row.fellowId === reader.id || reader.decides;
  return concerns && waits(row.state) ? row.number : listedNumber(row, reader.id);
}
