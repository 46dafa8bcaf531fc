import { signDocument, type JsonObject, type PinnedKey, type Trust } from '../index';
import { onNode } from './crypto-adapters';
import { w3c, w3cDocument } from './w3c-vector';

export const seed = Buffer.from(w3c.seed, 'hex');

/** The key of the W3C vector, pinned. */
export const key: PinnedKey = {
  publicKey: Buffer.from(w3c.publicKey, 'hex'),
  issuer: 'https://vc.example/issuers/5678',
};

export const listAddress = 'https://vc.example/status/3';
const bits = new Uint8Array(16_384);
bits[1] = 0b0100_0000; // index 9

export const trust: Trust = {
  keys: new Map([[w3c.method, key]]),
  statusLists: new Map([[listAddress, { purpose: 'revocation', bits }]]),
  at: Date.UTC(2026, 0, 1),
};

/** A credential with changed members, well signed by the pinned key. */
export async function signed(change: JsonObject): Promise<JsonObject> {
  return signDocument(
    { ...w3cDocument, ...change },
    { verificationMethod: w3c.method, created: w3c.created },
    { sha256: onNode.sha256, sign: onNode.signer(seed) },
  );
}
