import { webcrypto } from 'node:crypto';
import { browserCrypto } from './browser-crypto';

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

/** RFC 8032 section 7.1, test 2. */
const publicKey = bytesOf('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
const bytes = Uint8Array.of(0x72);
const signature = bytesOf(
  '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
);
const without = { ...webcrypto.subtle, importKey: () => Promise.reject(new Error('not supported')) };

describe.each([
  ['with WebCrypto', webcrypto.subtle as SubtleCrypto],
  ['where WebCrypto is not there, as on plain http', undefined],
  [
    'where WebCrypto lacks Ed25519',
    Object.assign(Object.create(webcrypto.subtle) as SubtleCrypto, {
      importKey: without.importKey,
      digest: (name: string, data: BufferSource) => webcrypto.subtle.digest(name, data),
    }),
  ],
])('A browser %s', (_what, subtle) => {
  const crypto = browserCrypto(subtle);

  it('checks signatures', async () => {
    expect(await crypto.verify({ publicKey, bytes, signature })).toBe(true);
    expect(await crypto.verify({ publicKey, bytes: Uint8Array.of(0x73), signature })).toBe(false);
    expect(await crypto.verify({ publicKey: new Uint8Array(32).fill(255), bytes, signature })).toBe(false);
    expect(await crypto.verify({ publicKey, bytes, signature: new Uint8Array(64).fill(255) })).toBe(false);
  });

  it('hashes', async () => {
    const hash = Buffer.from(await crypto.sha256(bytes)).toString('hex');
    expect(hash).toBe('454349e422f05297191ead13e21d3db520e5abef52055e4964b82fb213f593a1');
  });
});
