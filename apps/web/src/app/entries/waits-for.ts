import { personInWords } from '@countersign/contracts/words/person';
import type { EntryLineView } from '@countersign/contracts/entries/views';

/** For whom an entry of a list waits, and since when (UTC instant, ms). */
export interface Waits {
  readonly name: string;
  readonly since: number;
}

/** What waits of an entry: its first version, or the amendment beside the version that counts; undefined if nothing. */
export function waitsFor({
  state,
  supervisor,
  assigned,
  submittedAt,
  amendment,
}: EntryLineView): Waits | undefined {
  if (amendment?.state === 'waiting')
    return { name: personInWords(amendment.supervisor), since: amendment.at };
  if (state !== 'submitted' || submittedAt === undefined) return undefined;
  const name = assigned ?? supervisor;
  return { name: name === undefined ? 'nobody yet' : personInWords(name), since: submittedAt };
}
