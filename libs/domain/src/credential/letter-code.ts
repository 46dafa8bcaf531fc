import { base64urlnopad, hex } from '@scure/base';
import { joined } from '../ledger/bytes';
import { canonicalBytes } from '../ledger/canonical-json';
import { SIGNATURE_BYTES, type Checking, type Sha256 } from '../ledger/crypto-functions';
import { coveredPart, isProofOverHash, proofOf } from '../ledger/data-integrity';
import type { JsonObject } from '../ledger';
import { instantOf } from '../ledger/instant';
import { letterContexts } from './letter';

/*
 * The code that is printed on a letter: one byte that says which layout, the id of the key, the time of signing, the
 * digest of the document, the signature; in base64url behind the address of the page that checks it.
 */
const LAYOUT = 1;
const KEY_ID_BYTES = 8;
const TIME_BYTES = 5;
const DIGEST_BYTES = 32;
const CODE_BYTES = 1 + KEY_ID_BYTES + TIME_BYTES + DIGEST_BYTES + SIGNATURE_BYTES;

/** What a printed code says. */
export interface LetterCode {
  /** The first 16 hex digits of the SHA-256 of the raw public key. */
  readonly kid: string;
  /** When it was signed, UTC ms, to the second. */
  readonly createdAt: number;
  /** Hex SHA-256 of the canonical bytes of the document without its proof: what is printed beside the code. */
  readonly digest: string;
  readonly signature: Uint8Array;
}

/** Hex SHA-256 of what the proof of a credential covers; null where it has no proof that can be read. */
export async function documentDigest(credential: JsonObject, sha256: Sha256): Promise<string | null> {
  const proof = proofOf(credential);
  const covered = proof.ok ? coveredPart(credential, proof.value) : proof;
  return covered.ok ? hex.encode(await sha256(canonicalBytes(covered.value))) : null;
}

/** The code of a signed letter. Throws where the document has no proof of the kind that letters have. */
export async function letterCode(signed: JsonObject, kid: string, sha256: Sha256): Promise<string> {
  const proof = proofOf(signed);
  const digest = await documentDigest(signed, sha256);
  const createdAt = proof.ok ? instantOf(proof.value.options['created']) : null;
  if (!proof.ok || digest === null || createdAt === null || !/^[0-9a-f]{16}$/.test(kid))
    throw new Error('only a signed letter has a code');
  const time = hex.decode((createdAt / 1000).toString(16).padStart(2 * TIME_BYTES, '0'));
  return base64urlnopad.encode(
    joined(Uint8Array.of(LAYOUT), hex.decode(kid), time, hex.decode(digest), proof.value.signature),
  );
}

/** Reads a scanned text: the code alone, or an address that ends in it. Null for any other text; no address is opened. */
export function readLetterCode(text: string): LetterCode | null {
  const code = text.slice(text.indexOf('#') + 1).trim();
  if (!/^[\w-]{140,160}$/.test(code)) return null;
  let bytes: Uint8Array;
  try {
    bytes = base64urlnopad.decode(code);
  } catch {
    return null;
  }
  if (bytes.length !== CODE_BYTES || bytes[0] !== LAYOUT) return null;
  let at = 1;
  const next = (length: number) => bytes.slice(at, (at += length));
  return {
    kid: hex.encode(next(KEY_ID_BYTES)),
    createdAt: Number.parseInt(hex.encode(next(TIME_BYTES)), 16) * 1000,
    digest: hex.encode(next(DIGEST_BYTES)),
    signature: next(SIGNATURE_BYTES),
  };
}

/**
 * Whether the signature of a code fits its digest under a key: that this key signed the document with this digest. What
 * the document says, only the document itself can prove.
 */
export async function isCodeOf(
  { digest, signature, createdAt }: LetterCode,
  key: { readonly method: string; readonly publicKey: Uint8Array },
  by: Checking,
): Promise<boolean> {
  const options: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created: secondsOf(createdAt),
    verificationMethod: key.method,
    proofPurpose: 'assertionMethod',
    '@context': [...letterContexts],
  };
  return isProofOverHash(hex.decode(digest), { options, signature }, { ...by, publicKey: key.publicKey });
}

/** An instant in UTC to the second, as letters write it: `2027-10-01T13:14:22Z`. */
export function secondsOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** The digest as people compare it, beside the code and on the page: its first 16 digits in fours. */
export function digestInFours(digest: string): string {
  return digest.slice(0, 16).replace(/(.{4})(?!$)/g, '$1 ');
}
