import { joined } from './bytes';
import type { Digest, Sha256 } from './crypto-functions';

const NODE = Uint8Array.of(0x01);

/** Hash of two subtrees: SHA-256(0x01 ‖ left ‖ right), RFC 6962 section 2.1. */
export function nodeHash<D extends Digest>(left: Uint8Array, right: Uint8Array, sha256: Sha256<D>): D {
  return sha256(joined(NODE, left, right));
}

/**
 * The complete subtrees of a growing tree, the largest first, one for each bit of its size: all that is needed to append
 * leaves and to know the root, in memory of the logarithm of the size.
 */
export type Frontier = readonly { readonly size: number; readonly hash: Uint8Array }[];

/** The frontier after one more leaf hash. */
export async function withLeaf(frontier: Frontier, leaf: Uint8Array, sha256: Sha256): Promise<Frontier> {
  const subtrees = [...frontier];
  let [size, hash] = [1, leaf];
  for (let last = subtrees.at(-1); last?.size === size; last = subtrees.at(-1)) {
    hash = await nodeHash(last.hash, hash, sha256);
    size *= 2;
    subtrees.pop();
  }
  return [...subtrees, { size, hash }];
}

/** The root of the tree with this frontier; of no leaves it is SHA-256 of nothing (RFC 6962 section 2.1). */
export async function frontierRoot(frontier: Frontier, sha256: Sha256): Promise<Uint8Array> {
  const [last, ...rest] = [...frontier].reverse();
  if (last === undefined) return sha256(new Uint8Array(0));
  let root = last.hash;
  for (const { hash } of rest) root = await nodeHash(hash, root, sha256);
  return root;
}
