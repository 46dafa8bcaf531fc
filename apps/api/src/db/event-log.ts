import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  chainHash,
  eventBytes,
  firstChainHash,
  leafHash,
  type LedgerEvent,
} from '@countersign/domain/ledger';
import { EventRow, LogHeadRow } from './event.row';

/** A change as a use case tells it; time, number and hashes are added when it is written. */
export interface Change {
  /** Id of the program, or `installation` for what belongs to none. */
  readonly log: string;
  /** `noun.verb` in the past, such as `entry.approved`. */
  readonly action: string;
  /** `kind:id`. */
  readonly object: string;
  /** Old and new, as plain JSON. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Who did it, where that is not who writes: `system` for what happens by itself. */
  readonly by?: string;
}

/** Rows of one INSERT; both drivers bound the number of values in a statement. */
const CHUNK = 100;

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/**
 * Appends changes to their logs, each hashed into its log's chain. The head row is locked first, so that the numbers of
 * a log have no gap and no fork; a transaction that fails takes its events with it.
 */
export async function writeEvents(
  manager: EntityManager,
  by: { readonly actorId: string; readonly at: number },
  changes: readonly Change[],
): Promise<void> {
  for (const log of new Set(changes.map((change) => change.log))) {
    const head = await lockHead(manager, log);
    const rows: EventRow[] = [];
    for (const change of changes.filter((one) => one.log === log)) {
      head.seq += 1;
      const row = eventRow(change, { ...by, seq: head.seq, chain: head.chain });
      head.chain = row.chain;
      rows.push(row);
    }
    for (let start = 0; start < rows.length; start += CHUNK)
      await manager.insert(EventRow, rows.slice(start, start + CHUNK));
    await manager.update(LogHeadRow, { logId: log }, { seq: head.seq, chain: head.chain });
  }
}

async function lockHead(manager: EntityManager, logId: string): Promise<LogHeadRow> {
  // An UPDATE that changes nothing takes the row lock on MySQL; SQLite writes are already one after another.
  const locked = await manager.update(LogHeadRow, { logId }, { logId });
  if (locked.affected === 0) {
    await manager.insert(LogHeadRow, { logId, seq: 0, chain: hex(firstChainHash(logId, sha256)) });
  }
  return manager.findOneByOrFail(LogHeadRow, { logId });
}

function eventRow(change: Change, by: { actorId: string; at: number; seq: number; chain: string }): EventRow {
  const { log, action, object, data, by: actorId = by.actorId } = change;
  const event: LedgerEvent = {
    v: 1,
    seq: by.seq,
    at: new Date(by.at).toISOString(),
    actor: actorId,
    action,
    object,
    // Undefined has no canonical form; a round trip through JSON leaves plain data.
    data: JSON.parse(JSON.stringify(data)) as LedgerEvent['data'],
  };
  const leaf = leafHash(event, sha256);
  return {
    logId: log,
    seq: by.seq,
    at: by.at,
    actorId,
    action,
    object,
    body: new TextDecoder().decode(eventBytes(event)),
    leaf: hex(leaf),
    chain: hex(chainHash(Buffer.from(by.chain, 'hex'), leaf, sha256)),
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
