import { DomainError } from '../refusal';
import { isHash } from './bytes';
import type { Sha256 } from './crypto-functions';
import { frontierRoot, withLeaf, type Frontier } from './merkle-frontier';

/**
 * The Merkle tree hash over leaf hashes, oldest first (RFC 6962 section 2.1); of no leaves it is SHA-256 of nothing.
 * Throws `ledger/impossible-leaf` for a leaf hash that is not of 32 bytes.
 */
export async function treeRoot(leaves: readonly Uint8Array[], sha256: Sha256): Promise<Uint8Array> {
  assertLeaves(leaves);
  return rootOf(leaves, sha256);
}

async function rootOf(leaves: readonly Uint8Array[], sha256: Sha256): Promise<Uint8Array> {
  let frontier: Frontier = [];
  for (const leaf of leaves) frontier = await withLeaf(frontier, leaf, sha256);
  return frontierRoot(frontier, sha256);
}

/**
 * The hashes that show that the leaf at `index` (from 0) is in the tree over `leaves` (RFC 6962 section 2.1.1).
 * Throws `ledger/no-such-leaf` for an index outside the tree, and as {@link treeRoot} does.
 */
export async function inclusionProof(
  leaves: readonly Uint8Array[],
  index: number,
  sha256: Sha256,
): Promise<readonly Uint8Array[]> {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) {
    throw new DomainError('ledger/no-such-leaf', `the tree has no leaf ${index}`);
  }
  assertLeaves(leaves);
  return pathTo(index, leaves, sha256);
}

async function pathTo(
  index: number,
  leaves: readonly Uint8Array[],
  sha256: Sha256,
): Promise<readonly Uint8Array[]> {
  if (leaves.length === 1) return [];
  const { split, left, right } = halves(leaves);
  return index < split
    ? [...(await pathTo(index, left, sha256)), await rootOf(right, sha256)]
    : [...(await pathTo(index - split, right, sha256)), await rootOf(left, sha256)];
}

/**
 * The hashes that show that the tree over the first `oldSize` leaves is the beginning of the tree over all
 * (RFC 6962 section 2.1.2). Throws `ledger/impossible-size` unless 0 < oldSize ≤ the number of leaves, and as
 * {@link treeRoot} does.
 */
export async function consistencyProof(
  leaves: readonly Uint8Array[],
  oldSize: number,
  sha256: Sha256,
): Promise<readonly Uint8Array[]> {
  if (!Number.isInteger(oldSize) || oldSize <= 0 || oldSize > leaves.length) {
    throw new DomainError(
      'ledger/impossible-size',
      `there is no tree of ${oldSize} before one of ${leaves.length}`,
    );
  }
  assertLeaves(leaves);
  return subProof(oldSize, leaves, { whole: true, sha256 });
}

/** `whole`: the old tree is still the one that the checker knows the root of, so its hash need not be given. */
async function subProof(
  oldSize: number,
  leaves: readonly Uint8Array[],
  at: { readonly whole: boolean; readonly sha256: Sha256 },
): Promise<readonly Uint8Array[]> {
  if (oldSize === leaves.length) return at.whole ? [] : [await rootOf(leaves, at.sha256)];
  const { split, left, right } = halves(leaves);
  return oldSize <= split
    ? [...(await subProof(oldSize, left, at)), await rootOf(right, at.sha256)]
    : [...(await subProof(oldSize - split, right, { ...at, whole: false })), await rootOf(left, at.sha256)];
}

/** Splits two or more leaves at the largest power of two below their number. */
function halves(leaves: readonly Uint8Array[]) {
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return { split, left: leaves.slice(0, split), right: leaves.slice(split) };
}

function assertLeaves(leaves: readonly Uint8Array[]): void {
  const position = leaves.findIndex((leaf) => !isHash(leaf));
  if (position >= 0)
    throw new DomainError('ledger/impossible-leaf', `the leaf ${position} is no SHA-256 hash`);
}
