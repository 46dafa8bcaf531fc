import { DomainError, ok, refused } from '../refusal';
import type { Checked } from './credential-fault';
import { joined } from './bytes';
import {
  canonicalBytes,
  canonicalJson,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from './canonical-json';
import { SIGNATURE_BYTES, signatureOver, type Checking, type Sha256, type Sign } from './crypto-functions';
import { instantOf } from './instant';
import { fromMultibase58, multibase58 } from './multikey';

/** What a signer says about a proof. */
export interface ProofOptions {
  /** Address of the key, such as `did:key:…#…`. */
  readonly verificationMethod: string;
  /** When it was signed: XML Schema dateTimeStamp, such as `2026-01-02T03:04:05Z`. */
  readonly created: string;
}

/** A proof as it stands in a document, with its signature decoded. */
export interface Proof {
  /** Everything that is signed of the proof: all but `proofValue`. */
  readonly options: JsonObject;
  readonly verificationMethod: string;
  readonly purpose: string;
  readonly signature: Uint8Array;
}

/**
 * Signs a document by `eddsa-jcs-2022` (W3C Data Integrity EdDSA Cryptosuites v1.0, section 3.3) for the purpose
 * `assertionMethod` and answers it with its `proof`. Throws `ledger/already-signed` for a document that has a proof,
 * `ledger/impossible-instant` for a `created` that is no dateTimeStamp, `ledger/impossible-signature` where the function
 * passed in does not answer 64 bytes, and as {@link canonicalJson} does for what is not plain JSON.
 */
export async function signDocument(
  document: JsonObject,
  { verificationMethod, created }: ProofOptions,
  by: { readonly sha256: Sha256; readonly sign: Sign },
): Promise<JsonObject> {
  if ('proof' in document)
    throw new DomainError('ledger/already-signed', 'the document has a proof', '/proof');
  if (instantOf(created) === null)
    throw new DomainError('ledger/impossible-instant', 'created is no dateTimeStamp', '/proof/created');
  const context = document['@context'];
  const options: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created,
    verificationMethod,
    proofPurpose: 'assertionMethod',
    ...(context === undefined ? {} : { '@context': context }),
  };
  const signature = await signatureOver(await signedBytes(document, options, by.sha256), by.sign);
  return { ...document, proof: { ...options, proofValue: multibase58(signature) } };
}

/**
 * The proof of a document. Refuses `credential/proof-missing`, `credential/proof-unsupported` (several proofs, or
 * another type or cryptosuite) and `credential/proof-malformed`.
 */
export function proofOf(document: JsonObject): Checked<Proof> {
  const { proof } = document;
  if (proof === undefined) return refused('credential/proof-missing', '/proof');
  if (Array.isArray(proof)) return refused('credential/proof-unsupported', '/proof');
  if (!isJsonObject(proof)) return refused('credential/proof-malformed', '/proof');
  const { proofValue, ...options } = proof;
  if (options['type'] !== 'DataIntegrityProof') return refused('credential/proof-unsupported', '/proof/type');
  if (options['cryptosuite'] !== 'eddsa-jcs-2022')
    return refused('credential/proof-unsupported', '/proof/cryptosuite');
  const { verificationMethod, proofPurpose: purpose } = options;
  if (typeof verificationMethod !== 'string')
    return refused('credential/proof-malformed', '/proof/verificationMethod');
  if (typeof purpose !== 'string') return refused('credential/proof-malformed', '/proof/proofPurpose');
  const signature = typeof proofValue === 'string' ? fromMultibase58(proofValue, SIGNATURE_BYTES) : null;
  if (!signature) return refused('credential/proof-malformed', '/proof/proofValue');
  return ok({ options, verificationMethod, purpose, signature });
}

/**
 * The part of a document that its proof covers: without the proof, and with the `@context` of the proof if it names one.
 * The document's own context must begin with that one, in its order; else refuses `credential/context-differs`. Contexts
 * appended later are allowed by the suite but were never signed, so they are not in the answer.
 */
export function coveredPart(document: JsonObject, { options }: Proof): Checked<JsonObject> {
  const { proof: _, ...rest } = document;
  const context = options['@context'];
  if (context === undefined) return ok(rest);
  const actual = listOf(rest['@context']);
  const startsWith = listOf(context).every(
    (item, position) => canonicalJson(item) === canonicalJson(actual[position] ?? null),
  );
  return startsWith
    ? ok({ ...rest, '@context': context })
    : refused('credential/context-differs', '/@context');
}

/** Whether the signature of a proof fits the covered part of its document under a raw public key. */
export async function isProofOf(
  covered: JsonObject,
  proof: Proof,
  by: Checking & { readonly publicKey: Uint8Array },
): Promise<boolean> {
  return isProofOverHash(await by.sha256(canonicalBytes(covered)), proof, by);
}

/**
 * Whether the signature of a proof fits the SHA-256 of the canonical bytes of its covered document: what can be said where
 * only the digest is at hand, such as in a printed code.
 */
export async function isProofOverHash(
  documentHash: Uint8Array,
  { options, signature }: Pick<Proof, 'options' | 'signature'>,
  { publicKey, sha256, verify }: Checking & { readonly publicKey: Uint8Array },
): Promise<boolean> {
  const bytes = joined(await sha256(canonicalBytes(options)), documentHash);
  return verify({ publicKey, bytes, signature });
}

/** Hash of the proof options first, then hash of the document. */
async function signedBytes(document: JsonObject, options: JsonObject, sha256: Sha256): Promise<Uint8Array> {
  return joined(await sha256(canonicalBytes(options)), await sha256(canonicalBytes(document)));
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
