import { hashes, verify as verifyByNoble } from '@noble/ed25519';
import { sha256 as sha256ByNoble, sha512 } from '@noble/hashes/sha2.js';
import type { Checking } from '@countersign/domain/ledger';

hashes.sha512 = sha512;

/**
 * Hashing and checking in this browser: by WebCrypto where it knows how, else by a library. WebCrypto is there only on
 * https and on this machine itself, and browsers before 2025 lack Ed25519.
 */
export function browserCrypto(subtle: SubtleCrypto | undefined = globalThis.crypto.subtle): Checking {
  return {
    sha256: async (bytes) =>
      subtle ? new Uint8Array(await subtle.digest('SHA-256', plain(bytes))) : sha256ByNoble(bytes),
    verify: async ({ publicKey, bytes, signature }) => {
      const key = await imported(subtle, publicKey);
      if (subtle && key) return subtle.verify('Ed25519', key, plain(signature), plain(bytes));
      try {
        return verifyByNoble(signature, bytes, publicKey, { zip215: false });
      } catch {
        // The library throws where bytes are no point of the curve: no signature fits there.
        return false;
      }
    },
  };
}

/** The key for WebCrypto; null where it does not know the algorithm. */
async function imported(subtle: SubtleCrypto | undefined, publicKey: Uint8Array): Promise<CryptoKey | null> {
  try {
    return (await subtle?.importKey('raw', plain(publicKey), 'Ed25519', false, ['verify'])) ?? null;
  } catch {
    return null;
  }
}

/** A copy in memory that is not shared, which is what WebCrypto takes. */
function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
