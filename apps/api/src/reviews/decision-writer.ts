import type { Decision, Rating } from '@countersign/domain/entry';
import type { Tx } from '../db/context';
import { keepTexts } from '../db/texts';
import { DecisionRow, RatingRow, type EntryRow } from '../entries/entry.row';

/** What a decision says besides what the rules of the entry's life need. */
export interface Words {
  readonly keepDoing?: string | null;
  readonly nextTimeText?: string | null;
  readonly reasonCode?: DecisionRow['reasonCode'];
  readonly reasonText?: string | null;
  readonly ratings?: readonly Rating[];
  /** The batch that it is part of. */
  readonly batchId?: string | null;
}

/** Writes a decision with its ratings. */
export async function writeDecision(
  tx: Tx,
  { programId, id: entryId, fellowId }: EntryRow,
  made: Decision,
  { ratings = [], reasonCode = null, batchId = null, ...words }: Words,
): Promise<void> {
  const said = { keepDoing: null, nextTimeText: null, reasonText: made.reasonText, ...words };
  const idOf = await keepTexts(tx, programId, Object.values(said).filter(isThere));
  const decision: DecisionRow = {
    ...{ programId, id: tx.newId(), entryId, live: 1, fellowId },
    ...made,
    ...{ reasonCode, batchId },
    keepDoing: isThere(said.keepDoing) ? idOf(said.keepDoing) : null,
    nextTimeText: isThere(said.nextTimeText) ? idOf(said.nextTimeText) : null,
    reasonText: isThere(said.reasonText) ? idOf(said.reasonText) : null,
  };
  await tx.insert(DecisionRow, decision);
  const { id: decisionId, number } = decision;
  await tx.insert(
    RatingRow,
    ratings.map((rating) => ({ programId, decisionId, entryId, number, ...rating })),
  );
}

/** Takes the live decision of a slot back; its ratings and texts stay with it. */
export async function takeDecisionBack(
  tx: Tx,
  { programId, id: entryId }: EntryRow,
  { number, slot, undoneAt }: Decision,
): Promise<void> {
  const live = { programId, entryId, number, slot, live: 1 };
  const { id } = await tx.manager.findOneOrFail(DecisionRow, { where: live, select: { id: true } });
  await tx.update(DecisionRow, { programId, id, live: 1 }, { live: null, undoneAt });
}

function isThere(words: string | null): words is string {
  return words !== null;
}
