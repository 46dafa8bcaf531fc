import { createHash } from 'node:crypto';
import { consistencyProof, inclusionProof, isConsistent, isIncluded, treeRoot } from './index';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const leaf = (data: string): Uint8Array =>
  sha256(Buffer.concat([Buffer.from([0]), Buffer.from(data, 'hex')]));

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
].map(leaf);
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

describe('The tree over a log', () => {
  it.each(roots.map((root, size) => [size, root] as const))(
    'of %i leaves has the published root',
    (size, root) => {
      expect(hex(treeRoot(leaves.slice(0, size), sha256))).toBe(root);
    },
  );

  it('gives the published inclusion proofs', () => {
    expect(inclusionProof(leaves, 5, sha256).map(hex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      roots[4],
    ]);
    expect(inclusionProof(leaves, 0, sha256).map(hex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
  });

  it('gives the published consistency proofs', () => {
    expect(consistencyProof(leaves.slice(0, 8), 6, sha256).map(hex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      roots[4],
    ]);
    expect(consistencyProof(leaves.slice(0, 5), 2, sha256).map(hex)).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
    expect(consistencyProof(leaves, 1, sha256).map(hex)).toEqual(inclusionProof(leaves, 0, sha256).map(hex));
  });

  const many = Array.from({ length: 64 }, (_, nth) => leaf(nth.toString(16).padStart(4, '0')));

  it('every leaf of every tree up to 64 proves its place, and no other place, leaf or root', () => {
    for (let size = 1; size <= 64; size += 1) {
      const root = treeRoot(many.slice(0, size), sha256);
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(many.slice(0, size), index, sha256);
        const claim = { leaf: many[index] ?? root, index, size, root };
        expect(isIncluded(claim, proof, sha256)).toBe(true);
        expect(isIncluded({ ...claim, leaf: sha256(claim.leaf) }, proof, sha256)).toBe(false);
        expect(isIncluded({ ...claim, root: sha256(root) }, proof, sha256)).toBe(false);
        expect(isIncluded({ ...claim, index: (index + 1) % size }, proof, sha256)).toBe(size === 1);
        if (proof.length > 0) expect(isIncluded(claim, proof.slice(1), sha256)).toBe(false);
        expect(isIncluded(claim, [...proof, root], sha256)).toBe(false);
      }
    }
  });

  it('every tree up to 64 is the beginning of every later one, and of no other', () => {
    const head = (size: number) => ({ size, root: treeRoot(many.slice(0, size), sha256) });
    for (let newer = 1; newer <= 64; newer += 1) {
      for (let older = 1; older <= newer; older += 1) {
        const hashes = consistencyProof(many.slice(0, newer), older, sha256);
        expect(isConsistent(head(older), head(newer), { hashes, sha256 })).toBe(true);
        const forged = { size: older, root: sha256(head(older).root) };
        expect(isConsistent(forged, head(newer), { hashes, sha256 })).toBe(false);
        expect(isConsistent(head(older), { size: newer, root: forged.root }, { hashes, sha256 })).toBe(false);
        if (older < newer) expect(isConsistent(head(newer), head(older), { hashes, sha256 })).toBe(false);
      }
    }
  });

  it('refuses places and sizes that do not exist', () => {
    expect(() => inclusionProof(leaves, 8, sha256)).toThrow(
      expect.objectContaining({ code: 'ledger/no-such-leaf' }),
    );
    expect(() => inclusionProof([], 0, sha256)).toThrow(
      expect.objectContaining({ code: 'ledger/no-such-leaf' }),
    );
    expect(() => consistencyProof(leaves, 9, sha256)).toThrow(
      expect.objectContaining({ code: 'ledger/impossible-size' }),
    );
    expect(() => consistencyProof(leaves, 0, sha256)).toThrow(
      expect.objectContaining({ code: 'ledger/impossible-size' }),
    );
    expect(
      isIncluded({ leaf: new Uint8Array(32), index: -1, size: 8, root: new Uint8Array(32) }, [], sha256),
    ).toBe(false);
  });
});
