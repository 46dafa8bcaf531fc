import type { CatalogueIndex } from '@countersign/domain/catalogue';
import {
  keptContent,
  lateness,
  textsOf,
  type DraftContent,
  type KeptContent,
} from '@countersign/domain/entry';
import type { TextId } from '@countersign/domain/ledger';
import type { Tx } from '../db/context';
import { keepTexts, type Texts } from '../db/texts';
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

/** What writing a version depends on besides its content. */
export interface WhenWritten {
  readonly isNew: boolean;
  /** Texts of the entry's other versions: what stays the same is the same text. */
  readonly known: Texts;
}

/** Writes the newest version of an entry, its words apart. What was there under its number is replaced: nobody has decided on it. */
export async function writeVersion(
  tx: Tx,
  row: EntryRow,
  { content, submittedAt, around }: WrittenVersion,
  { isNew, known }: WhenWritten,
): Promise<KeptContent<TextId>> {
  const key = { programId: row.programId, entryId: row.id, number: row.number };
  const { program, catalogue, rotation } = around;
  const idOf = await keepTexts(tx, row.programId, textsOf(content).values(), known);
  const kept = keptContent(content, idOf);
  const values = {
    edition: catalogue.catalogue.edition,
    content: kept,
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
  return kept;
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
