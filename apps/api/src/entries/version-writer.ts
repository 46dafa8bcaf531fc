import type { CatalogueIndex } from '@countersign/domain/catalogue';
import { countProcedure, lateness, type DraftContent, type DraftProcedure } from '@countersign/domain/entry';
import type { Tx } from '../db/db';
import { civilDateAt } from '../platform/clock';
import type { ProgramRow } from '../programs/program.row';
import { EntryProcedureRow, EntryVersionRow, type EntryRow } from './entry.row';

/** What a change of an entry needs to know of its surroundings. */
export interface EntrySurroundings {
  readonly program: ProgramRow;
  readonly catalogue: CatalogueIndex;
}

/** The content of an entry's newest version as it is written now. */
export interface WrittenVersion {
  readonly content: DraftContent;
  /** When it was sent; null for one that is kept for later. */
  readonly submittedAt: number | null;
  readonly around: EntrySurroundings;
}

/** Writes the newest version of an entry: in place while nobody decided on it, else as the next number. */
export async function writeVersion(
  tx: Tx,
  row: EntryRow,
  { content, submittedAt, around }: WrittenVersion,
  stamp: { readonly rotation: string | null; readonly now: number },
): Promise<void> {
  const key = { programId: row.programId, entryId: row.id, number: row.number };
  await tx.manager.delete(EntryProcedureRow, key);
  await tx.manager.upsert(
    EntryVersionRow,
    {
      ...key,
      content,
      simulation: content.simulation,
      rotation: stamp.rotation,
      createdAt: stamp.now,
      submittedAt,
      lateDays: submittedAt === null ? null : lateDaysOf(row, content.performedOn, around.program),
    },
    ['programId', 'entryId', 'number'],
  );
  const procedures = content.procedures.map((procedure, position) => ({
    ...key,
    position,
    ...factsOfProcedure(procedure, around.catalogue),
  }));
  if (procedures.length > 0) await tx.manager.insert(EntryProcedureRow, procedures);
}

/** Takes the newest version back: it was not sent after all. */
export async function takeVersionBack(tx: Tx, row: EntryRow): Promise<void> {
  const key = { programId: row.programId, entryId: row.id, number: row.number };
  await tx.manager.update(EntryVersionRow, key, { submittedAt: null, lateDays: null });
}

/** The stamp of an entry rests on its first submission and stands on its first version, the one that was sent then. */
function lateDaysOf(row: EntryRow, performedOn: string, program: ProgramRow): number | null {
  if (row.number > 1 || row.firstSubmittedAt === null) return null;
  const submittedOn = civilDateAt(row.firstSubmittedAt, program.timeZone);
  // An entry that was withdrawn may come back for a later day than the one on which it was first sent.
  if (performedOn > submittedOn) return null;
  const limits = { softDays: program.lateAfterDays, hardDays: null };
  const { days, stamp } = lateness(performedOn, submittedOn, limits);
  return stamp === 'in-time' ? null : days;
}

function factsOfProcedure(procedure: DraftProcedure, catalogue: CatalogueIndex) {
  const item = catalogue.item(procedure.itemId);
  return {
    itemId: procedure.itemId,
    groupId: item?.group ?? '',
    role: procedure.role ?? null,
    supervision: procedure.supervision ?? null,
    outcome: procedure.outcome ?? null,
    levels: item ? countProcedure(procedure, item).levels : 0,
  };
}
