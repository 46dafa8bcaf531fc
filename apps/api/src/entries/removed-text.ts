import type { TextId } from '@countersign/domain/ledger';
import type { RemovedTextView } from '@countersign/contracts/entries/views';
import type { Texts } from '../db/texts';

/** What is shown in the place of a text that was removed: that it was, and when; nothing for one that is there. */
export function removed(texts: Texts, pointer: string, id: TextId | null): RemovedTextView[] {
  const at = texts.removedAt(id);
  return at === undefined ? [] : [{ pointer, at }];
}
