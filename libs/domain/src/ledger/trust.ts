import { assertPublicKey } from './crypto-functions';
import { assertInstant } from './instant';
import type { StatusLists } from './status-list';

/** A key that the checker trusts beforehand. */
export interface PinnedKey {
  /** Raw Ed25519 public key of 32 bytes. */
  readonly publicKey: Uint8Array;
  /** The one issuer whose credentials this key may sign. */
  readonly issuer: string;
  /**
   * UTC instant in ms after which nothing signed with the key is believed; for a key that became known to others. The
   * time of a signature is the signer's own word: whoever holds such a key can sign back in time. Ask for a proof of
   * inclusion in a checkpoint from before that instant where it matters.
   */
  readonly distrustAfter?: number;
}

/** What a checker brings along; nothing is fetched because a document says so. */
export interface Trust {
  /** Pinned keys by their id, the `verificationMethod` of a proof. */
  readonly keys: ReadonlyMap<string, PinnedKey>;
  readonly statusLists: StatusLists;
  /** The time of the check, UTC instant in ms. */
  readonly at: number;
}

/**
 * Throws `ledger/impossible-instant` for a time that is no whole number of ms, and `ledger/impossible-key` for a key that
 * has not 32 bytes, whatever the document at hand would ask for.
 */
export function assertTrust({ at, keys }: Trust): void {
  assertInstant(at, 'at');
  for (const { publicKey, distrustAfter } of keys.values()) {
    assertPublicKey(publicKey);
    if (distrustAfter !== undefined) assertInstant(distrustAfter, 'distrustAfter');
  }
}
