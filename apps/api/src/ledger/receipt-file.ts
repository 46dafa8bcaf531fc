import { RECEIPT_FORMAT, Receipt } from '@countersign/contracts/ledger/receipt';
import { inclusionProof, isIncluded } from '@countersign/domain/ledger';
import type { CheckpointRow } from '../db/checkpoint.row';
import type { EventRow } from '../db/event.row';
import { sha256 } from '../db/salt';
import { replyProblems } from '../platform/shapes';
import { hex } from './tree-proofs';

/** What a receipt is made of: events, the checkpoint that covers some of them, and the leaves of its tree. */
export interface Receipted {
  readonly events: readonly Pick<EventRow, 'seq' | 'at' | 'action' | 'object' | 'leaf'>[];
  readonly checkpoint: Pick<CheckpointRow, 'size' | 'root'> & { readonly note: string };
  readonly leaves: readonly Uint8Array[];
}

/**
 * The bytes of a receipt.
 * @throws Error where the log is not the one that was signed: nobody gets a receipt that proves nothing
 */
export async function receiptFile({ events, checkpoint, leaves }: Receipted): Promise<Uint8Array> {
  const { size, note } = checkpoint;
  const root = Buffer.from(checkpoint.root, 'hex');
  const proven: Receipt['events'] = [];
  for (const { seq, at, action, object, leaf } of events) {
    if (seq > size) continue;
    const proof = await inclusionProof(leaves, seq - 1, sha256);
    const claim = { leaf: Buffer.from(leaf, 'hex'), index: seq - 1, size, root };
    if (!(await isIncluded(claim, proof, sha256))) throw new Error(`event ${seq} is not what was signed`);
    proven.push({ seq, at, action, object, leaf, proof: proof.map(hex) });
  }
  const unsigned = events.filter(({ seq }) => seq > size).map(({ seq }) => seq);
  const receipt: Receipt = { format: RECEIPT_FORMAT, checkpoint: note, events: proven, unsigned };
  return Buffer.from(`${JSON.stringify(receipt, null, 2)}\n`);
}

/** The receipt that a text holds; null for any other text. */
export function receiptIn(text: string): Receipt | null {
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null) return null;
    return replyProblems(Receipt, found).length === 0 ? (found as Receipt) : null;
  } catch {
    // No JSON.
    return null;
  }
}
