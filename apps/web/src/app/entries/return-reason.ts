import { personInWords } from '@countersign/contracts/words/person';
import { returnReasonWords } from '@countersign/contracts/words/review';
import type { EntryView } from '@countersign/contracts/entries/views';

/** Why an entry came back. */
export interface Reason {
  readonly by: string;
  readonly at: number;
  readonly word: string;
  /** Absent where it was removed. */
  readonly text: string | undefined;
}

/**
 * Why an entry, or an amendment beside the version that counts, is back with its fellow; undefined when it is not, or the
 * reason is not the reader's to see.
 */
export function reasonOf({ state, versions }: Pick<EntryView, 'state' | 'versions'>): Reason | undefined {
  if (state !== 'returned' && state !== 'approved') return undefined;
  // A returned entry may have been edited since; an amendment that came back is the newest version.
  const returns = (state === 'returned' ? versions : versions.slice(-1))
    .flatMap((version) => version.decisions)
    .filter(
      (decision) => decision.kind === 'returned' && !decision.undone && decision.reasonCode !== undefined,
    );
  const newest = returns.toSorted((one, other) => other.at - one.at)[0];
  if (!newest) return undefined;
  const { by, at, reasonCode = 'other', reasonText } = newest;
  return { by: personInWords(by), at, word: returnReasonWords[reasonCode], text: reasonText };
}
