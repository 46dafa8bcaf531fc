import type { EntryView } from '@countersign/contracts/entries/views';
import { returnReasonWords } from '../platform/words';

/** Why an entry came back. */
export interface Reason {
  readonly by: string;
  readonly at: number;
  readonly word: string;
  readonly text: string;
}

/** The newest return that was not taken back; undefined when there is none, or its text is not the reader's to see. */
export function reasonOf(entry: Pick<EntryView, 'versions'>): Reason | undefined {
  const returns = entry.versions
    .flatMap((version) => version.decisions)
    .filter(
      (decision) => decision.kind === 'returned' && !decision.undone && decision.reasonText !== undefined,
    );
  const newest = returns.toSorted((one, other) => other.at - one.at)[0];
  if (!newest) return undefined;
  const { by, at, reasonCode = 'other', reasonText = '' } = newest;
  const words: Readonly<Record<string, string>> = returnReasonWords;
  return { by: by.name, at, word: words[reasonCode] ?? returnReasonWords.other, text: reasonText };
}
