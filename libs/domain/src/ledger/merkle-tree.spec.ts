import fc from 'fast-check';
import { consistencyProof, inclusionProof, isConsistent, isIncluded, treeRoot } from './index';
import { adapters, onNode, sha256Now, type CryptoAdapter } from './testdata/crypto-adapters';
import { derived, toHex } from './testdata/files';

const leafOf = (data: string): Uint8Array =>
  sha256Now(Buffer.concat([Buffer.from([0]), Buffer.from(data, 'hex')]));

/** The eight leaves and roots of the Certificate Transparency test suites. */
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(leafOf);
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const pathOfLeaf0 = [
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
];
const pathOfLeaf5 = [
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  roots[4],
];
const many = Array.from({ length: 64 }, (_, nth) => leafOf(nth.toString(16).padStart(4, '0')));

/** Every size up to 64; with WebCrypto, where a hash takes a turn of the event loop, those around the powers of two. */
const sizesFor = (adapter: CryptoAdapter): readonly number[] =>
  adapter === onNode ? many.map((_, index) => index + 1) : [1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33, 64];

describe.each(adapters)('The tree over a log, with $name,', (adapter) => {
  const { sha256 } = adapter;
  const sizes = sizesFor(adapter);

  it.each(roots.map((root, size) => [size, root] as const))(
    'of %i leaves has the published root',
    async (size, root) => {
      expect(toHex(await treeRoot(leaves.slice(0, size), sha256))).toBe(root);
    },
  );

  it('gives the published inclusion proofs', async () => {
    expect((await inclusionProof(leaves, 5, sha256)).map(toHex)).toEqual(pathOfLeaf5);
    expect((await inclusionProof(leaves, 0, sha256)).map(toHex)).toEqual(pathOfLeaf0);
    const worked = derived.leafHash.map((leaf) => Buffer.from(leaf, 'hex'));
    expect((await inclusionProof(worked, 1, sha256)).map(toHex)).toEqual(derived.inclusionProofLeaf2);
  });

  it('gives the published consistency proofs', async () => {
    expect((await consistencyProof(leaves, 6, sha256)).map(toHex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      roots[4],
    ]);
    expect((await consistencyProof(leaves.slice(0, 5), 2, sha256)).map(toHex)).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
    expect((await consistencyProof(leaves, 1, sha256)).map(toHex)).toEqual(pathOfLeaf0);
  });

  it('proves the place of every leaf of a tree of any size, and no other place, leaf or root', async () => {
    for (const size of sizes) {
      const root = await treeRoot(many.slice(0, size), sha256);
      for (let index = 0; index < size; index += 1) {
        const proof = await inclusionProof(many.slice(0, size), index, sha256);
        const claim = { leaf: many[index] ?? root, index, size, root };
        expect(await isIncluded(claim, proof, sha256)).toBe(true);
        const forged = sha256Now(claim.leaf);
        expect(await isIncluded({ ...claim, leaf: forged }, proof, sha256)).toBe(false);
        expect(await isIncluded({ ...claim, root: forged }, proof, sha256)).toBe(false);
        expect(await isIncluded({ ...claim, index: (index + 1) % size }, proof, sha256)).toBe(size === 1);
        if (proof.length > 0) expect(await isIncluded(claim, proof.slice(1), sha256)).toBe(false);
        expect(await isIncluded(claim, [...proof, root], sha256)).toBe(false);
      }
    }
  });

  it('of any size is the beginning of every later one, and of no other', async () => {
    const heads = await Promise.all(
      sizes.map(async (size) => ({ size, root: await treeRoot(many.slice(0, size), sha256) })),
    );
    for (const [nth, newer] of heads.entries()) {
      for (const older of heads.slice(0, nth + 1)) {
        const hashes = await consistencyProof(many.slice(0, newer.size), older.size, sha256);
        expect(await isConsistent(older, newer, { hashes, sha256 })).toBe(true);
        const root = sha256Now(older.root);
        expect(await isConsistent({ ...older, root }, newer, { hashes, sha256 })).toBe(false);
        expect(await isConsistent(older, { ...newer, root }, { hashes, sha256 })).toBe(false);
        expect(await isConsistent(newer, older, { hashes, sha256 })).toBe(older.size === newer.size);
        const longer = { hashes: [...hashes, root], sha256 };
        expect(await isConsistent(older, newer, longer)).toBe(false);
      }
    }
  });
});

