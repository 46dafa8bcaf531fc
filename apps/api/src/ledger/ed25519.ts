import { createPublicKey, verify } from 'node:crypto';
import type { Verify } from '@countersign/domain/ledger';

/** Beginning of the DER form of an Ed25519 public key (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** Checks an Ed25519 signature (RFC 8032) with a raw public key; false for anything that is none. */
export const verifyEd25519: Verify = ({ publicKey, bytes, signature }) => {
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
    return verify(null, bytes, key, signature);
  } catch {
    // The bytes are no point of the curve.
    return false;
  }
};
