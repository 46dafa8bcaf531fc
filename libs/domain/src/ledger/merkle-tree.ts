import { DomainError } from '../refusal';
import { joined } from './bytes';
import type { Sha256 } from './event-hash';

const NODE = 0x01;

/** Hash of two subtrees: SHA-256(0x01 ‖ left ‖ right), RFC 6962 section 2.1. */
function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(joined(Uint8Array.of(NODE), left, right));
}

/** The largest power of two below n, for n of 2 or more. */
function splitOf(n: number): number {
  let split = 1;
  while (split * 2 < n) split *= 2;
  return split;
}

/** The Merkle tree hash over leaf hashes, oldest first (RFC 6962 section 2.1); of no leaves it is SHA-256 of nothing. */
export function treeRoot(leaves: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  const [first] = leaves;
  if (first === undefined) return sha256(new Uint8Array(0));
  if (leaves.length === 1) return first;
  const split = splitOf(leaves.length);
  return nodeHash(treeRoot(leaves.slice(0, split), sha256), treeRoot(leaves.slice(split), sha256), sha256);
}

/**
 * The hashes that show that the leaf at `index` (from 0) is in the tree over `leaves` (RFC 6962 section 2.1.1).
 * Throws `ledger/no-such-leaf` for an index outside the tree.
 */
export function inclusionProof(
  leaves: readonly Uint8Array[],
  index: number,
  sha256: Sha256,
): readonly Uint8Array[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) {
    throw new DomainError('ledger/no-such-leaf', `the tree has no leaf ${index}`);
  }
  return pathTo(index, leaves, sha256);
}

function pathTo(index: number, leaves: readonly Uint8Array[], sha256: Sha256): readonly Uint8Array[] {
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...pathTo(index, left, sha256), treeRoot(right, sha256)]
    : [...pathTo(index - split, right, sha256), treeRoot(left, sha256)];
}

/** What an inclusion proof claims. */
export interface Inclusion {
  readonly leaf: Uint8Array;
  /** Index of the leaf, from 0. */
  readonly index: number;
  /** Number of leaves of the tree. */
  readonly size: number;
  readonly root: Uint8Array;
}

/** Checks an inclusion proof without the other leaves (RFC 9162 section 2.1.3.2). A proof of impossible sizes is false. */
export function isIncluded(
  { leaf, index, size, root }: Inclusion,
  proof: readonly Uint8Array[],
  sha256: Sha256,
): boolean {
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || index >= size) return false;
  let [node, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash, sha256);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hash, sibling, sha256);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && equal(hash, root);
}

/**
 * The hashes that show that the tree over the first `oldSize` leaves is the beginning of the tree over all
 * (RFC 6962 section 2.1.2). Throws `ledger/impossible-size` unless 0 < oldSize ≤ the number of leaves.
 */
export function consistencyProof(
  leaves: readonly Uint8Array[],
  oldSize: number,
  sha256: Sha256,
): readonly Uint8Array[] {
  if (!Number.isInteger(oldSize) || oldSize <= 0 || oldSize > leaves.length) {
    throw new DomainError(
      'ledger/impossible-size',
      `there is no tree of ${oldSize} before one of ${leaves.length}`,
    );
  }
  return subProof(oldSize, leaves, { whole: true, sha256 });
}

function subProof(
  oldSize: number,
  leaves: readonly Uint8Array[],
  at: { readonly whole: boolean; readonly sha256: Sha256 },
): readonly Uint8Array[] {
  if (oldSize === leaves.length) return at.whole ? [] : [treeRoot(leaves, at.sha256)];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return oldSize <= split
    ? [...subProof(oldSize, left, at), treeRoot(right, at.sha256)]
    : [...subProof(oldSize - split, right, { ...at, whole: false }), treeRoot(left, at.sha256)];
}

/** A tree as a checkpoint states it. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Checks that the older tree is the beginning of the newer one (RFC 9162 section 2.1.4.2). */
export function isConsistent(
  older: TreeHead,
  newer: TreeHead,
  proof: { readonly hashes: readonly Uint8Array[]; readonly sha256: Sha256 },
): boolean {
  const { hashes, sha256 } = proof;
  if (older.size > newer.size || older.size < 0) return false;
  if (older.size === newer.size) return hashes.length === 0 && equal(older.root, newer.root);
  if (older.size === 0) return hashes.length === 0;
  const isPowerOfTwo = Number.isInteger(Math.log2(older.size));
  const [seed, ...rest] = isPowerOfTwo ? [older.root, ...hashes] : hashes;
  if (seed === undefined) return false;
  let [node, last] = [older.size - 1, newer.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [first, second] = [seed, seed];
  for (const hash of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      first = nodeHash(hash, first, sha256);
      second = nodeHash(hash, second, sha256);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      second = nodeHash(second, hash, sha256);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && equal(first, older.root) && equal(second, newer.root);
}

function half(n: number): number {
  return Math.floor(n / 2);
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, position) => byte === other[position]);
}
