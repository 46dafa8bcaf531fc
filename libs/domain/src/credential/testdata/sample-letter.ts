import { gunzipSync, gzipSync } from 'node:zlib';
import { checkCredential, multikeyOf, signDocument, type JsonObject } from '../../ledger';
import { onNode, publicKeyOfSeed, sha256Now } from '../../ledger/testdata/crypto-adapters';
import { letterDocument, statusListDocument, statusListOf, type IssuerKey, type Letter } from '../index';
import type { HeldStatusList } from '../status-list-document';

/* An invented letter, signed by a key of the specs. */

const seed = sha256Now(Buffer.from('the key of a spec'));
const publicKey = publicKeyOfSeed(seed);

/** The key of the issuer of the sample letter. */
export const sampleKey: IssuerKey = {
  kid: Buffer.from(sha256Now(publicKey)).toString('hex').slice(0, 16),
  method: 'did:web:log.example#key',
  issuer: 'did:web:log.example',
  publicKey,
};

const roles = { performed: 2, 'performed-part': 1, assisted: 0, observed: 0, taught: 0 };
const supervision = { direct: 2, 'indirect-immediate': 1, 'indirect-available': 0, oversight: 0 };
const totals = { roles, supervision, performedIn: [1, 2] };
const signature = {
  name: 'Tor Amundsen, MD',
  capacity: 'director',
  meaning: 'attested',
  at: '2027-10-01T13:14:22Z',
  timeZone: 'America/New_York',
};

/** A letter of an invented fellow with a name that ASCII does not have. */
export const sampleLetter: Letter = {
  kind: 'record',
  id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
  name: 'Łukasz Ørsted-Çelik, MD',
  baseSpecialty: 'Anesthesiology',
  program: {
    id: 'p',
    name: 'Pain Medicine Fellowship',
    institution: 'Calder University',
    timeZone: 'America/New_York',
  },
  training: [{ fromOn: '2026-07-01', toOn: '2027-06-30' }],
  asOf: '2027-10-01',
  catalogueEdition: '2026.2',
  requirements: { id: 'pain', title: 'Pain medicine', version: 3, standing: 'verified' },
  scale: 'help given, version 1',
  demonstration: false,
  totals: {
    from: '2026-07-03',
    to: '2027-06-28',
    items: [{ itemId: 'si-joint', name: 'Sacroiliac joint injection', ...totals }],
    all: totals,
    simulation: 3,
  },
  competencies: [
    {
      id: 'si',
      title: 'Sacroiliac joint injection',
      until: '2028-06-28',
      ...{ supervision: 'indirect-immediate', highRisk: false, waived: 0, demonstration: false },
      signatures: [{ ...signature, capacity: 'supervisor', meaning: 'competency-granted' }, signature],
    },
  ],
  notSigned: ['Intrathecal pump implant'],
  attestation: 'I attest that this letter states the record of this program.',
  attestedBy: { ...signature, contentDigest: 'ab'.repeat(32), signatureDigest: 'cd'.repeat(32) },
};

/** Where the sample list is published. */
export const sampleListAddress = 'https://log.example/api/status-list';

const by = { sha256: onNode.sha256, sign: onNode.signer(seed) };
const proof = { verificationMethod: sampleKey.method, created: sampleLetter.attestedBy.at };

/** The sample letter as a signed credential, with changed members. */
export async function signedLetter(
  change: JsonObject = {},
  options: Partial<typeof proof> = {},
): Promise<JsonObject> {
  const document = letterDocument({
    letterId: '00000000-0000-4000-8000-000000000009',
    letter: sampleLetter,
    issuer: {
      id: sampleKey.issuer,
      name: 'Pain Medicine Fellowship',
      institution: 'Calder University',
      publicKey: multikeyOf(publicKey),
    },
    status: { list: sampleListAddress, index: 7 },
  });
  return signDocument({ ...document, ...change }, { ...proof, ...options }, by);
}

/** The list of letters that were taken back, as a page holds it. */
export async function heldList(takenBack: readonly number[]): Promise<HeldStatusList> {
  const document = statusListDocument({
    address: sampleListAddress,
    issuer: sampleKey.issuer,
    takenBack,
    madeAt: '2027-10-02T10:00:00Z',
    pack: (bytes) => new Uint8Array(gzipSync(bytes)),
  });
  const text = JSON.stringify(await signDocument(document, proof, by));
  const trust = { keys: new Map([[sampleKey.method, sampleKey]]), statusLists: new Map(), at: NOW };
  const checked = await checkCredential(text, trust, onNode);
  const list = checked.ok
    ? await statusListOf(checked.value.credential, (bytes) =>
        Promise.resolve(new Uint8Array(gunzipSync(bytes))),
      )
    : null;
  if (!list) throw new Error('the sample list is a list');
  return list;
}

/** When the specs look. */
export const NOW = Date.UTC(2027, 9, 4);
