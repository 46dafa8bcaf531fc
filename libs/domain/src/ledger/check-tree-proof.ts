import { isHash, sameBytes } from './bytes';
import type { Sha256 } from './crypto-functions';
import { nodeHash } from './merkle-frontier';

/** What an inclusion proof claims. */
export interface Inclusion {
  readonly leaf: Uint8Array;
  /** Index of the leaf, from 0. */
  readonly index: number;
  /** Number of leaves of the tree. */
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * Checks an inclusion proof without the other leaves (RFC 9162 section 2.1.3.2). A proof of impossible sizes, or with a
 * hash that is not of 32 bytes, is false.
 */
export async function isIncluded(
  { leaf, index, size, root }: Inclusion,
  proof: readonly Uint8Array[],
  sha256: Sha256,
): Promise<boolean> {
  if (!isSize(index) || !isSize(size) || index >= size || ![leaf, root, ...proof].every(isHash)) return false;
  let [node, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isRightmost(node, last)) {
      hash = await nodeHash(sibling, hash, sha256);
      [node, last] = aboveRightmost(node, last);
    } else {
      hash = await nodeHash(hash, sibling, sha256);
      [node, last] = [half(node), half(last)];
    }
  }
  return last === 0 && sameBytes(hash, root);
}

/** A tree as a checkpoint states it. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * Checks that the older tree is the beginning of the newer one (RFC 9162 section 2.1.4.2). The empty tree, whose root is
 * SHA-256 of nothing, begins every tree and needs no proof. A proof of impossible sizes, or with a hash that is not of 32 bytes, is false.
 */
export async function isConsistent(
  older: TreeHead,
  newer: TreeHead,
  proof: { readonly hashes: readonly Uint8Array[]; readonly sha256: Sha256 },
): Promise<boolean> {
  const { hashes, sha256 } = proof;
  if (!isSize(older.size) || !isSize(newer.size) || older.size > newer.size) return false;
  if (![older.root, newer.root, ...hashes].every(isHash)) return false;
  if (older.size === 0 && !sameBytes(older.root, await sha256(new Uint8Array(0)))) return false;
  if (older.size === newer.size) return hashes.length === 0 && sameBytes(older.root, newer.root);
  if (older.size === 0) return hashes.length === 0;
  // A whole old tree is one node of the new tree, so its root is not repeated in the proof.
  const [seed, ...rest] = isPowerOfTwo(older.size) ? [older.root, ...hashes] : hashes;
  if (seed === undefined) return false;
  let [node, last] = [older.size - 1, newer.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [oldHash, newHash] = [seed, seed];
  for (const hash of rest) {
    if (last === 0) return false;
    if (isRightmost(node, last)) {
      oldHash = await nodeHash(hash, oldHash, sha256);
      newHash = await nodeHash(hash, newHash, sha256);
      [node, last] = aboveRightmost(node, last);
    } else {
      newHash = await nodeHash(newHash, hash, sha256);
      [node, last] = [half(node), half(last)];
    }
  }
  return last === 0 && sameBytes(oldHash, older.root) && sameBytes(newHash, newer.root);
}

/** The next hash of the path stands to the left of this node. */
function isRightmost(node: number, last: number): boolean {
  return node % 2 === 1 || node === last;
}

/** Up to the parent, past the levels where the last node has no sibling. */
function aboveRightmost(node: number, last: number): [number, number] {
  let [above, end] = [node, last];
  while (above % 2 === 0 && above !== 0) [above, end] = [half(above), half(end)];
  return [half(above), half(end)];
}

function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0;
}

function isPowerOfTwo(size: number): boolean {
  let power = 1;
  while (power < size) power *= 2;
  return power === size;
}

function half(n: number): number {
  return Math.floor(n / 2);
}
