import { chainHash, eventBytes, firstChainHash, leafHash, treeRoot, type LedgerEvent } from './index';
import { adapters, sha256Now } from './testdata/crypto-adapters';
import { derived, toHex } from './testdata/files';

describe.each(adapters)('The chain of a log, with $name,', ({ sha256 }) => {
  it('reproduces the worked vector, leaf by leaf and link by link, and its root', async () => {
    let chain = await firstChainHash(derived.logId, sha256);
    expect(toHex(chain)).toBe(derived.chainHash[0]);
    const leaves: Uint8Array[] = [];
    for (const [position, text] of derived.events.entries()) {
      const event = JSON.parse(text) as LedgerEvent;
      expect(new TextDecoder().decode(eventBytes(event))).toBe(text);
      const leaf = await leafHash(event, sha256);
      chain = await chainHash(chain, leaf, sha256);
      expect([toHex(leaf), toHex(chain)]).toEqual([
        derived.leafHash[position],
        derived.chainHash[position + 1],
      ]);
      leaves.push(leaf);
    }
    expect(toHex(await treeRoot(leaves, sha256))).toBe(derived.merkleRoot);
  });
});

it('An event is hashed at once where the hash function answers at once', () => {
  const event = JSON.parse(derived.events[0] ?? '') as LedgerEvent;
  const leaf: Uint8Array = leafHash(event, sha256Now);
  const chain: Uint8Array = chainHash(firstChainHash(derived.logId, sha256Now), leaf, sha256Now);
  expect([toHex(leaf), toHex(chain)]).toEqual([derived.leafHash[0], derived.chainHash[1]]);
});