describe('A proof', () => {
  const { sha256 } = onNode;

  it('does not hold with any bit of any of its hashes turned', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 64 }).chain((size) =>
          fc.record({
            size: fc.constant(size),
            index: fc.nat(size - 1),
            old: fc.integer({ min: 1, max: size - 1 }),
            nth: fc.nat(),
            bit: fc.nat(255),
          }),
        ),
        async ({ size, index, old, nth, bit }) => {
          const all = many.slice(0, size);
          const root = await treeRoot(all, sha256);
          const turned = (hashes: readonly Uint8Array[]) =>
            hashes.map((hash, position) => (position === nth % hashes.length ? flipped(hash, bit) : hash));
          const path = await inclusionProof(all, index, sha256);
          const leaf = many[index] ?? root;
          expect(await isIncluded({ leaf, index, size, root }, turned(path), sha256)).toBe(false);
          const hashes = turned(await consistencyProof(all, old, sha256));
          const older = { size: old, root: await treeRoot(many.slice(0, old), sha256) };
          expect(await isConsistent(older, { size, root }, { hashes, sha256 })).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not hold with the bytes of a node split at another place', async () => {
    const [left, right] = [many[0] ?? new Uint8Array(), many[1] ?? new Uint8Array()];
    const root = await treeRoot([left, right], sha256);
    const both = Buffer.concat([left, right]);
    const claim = { leaf: both.subarray(0, 10), index: 0, size: 2, root };
    expect(await isIncluded(claim, [both.subarray(10)], sha256)).toBe(false);
  });

  it('does not hold with more or fewer hashes than its sizes ask for, even if they add up', async () => {
    const [left, right] = many as [Uint8Array, Uint8Array];
    const root = await treeRoot([left, right], sha256);
    expect(await isIncluded({ leaf: right, index: 0, size: 1, root }, [left], sha256)).toBe(false);
    expect(await isIncluded({ leaf: left, index: 0, size: 4, root }, [right], sha256)).toBe(false);
    const grown = { hashes: [right], sha256 };
    expect(await isConsistent({ size: 1, root: left }, { size: 2, root }, grown)).toBe(true);
    expect(await isConsistent({ size: 1, root: left }, { size: 4, root }, grown)).toBe(false);
    const hashes = await consistencyProof(many.slice(0, 4), 3, sha256);
    const above = async (size: number) =>
      treeRoot([left, await treeRoot(many.slice(0, size), sha256)], sha256);
    const heads = [
      { size: 3, root: await above(3) },
      { size: 4, root: await above(4) },
    ] as const;
    expect(await isConsistent(...heads, { hashes: [...hashes, left], sha256 })).toBe(false);
  });

  it('from an empty log holds for every log, if it is the root of nothing', async () => {
    const [empty, newer] = [await treeRoot([], sha256), { size: 8, root: await treeRoot(leaves, sha256) }];
    expect(await isConsistent({ size: 0, root: empty }, newer, { hashes: [], sha256 })).toBe(true);
    expect(await isConsistent({ size: 0, root: newer.root }, newer, { hashes: [], sha256 })).toBe(false);
  });

  it('is refused for places and sizes that do not exist', async () => {
    const noLeaf = expect.objectContaining({ code: 'ledger/no-such-leaf' });
    const noSize = expect.objectContaining({ code: 'ledger/impossible-size' });
    await expect(inclusionProof(leaves, 8, sha256)).rejects.toEqual(noLeaf);
    await expect(inclusionProof(leaves, 0.5, sha256)).rejects.toEqual(noLeaf);
    await expect(inclusionProof([], 0, sha256)).rejects.toEqual(noLeaf);
    await expect(consistencyProof(leaves, 9, sha256)).rejects.toEqual(noSize);
    await expect(consistencyProof(leaves, 0, sha256)).rejects.toEqual(noSize);
    const [leaf = new Uint8Array()] = leaves;
    expect(await isIncluded({ leaf, index: -1, size: 8, root: leaf }, [], sha256)).toBe(false);
    expect(await isIncluded({ leaf, index: 0, size: NaN, root: leaf }, [], sha256)).toBe(false);
    const head = (size: number) => ({ size, root: leaf });
    expect(await isConsistent(head(NaN), head(NaN), { hashes: [], sha256 })).toBe(false);
    expect(await isConsistent(head(3), head(5), { hashes: [], sha256 })).toBe(false);
  });
});

function flipped(hash: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(hash);
  const at = bit >> 3;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7));
  return copy;
}
