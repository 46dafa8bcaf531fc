import { LessThan } from 'typeorm';
import { restated, wordsIn, type EventV1, type TextId } from '@countersign/domain/ledger';
import type { Tx } from './context';
import { EventRow, LogHeadRow } from './event.row';

/** Which old events hold words that are removed, and what is put in the place of all words in them. */
export interface Removal {
  readonly programId: string;
  /** What the events are about, `noun:id`. */
  readonly object: string;
  readonly words: string;
  readonly idOf: (words: string) => TextId;
}

/**
 * Empties the events of the first epoch that hold the words; their hashes stand. What else an event says is restated with
 * ids in the place of all its words, for it may be emptied only once.
 * @returns the emptied events as the redaction must restate them
 */
export async function emptyOldEvents(
  tx: Tx,
  { programId: logId, object, words, idOf }: Removal,
): Promise<readonly EventV1[]> {
  const head = await tx.manager.findOneBy(LogHeadRow, { logId });
  const seq = LessThan(head?.epochSeq ?? 0);
  const rows = await tx.manager.find(EventRow, { where: { logId, object, seq }, order: { seq: 'ASC' } });
  const emptied: EventV1[] = [];
  for (const row of rows) {
    if (row.body === null) continue;
    const event = JSON.parse(row.body) as EventV1;
    if (!wordsIn(event).includes(words)) continue;
    await tx.update(EventRow, { logId, seq: row.seq }, { body: null });
    emptied.push(restated(event, idOf));
  }
  return emptied;
}
