import type { EntityManager } from 'typeorm';
import {
  chainHash,
  dataOf,
  EPOCH_BEGAN,
  eventBytes,
  firstChainHash,
  leafHash,
  type EpochBegan,
  type EventV2,
  type JsonObject,
  type RowChange,
} from '@countersign/domain/ledger';
import { EventRow, LogHeadRow } from './event.row';
import { sha256 } from './salt';

/** An event before it is written: time, number and hashes are added then. */
export interface NewEvent {
  readonly action: string;
  /** `noun:id`. */
  readonly object: string;
  readonly data: JsonObject;
  readonly rows: readonly RowChange[];
  /** Who did it, where that is not who writes: `system` for what happens by itself. */
  readonly by?: string;
}

/** Who writes events, and the one time of them all, UTC ms. */
export interface Writing {
  readonly actorId: string;
  readonly at: number;
}

/** What happens by itself. */
export const SYSTEM = 'system';

/** Rows of one INSERT; both drivers bound the number of values in a statement. */
const CHUNK = 100;

/**
 * Appends events to a log, each hashed into its chain. The head row is locked first, so that the numbers of a log have no
 * gap and no fork; a transaction that fails takes its events with it. A new log begins with the epoch.
 * @throws Error for a log of the first epoch that has not begun the second: it must not be written to.
 */
export async function appendEvents(
  manager: EntityManager,
  logId: string,
  { writing, events }: { writing: Writing; events: readonly NewEvent[] },
): Promise<void> {
  const head = await lockHead(manager, logId);
  if (head.epochSeq === null && head.seq > 0) throw new Error(`the log ${logId} has not begun its epoch`);
  const began = head.epochSeq === null ? [epochBegan(head, 0)] : [];
  await append(manager, head, { writing, events: [...began, ...events] });
}

/** Appends to a log whose head the transaction has locked. */
export async function append(
  manager: EntityManager,
  head: LogHeadRow,
  { writing, events }: { writing: Writing; events: readonly NewEvent[] },
): Promise<void> {
  const rows = events.map((event) => {
    head.seq += 1;
    if (event.action === EPOCH_BEGAN) head.epochSeq = head.seq;
    const row = eventRow(head, event, writing);
    head.chain = row.chain;
    return row;
  });
  for (let start = 0; start < rows.length; start += CHUNK)
    await manager.insert(EventRow, rows.slice(start, start + CHUNK));
  const { logId, seq, chain, epochSeq } = head;
  await manager.update(LogHeadRow, { logId }, { seq, chain, epochSeq });
}

/** The event that begins the second epoch of a log in which so many rows stand. */
export function epochBegan(head: LogHeadRow, rows: number): NewEvent {
  const data: EpochBegan = { after: head.seq, rows };
  return { action: EPOCH_BEGAN, object: `log:${head.logId}`, data: dataOf(data), rows: [], by: SYSTEM };
}

/** Locks a log for the transaction; one that is new begins at 0. */
export async function lockHead(manager: EntityManager, logId: string): Promise<LogHeadRow> {
  // SQLite knows no lock of a row and needs none: its writes are already one after another.
  const lock = manager.connection.options.type === 'better-sqlite3' ? '' : ' FOR UPDATE';
  const [head] = await manager.query<LogHeadRow[]>(
    `SELECT logId, seq, chain, epochSeq FROM log_head WHERE logId = ?${lock}`,
    [logId],
  );
  if (head) return head;
  const first: LogHeadRow = { logId, seq: 0, chain: hex(firstChainHash(logId, sha256)), epochSeq: null };
  await manager.insert(LogHeadRow, first);
  return first;
}

function eventRow(head: LogHeadRow, { by, ...members }: NewEvent, writing: Writing): EventRow {
  const { action, object } = members;
  const { logId, seq } = head;
  const { at } = writing;
  const actorId = by ?? writing.actorId;
  const event: EventV2 = { v: 2, seq, at: new Date(at).toISOString(), actor: actorId, ...members };
  const leaf = leafHash(event, sha256);
  return {
    ...{ logId, seq, at, actorId, action, object },
    body: new TextDecoder().decode(eventBytes(event)),
    leaf: hex(leaf),
    chain: hex(chainHash(Buffer.from(head.chain, 'hex'), leaf, sha256)),
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
