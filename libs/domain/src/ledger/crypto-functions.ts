import { DomainError } from '../refusal';

/** Length of an Ed25519 signature in bytes (RFC 8032). */
export const SIGNATURE_BYTES = 64;
const PUBLIC_KEY_BYTES = 32;

/** What a hash function answers: `node:crypto` at once, WebCrypto with a promise. */
export type Digest = Uint8Array | Promise<Uint8Array>;

/**
 * SHA-256, passed in. A function that makes one hash answers in the way of the function it was given, so the server can
 * hash an event inside a database transaction; whatever makes several hashes is asynchronous, so that the same code runs
 * with WebCrypto in a browser.
 */
export type Sha256<D extends Digest = Digest> = (bytes: Uint8Array) => D;

/** Signs bytes with one Ed25519 key (RFC 8032), passed in; answers 64 bytes. */
export type Sign = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Checks an Ed25519 signature over bytes with a raw public key of 32 bytes; false, never an error, if it does not fit. */
export type Verify = (check: {
  readonly publicKey: Uint8Array;
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}) => boolean | Promise<boolean>;

/** What it takes to check a signed document. */
export interface Checking {
  readonly sha256: Sha256;
  readonly verify: Verify;
}

/** A signature over bytes. Throws `ledger/impossible-signature` where the function passed in answers anything else. */
export async function signatureOver(bytes: Uint8Array, sign: Sign): Promise<Uint8Array> {
  const signature = await sign(bytes);
  if (signature.length !== SIGNATURE_BYTES)
    throw new DomainError('ledger/impossible-signature', 'an Ed25519 signature has 64 bytes');
  return signature;
}

/** Throws `ledger/impossible-key` unless a raw Ed25519 public key has its 32 bytes; no platform is asked about others. */
export function assertPublicKey(publicKey: Uint8Array): void {
  if (publicKey.length !== PUBLIC_KEY_BYTES)
    throw new DomainError('ledger/impossible-key', 'an Ed25519 public key has 32 bytes', 'publicKey');
}
