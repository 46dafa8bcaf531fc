import type { CatalogueIndex } from '@countersign/domain/catalogue';
import { lateness, type DraftContent } from '@countersign/domain/entry';
import type { Tx } from '../db/context';
import { civilDateAt } from '../platform/clock';
import type { Placing } from '../programs/placing';
import { EntryProcedureRow, EntryVersionRow, type EntryRow } from './entry.row';
import { procedureFacts, versionFacts } from './procedure-facts';

/** What a change of an entry needs to know of its surroundings. */
export interface EntrySurroundings extends Placing {
  readonly catalogue: CatalogueIndex;
}

/** The content of an entry's newest version as it is written now. */
export interface WrittenVersion {
  readonly content: DraftContent;
  /** When it was sent; null for one that is kept for later. */
  readonly submittedAt: number | null;
  readonly around: EntrySurroundings;
}

/** Writes the newest version of an entry. What was there under its number is replaced: nobody has decided on it. */
export async function writeVersion(
  tx: Tx,
  row: EntryRow,
  { content, submittedAt, around }: WrittenVersion,
  isNew: boolean,
): Promise<void> {
  const key = { programId: row.programId, entryId: row.id, number: row.number };
  const { program, catalogue, rotation } = around;
  const values = {
    edition: catalogue.catalogue.edition,
    content,
    ...versionFacts(content, catalogue),
    rotation,
    createdAt: tx.now,
    submittedAt,
    lateDays: submittedAt === null ? null : lateDaysOf(row, content.performedOn, program),
  };
  if (isNew) await tx.insert(EntryVersionRow, { ...key, ...values });
  else {
    await tx.remove(EntryProcedureRow, key);
    await tx.update(EntryVersionRow, key, values);
  }
  const { fellowId } = row;
  await tx.insert(EntryProcedureRow, procedureFacts({ ...key, fellowId, content }, catalogue));
}

/** Takes the newest version back: it was not sent after all. */
export async function takeVersionBack(tx: Tx, row: EntryRow): Promise<void> {
  const key = { programId: row.programId, entryId: row.id, number: row.number };
  await tx.update(EntryVersionRow, key, { submittedAt: null, lateDays: null });
}

/** The stamp of an entry rests on its first submission and stands on its first version, the one that was sent then. */
function lateDaysOf(row: EntryRow, performedOn: string, program: Placing['program']): number | null {
  if (row.number > 1 || row.firstSubmittedAt === null) return null;
  const submittedOn = civilDateAt(row.firstSubmittedAt, program.timeZone);
  // An entry that was withdrawn may come back for a later day than the one on which it was first sent.
  if (performedOn > submittedOn) return null;
  const limits = { softDays: program.lateAfterDays, hardDays: null };
  const { days, stamp } = lateness(performedOn, submittedOn, limits);
  return stamp === 'in-time' ? null : days;
}
