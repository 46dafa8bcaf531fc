import { In, type EntityManager } from 'typeorm';
import type { Receipt, ReceiptEvent } from '@countersign/contracts/ledger/receipt';
import { isIncluded, type TreeHead } from '@countersign/domain/ledger';
import { EventRow } from '../db/event.row';
import { sha256 } from '../db/salt';

/** Why a receipt does not hold for an event. */
export type ReceiptFault = 'checkpoint-not-believed' | 'not-in-checkpoint' | 'not-in-log' | 'differs';

/** An event of a receipt, and what is wrong with it; null where it still is in the log as it was. */
export interface ReceiptedEvent extends Pick<ReceiptEvent, 'seq' | 'at' | 'action' | 'object'> {
  /** Size of the checkpoint that covers it. */
  readonly size: number | null;
  readonly fault: ReceiptFault | null;
}

/**
 * Holds a receipt against the log as it is: each event is in the tree of the checkpoint, and stands under its number with
 * the same hash and columns. That the log grew from that tree the verification of the log finds.
 * @param checkpoint the receipt's; null where its note is not to be believed
 */
export async function checkReceipt(
  manager: EntityManager,
  logId: string,
  { receipt, checkpoint }: { receipt: Receipt; checkpoint: TreeHead | null },
): Promise<readonly ReceiptedEvent[]> {
  const rows = await manager.find(EventRow, {
    select: { seq: true, at: true, action: true, object: true, leaf: true },
    where: { logId, seq: In(receipt.events.map(({ seq }) => seq)) },
  });
  const checked: ReceiptedEvent[] = [];
  for (const event of receipt.events) {
    const { seq, at, action, object } = event;
    const row = rows.find((one) => one.seq === seq);
    const fault = (await treeFault(event, checkpoint)) ?? rowFault(event, row);
    checked.push({ seq, at, action, object, size: checkpoint?.size ?? null, fault });
  }
  return checked;
}

async function treeFault(
  { seq, leaf, proof }: ReceiptEvent,
  checkpoint: TreeHead | null,
): Promise<ReceiptFault | null> {
  if (checkpoint === null) return 'checkpoint-not-believed';
  const claim = { ...checkpoint, leaf: Buffer.from(leaf, 'hex'), index: seq - 1 };
  const hashes = proof.map((hash) => Buffer.from(hash, 'hex'));
  return (await isIncluded(claim, hashes, sha256)) ? null : 'not-in-checkpoint';
}

function rowFault(event: ReceiptEvent, row: Omit<ReceiptEvent, 'proof'> | undefined): ReceiptFault | null {
  if (!row) return 'not-in-log';
  const columns = ['at', 'action', 'object', 'leaf'] as const;
  return columns.every((column) => row[column] === event[column]) ? null : 'differs';
}
