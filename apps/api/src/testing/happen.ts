import type { EventName, JsonObject } from '@countersign/domain/ledger';
import type { Tx } from '../db/context';
import { LogHeadRow } from '../db/event.row';

/**
 * Records something that no use case does, for tests of what follows a log. A log that it begins has no event before its
 * first: the tests count from 1.
 */
export async function happen(tx: Tx, log: string, action: string, data: JsonObject = {}): Promise<void> {
  const head = { logId: log, seq: 0, chain: '0'.repeat(64), epochSeq: 0 };
  await tx.manager.createQueryBuilder().insert().into(LogHeadRow).values(head).orIgnore().execute();
  tx.events.push({ log, event: { action, object: 'thing:1', data, rows: [] } });
}

/** Names of such events, for a follower of them. */
export function kinds(...names: readonly string[]): readonly EventName[] {
  return names as readonly EventName[];
}
