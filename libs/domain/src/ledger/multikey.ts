import { base58 } from '@scure/base';
import { DomainError } from '../refusal';
import { joined } from './bytes';
import { assertPublicKey } from './crypto-functions';

/** Multicodec prefix of an Ed25519 public key (W3C Controlled Identifiers, Multikey). */
const ED25519_PUBLIC = Uint8Array.of(0xed, 0x01);
const MULTIKEY_BYTES = 34;

/** The Multikey text of a raw Ed25519 public key, `z6Mk…`. Throws `ledger/impossible-key` unless it has 32 bytes. */
export function multikeyOf(publicKey: Uint8Array): string {
  assertPublicKey(publicKey);
  return multibase58(joined(ED25519_PUBLIC, publicKey));
}

/** The raw public key that a Multikey text stands for. Throws `ledger/impossible-key` for any other kind of key. */
export function publicKeyOf(multikey: string): Uint8Array {
  const bytes = fromMultibase58(multikey, MULTIKEY_BYTES);
  if (!bytes || bytes[0] !== ED25519_PUBLIC[0] || bytes[1] !== ED25519_PUBLIC[1])
    throw new DomainError('ledger/impossible-key', 'the text is no Ed25519 Multikey');
  return bytes.slice(ED25519_PUBLIC.length);
}

/** Multibase base58-btc: `z` and the digits. */
export function multibase58(bytes: Uint8Array): string {
  return `z${base58.encode(bytes)}`;
}

/** So many bytes out of multibase base58-btc; null for anything else. */
export function fromMultibase58(text: string, length: number): Uint8Array | null {
  // Decoding takes the square of the length, so a text that is too long by far is not even begun: a byte takes less
  // than 1.4 digits.
  if (text.length > 1 + Math.ceil(length * 1.4) || !/^z[1-9A-HJ-NP-Za-km-z]+$/.test(text)) return null;
  const bytes = base58.decode(text.slice(1));
  return bytes.length === length ? bytes : null;
}
