import { Between, type EntityManager } from 'typeorm';
import { consistencyProof, isConsistent, treeRoot, type TreeHead } from '@countersign/domain/ledger';
import { EventRow } from '../db/event.row';
import { sha256 } from '../db/salt';

/** Leaves that are read at a time. */
const PAGE = 5000;

/** Lower-case hex. */
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** That a log grew from a checkpoint that was held: whoever has both roots can check it without the log. */
export interface Growth {
  /** Number of events of the held checkpoint, and its root. */
  readonly held: number;
  readonly heldRoot: string;
  /** Number of events today, and the root of the tree over them. */
  readonly size: number;
  readonly root: string;
  /** Consistency proof between the two (RFC 6962 section 2.1.2), lower-case hex. */
  readonly proof: readonly string[];
}

/** The leaf hashes of the first `size` events of a log, as they are stored, or of those behind the first `after`; 32 bytes each. */
export async function leavesOf(
  manager: EntityManager,
  logId: string,
  size: number,
  after = 0,
): Promise<readonly Uint8Array[]> {
  const leaves: Uint8Array[] = [];
  for (let from = after + 1; from <= size; from += PAGE) {
    const rows = await manager.find(EventRow, {
      select: { seq: true, leaf: true },
      where: { logId, seq: Between(from, Math.min(size, from + PAGE - 1)) },
      order: { seq: 'ASC' },
    });
    for (const { leaf } of rows) leaves.push(Buffer.from(leaf, 'hex'));
  }
  return leaves;
}

/**
 * Proves of each held tree that the tree over the leaves grew from it; those from which it did not grow are left out, for
 * the verification of the log has found them.
 */
export async function growthFrom(
  held: readonly TreeHead[],
  leaves: readonly Uint8Array[],
): Promise<readonly Growth[]> {
  if (held.length === 0) return [];
  const newer = { size: leaves.length, root: await treeRoot(leaves, sha256) };
  const grown: Growth[] = [];
  for (const older of held) {
    if (older.size === 0 || older.size > newer.size) continue;
    const hashes = await consistencyProof(leaves, older.size, sha256);
    if (!(await isConsistent(older, newer, { hashes, sha256 }))) continue;
    grown.push({
      ...{ held: older.size, heldRoot: hex(older.root), size: newer.size, root: hex(newer.root) },
      proof: hashes.map(hex),
    });
  }
  return grown;
}
