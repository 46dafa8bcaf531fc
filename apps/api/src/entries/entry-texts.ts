import type { TextId } from '@countersign/domain/ledger';
import type { EntryRow, EntryVersionRow } from './entry.row';
import type { RatedDecision } from './rated-decisions';

/** The ids of every text that entries hold, in their contents, in what was decided on them, and why they are void. */
export function textIds(
  rows: readonly EntryRow[],
  versions: readonly EntryVersionRow[],
  decisions: readonly RatedDecision[],
): (TextId | null)[] {
  return [
    ...rows.map(({ voidReason }) => voidReason),
    ...versions.flatMap(({ content }) => Object.values(content.texts ?? {})),
    ...decisions.flatMap(({ keepDoing, nextTimeText, reasonText }) => [keepDoing, nextTimeText, reasonText]),
  ];
}
