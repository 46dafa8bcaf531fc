import type { Decision, Rating } from '@countersign/domain/entry';
import type { Tx } from '../db/context';
import { DecisionRow, RatingRow, type EntryRow } from '../entries/entry.row';

/** What a decision says besides what the rules of the entry's life need. */
export interface Words extends Partial<
  Pick<DecisionRow, 'keepDoing' | 'nextTimeText' | 'reasonCode' | 'reasonText'>
> {
  readonly ratings?: readonly Rating[];
}

/** Writes a decision with its ratings. @returns what the event says of it */
export async function writeDecision(
  tx: Tx,
  { programId, id: entryId, fellowId }: EntryRow,
  made: Decision,
  { ratings = [], ...words }: Words,
): Promise<object> {
  const decision: DecisionRow = {
    ...{ programId, id: tx.newId(), entryId, live: 1, fellowId },
    ...{ keepDoing: null, nextTimeText: null, reasonCode: null },
    ...made,
    ...words,
  };
  await tx.insert(DecisionRow, decision);
  const { id: decisionId, number } = decision;
  await tx.insert(
    RatingRow,
    ratings.map((rating) => ({ programId, decisionId, entryId, number, ...rating })),
  );
  return saidIn({ ...decision, ratings });
}

/** Takes the live decision of a slot back; its ratings and texts stay with it. */
export async function takeDecisionBack(
  tx: Tx,
  { programId, id: entryId }: EntryRow,
  { number, slot, undoneAt }: Decision,
): Promise<void> {
  await tx.update(DecisionRow, { programId, entryId, number, slot, live: 1 }, { live: null, undoneAt });
}

/** A decision as events keep it. */
export function saidIn(decision: DecisionRow & { readonly ratings: readonly Rating[] }): object {
  const { number, kind, onBehalfOfId, corrections, keepDoing, nextTimeText } = decision;
  const { reasonCode, reasonText, ratings } = decision;
  return {
    ...{ decided: number, kind, onBehalfOfId, corrections, ratings },
    ...{ keepDoing, nextTimeText, reasonCode, reasonText },
  };
}
