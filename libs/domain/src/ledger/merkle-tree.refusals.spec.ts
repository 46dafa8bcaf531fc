import { consistencyProof, inclusionProof, isConsistent, isIncluded, treeRoot } from './index';
import { adapters, sha256Now } from './testdata/crypto-adapters';

const leaves = Array.from({ length: 8 }, (_, nth) => sha256Now(Uint8Array.of(nth)));
const [leaf, second] = leaves as [Uint8Array, Uint8Array];
const wrongHashes: readonly (readonly [string, unknown])[] = [
  ['of no byte', new Uint8Array(0)],
  ['of 31 bytes', leaf.subarray(1)],
  ['of 33 bytes', Buffer.concat([leaf, Uint8Array.of(0)])],
  ['of 64 bytes', Buffer.concat([leaf, second])],
  ['that is a text of 32 signs', 'a'.repeat(32)],
  ['that is null', null],
  ['that is missing', undefined],
];
const noSizes = [-1, -0.5, 0.5, 8.5, NaN, Infinity, -Infinity, 2 ** 53];

describe.each(adapters)('A tree, with $name,', ({ sha256 }) => {
  it.each(wrongHashes)('has no leaf hash %s', async (_name, hash) => {
    const noLeaf = expect.objectContaining({ code: 'ledger/impossible-leaf' });
    for (const all of [[hash], [leaf, hash, second], [hash, leaf]] as Uint8Array[][]) {
      await expect(treeRoot(all, sha256)).rejects.toEqual(noLeaf);
      await expect(inclusionProof(all, 0, sha256)).rejects.toEqual(noLeaf);
      await expect(consistencyProof(all, 1, sha256)).rejects.toEqual(noLeaf);
    }
  });

  it.each([...noSizes, 8, 9])('has no leaf at %d', async (index) => {
    await expect(inclusionProof(leaves, index, sha256)).rejects.toMatchObject({
      code: 'ledger/no-such-leaf',
    });
    const [root, proof] = [await treeRoot(leaves, sha256), await inclusionProof(leaves, 0, sha256)];
    expect(await isIncluded({ leaf, index, size: 8, root }, proof, sha256)).toBe(false);
  });

  it.each([...noSizes, 0, 9])('does not grow from a size of %d', async (size) => {
    await expect(consistencyProof(leaves, size, sha256)).rejects.toMatchObject({
      code: 'ledger/impossible-size',
    });
    const head = { size: 8, root: await treeRoot(leaves, sha256) };
    for (const hashes of [[], [leaf], await consistencyProof(leaves, 4, sha256)]) {
      expect(await isConsistent({ ...head, size }, head, { hashes, sha256 })).toBe(false);
      // A tree of 9 is the beginning of itself.
      if (size === 9) continue;
      expect(await isConsistent({ ...head, size }, { ...head, size }, { hashes, sha256 })).toBe(false);
    }
  });

  it.each(noSizes)('does not grow to a size of %d, nor has a leaf in it', async (size) => {
    const older = { size: 1, root: leaf };
    expect(await isConsistent(older, { size, root: leaf }, { hashes: [], sha256 })).toBe(false);
    expect(await isIncluded({ leaf, index: 0, size, root: leaf }, [], sha256)).toBe(false);
  });

  it.each(wrongHashes)('has no proof with a hash %s', async (_name, wrong) => {
    const hash = wrong as Uint8Array;
    const [root, path] = [await treeRoot(leaves, sha256), await inclusionProof(leaves, 0, sha256)];
    const claim = { leaf, index: 0, size: 8, root };
    expect(await isIncluded({ ...claim, leaf: hash }, path, sha256)).toBe(false);
    expect(await isIncluded({ ...claim, root: hash }, path, sha256)).toBe(false);
    expect(await isIncluded({ leaf: hash, index: 0, size: 1, root: hash }, [], sha256)).toBe(false);
    const [older, newer] = [
      { size: 1, root: leaf },
      { size: 8, root },
    ];
    expect(await isConsistent({ size: 1, root: hash }, newer, { hashes: path, sha256 })).toBe(false);
    expect(await isConsistent(older, { size: 8, root: hash }, { hashes: path, sha256 })).toBe(false);
    expect(await isConsistent({ size: 8, root: hash }, { size: 8, root: hash }, { hashes: [], sha256 })).toBe(
      false,
    );
    for (const place of path.keys()) {
      const proof = path.map((one, nth) => (nth === place ? hash : one));
      expect(await isIncluded(claim, proof, sha256)).toBe(false);
      expect(await isConsistent(older, newer, { hashes: proof, sha256 })).toBe(false);
    }
  });

  it('of no leaves has only the root of nothing', async () => {
    const [none, other] = [
      { size: 0, root: await treeRoot([], sha256) },
      { size: 0, root: leaf },
    ];
    expect(await isConsistent(none, none, { hashes: [], sha256 })).toBe(true);
    expect(await isConsistent(none, none, { hashes: [leaf], sha256 })).toBe(false);
    for (const [older, newer] of [
      [other, other],
      [none, other],
      [other, none],
    ] as const) {
      expect(await isConsistent(older, newer, { hashes: [], sha256 })).toBe(false);
    }
  });
});
