import { gzipSync } from 'node:zlib';
import { getPublicKey, hashes, sign } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { base58 } from '@scure/base';
import type { IssuerKeyView } from '@countersign/contracts/ledger/views';
import {
  letterDocument,
  letterTotals,
  statusListDocument,
  type Letter,
} from '@countersign/domain/credential';
import { canonicalBytes, multikeyOf, signDocument, type JsonObject } from '@countersign/domain/ledger';

/* An invented letter, the key that signed it, and the list of letters that were taken back, as the server sends them. */

hashes.sha512 = sha512;

const ISSUER = 'did:web:log.example';
const seedOf = (name: string) => sha256(new TextEncoder().encode(name));
const seed = seedOf('the key of the specs');
const publicKey = getPublicKey(seed);

/** The key as the API tells it. */
export const issuerKey: IssuerKeyView = {
  kid: Buffer.from(sha256(publicKey)).toString('hex').slice(0, 16),
  purpose: 'credential',
  name: 'log.example',
  issuer: ISSUER,
  method: `${ISSUER}#key`,
  publicKey: multikeyOf(publicKey),
  createdAt: Date.UTC(2026, 6, 1),
};

const attestedBy = {
  name: 'Tor Amundsen, MD',
  capacity: 'director',
  meaning: 'attested',
  at: '2026-11-20T15:14:22Z',
  timeZone: 'America/New_York',
};

/** What the invented letter says. */
export const letter: Letter = {
  kind: 'record',
  id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
  name: 'Łukasz Ørsted-Çelik, MD',
  baseSpecialty: 'Anesthesiology',
  program: { id: 'p', name: 'Pain Medicine', institution: 'Calder University', timeZone: 'America/New_York' },
  training: [{ fromOn: '2026-07-01', toOn: '2027-06-30' }],
  asOf: '2026-11-20',
  catalogueEdition: '2026.2',
  requirements: { id: 'pain', title: 'Pain medicine', version: 3, standing: 'verified' },
  scale: 'Help given, version 1',
  demonstration: false,
  totals: letterTotals(
    [
      {
        ...{ itemId: 'si-joint', kind: 'procedure', role: 'performed', supervision: 'direct' },
        ...{ outcome: 'success', status: 'approved', simulation: false, performedOn: '2026-11-01' },
      },
    ],
    { asOf: '2026-11-20', nameOf: () => 'Sacroiliac joint injection' },
  ),
  competencies: [
    {
      ...{ id: 'si', title: 'Sacroiliac joint', until: null, supervision: 'direct' },
      ...{ highRisk: true, waived: 1, demonstration: true },
      signatures: [attestedBy],
    },
  ],
  notSigned: ['Intrathecal pump implant'],
  attestation: 'I attest that this letter states the record of this program.',
  attestedBy: { ...attestedBy, contentDigest: 'ab'.repeat(32), signatureDigest: 'cd'.repeat(32) },
};

const signer = (with_: Uint8Array) => ({
  sha256: (bytes: Uint8Array) => sha256(bytes),
  sign: (bytes: Uint8Array) => sign(bytes, with_),
});
const proof = { verificationMethod: issuerKey.method, created: attestedBy.at };

/** The letter as a signed credential, with members of the document and options of the proof changed before it is signed. */
export function signedLetter(
  change: JsonObject = {},
  options: Partial<typeof proof> = {},
): Promise<JsonObject> {
  const issuer = {
    id: ISSUER,
    name: 'Pain Medicine',
    institution: 'Calder University',
    publicKey: issuerKey.publicKey,
  };
  const status = { list: 'https://log.example/api/status-list', index: 7 };
  const document = letterDocument({
    letterId: '00000000-0000-4000-8000-000000000009',
    letter,
    issuer,
    status,
  });
  return signDocument({ ...document, ...change }, { ...proof, ...options }, signer(seed));
}

/** The same, signed by hand: with options that no honest signer writes, by another key, or in another order of hashes. */
export async function forgedLetter(
  change: JsonObject,
  how: { readonly key?: 'other'; readonly documentFirst?: true } = {},
): Promise<JsonObject> {
  const { proof: honest, ...document } = await signedLetter();
  const { proofValue: _, ...options } = { ...(honest as JsonObject), ...change };
  const parts = [options, document].map((part) => sha256(canonicalBytes(part)));
  const bytes = Buffer.concat(how.documentFirst ? parts.reverse() : parts);
  const signature = sign(new Uint8Array(bytes), how.key ? seedOf('somebody else') : seed);
  return { ...document, proof: { ...options, proofValue: `z${base58.encode(signature)}` } };
}

/** The list as the API sends it. */
export async function statusList(takenBack: readonly number[]): Promise<string> {
  const document = statusListDocument({
    address: 'https://log.example/api/status-list',
    issuer: ISSUER,
    takenBack,
    madeAt: '2026-11-23T10:00:00Z',
    pack: (bytes) => new Uint8Array(gzipSync(bytes)),
  });
  return JSON.stringify(await signDocument(document, proof, signer(seed)));
}
