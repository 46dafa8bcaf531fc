import { ok, refused, type Ok, type Refused } from '../refusal';
import type { Checked, CredentialFault } from './credential-fault';
import { utf8 } from './bytes';
import { isJsonObject, type JsonObject, type JsonValue } from './canonical-json';
import type { Checking } from './crypto-functions';
import { coveredPart, isProofOf, proofOf, type Proof } from './data-integrity';
import { instantOf } from './instant';
import { readJson } from './read-json';
import { checkStatus } from './status-list';
import { assertTrust, type PinnedKey, type Trust } from './trust';

/** Documents of this many bytes or more are not read at all. */
export const MAX_CREDENTIAL_BYTES = 1_000_000;

const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';

/**
 * The steps of a check, in their order; each says what it looks at:
 * - `size`: the number of bytes
 * - `json`: whether the text has one meaning as JSON
 * - `form`: the members that every credential has
 * - `proof`: the one proof by `eddsa-jcs-2022`
 * - `purpose`: that the proof is meant to assert something
 * - `context`: that the signed contexts give the members their meaning
 * - `key`: that the key is pinned
 * - `issuer`: that the key may sign for the issuer
 * - `signature`: that it fits
 * - `distrust`: that the key was not known to others when it signed
 * - `validity`: that the credential has begun and has not expired
 * - `status`: that it was not revoked or suspended
 */
export type CredentialStep =
  | 'size'
  | 'json'
  | 'form'
  | 'proof'
  | 'purpose'
  | 'context'
  | 'key'
  | 'issuer'
  | 'signature'
  | 'distrust'
  | 'validity'
  | 'status';

/** A credential that passed every step. */
export interface VerifiedCredential {
  /** The part that the signature covers, without the proof: what may be shown. */
  readonly credential: JsonObject;
  readonly keyId: string;
  readonly key: PinnedKey;
}

/** The first step that failed; `code` is `credential/what`, `field` a JSON pointer into the document. */
export interface CredentialRefused extends Refused<CredentialFault> {
  readonly step: CredentialStep;
}

/**
 * Checks a W3C Verifiable Credential (Data Model v2.0) with an embedded `eddsa-jcs-2022` proof, from its raw text. The
 * outcome is a value for any text whatever. A credential without `validUntil` does not expire; one without
 * `credentialStatus` cannot be revoked.
 *
 * Throws `ledger/impossible-instant` where the time of the check, or that of a distrust, is no whole number of ms, and
 * `ledger/impossible-key` for a pinned key that has not 32 bytes.
 */
export async function checkCredential(
  text: string,
  trust: Trust,
  by: Checking,
): Promise<Ok<VerifiedCredential> | CredentialRefused> {
  assertTrust(trust);
  const size = checkSize(text);
  if (!size.ok) return failed('size', size);
  const json = readJson(text);
  if (!json.ok) return failed('json', json);
  const form = checkForm(json.value);
  if (!form.ok) return failed('form', form);
  const proof = proofOf(form.value);
  if (!proof.ok) return failed('proof', proof);
  if (proof.value.purpose !== 'assertionMethod')
    return failed('purpose', refused('credential/wrong-purpose', '/proof/proofPurpose'));
  const covered = checkContext(form.value, proof.value);
  if (!covered.ok) return failed('context', covered);
  const keyId = proof.value.verificationMethod;
  const key = trust.keys.get(keyId);
  if (!key) return failed('key', refused('credential/key-unknown', '/proof/verificationMethod'));
  if (issuerOf(covered.value) !== key.issuer)
    return failed('issuer', refused('credential/issuer-differs', '/issuer'));
  if (!(await isProofOf(covered.value, proof.value, { ...by, publicKey: key.publicKey })))
    return failed('signature', refused('credential/signature-bad', '/proof/proofValue'));
  const distrust = checkDistrust(proof.value, key);
  if (!distrust.ok) return failed('distrust', distrust);
  const validity = checkValidity(covered.value, proof.value, trust.at);
  if (!validity.ok) return failed('validity', validity);
  const status = checkStatus(covered.value['credentialStatus'], trust.statusLists);
  if (!status.ok) return failed('status', status);
  return ok({ credential: covered.value, keyId, key });
}

function failed(step: CredentialStep, why: Refused<CredentialFault>): CredentialRefused {
  return { ...why, step };
}

function checkSize(text: string): Checked<number> {
  // A text never has fewer bytes than characters, so a huge one need not be encoded to be refused.
  const bytes = text.length < MAX_CREDENTIAL_BYTES ? utf8(text).length : text.length;
  return bytes < MAX_CREDENTIAL_BYTES ? ok(bytes) : refused('credential/too-large');
}

/** What every credential has (Data Model v2.0, section 4): contexts, its type, an issuer and a subject. */
function checkForm(document: JsonValue): Checked<JsonObject> {
  if (!isJsonObject(document)) return refused('credential/malformed', '');
  const { '@context': context, type, credentialSubject: subject } = document;
  if (!Array.isArray(context)) return refused('credential/malformed', '/@context');
  if (![type].flat().includes('VerifiableCredential')) return refused('credential/malformed', '/type');
  if (issuerOf(document) === null) return refused('credential/malformed', '/issuer');
  const subjects = [subject].flat();
  const hasSubject = subjects.length > 0 && subjects.every(isJsonObject);
  return hasSubject ? ok(document) : refused('credential/malformed', '/credentialSubject');
}

/** The signed contexts begin with that of the Data Model v2.0, which gives the other members their meaning. */
function checkContext(document: JsonObject, proof: Proof): Checked<JsonObject> {
  const covered = coveredPart(document, proof);
  if (!covered.ok) return covered;
  const [first] = [covered.value['@context']].flat();
  return first === CREDENTIALS_V2 ? covered : refused('credential/context-unknown', '/@context');
}

function issuerOf({ issuer }: JsonObject): string | null {
  const id = isJsonObject(issuer) ? issuer['id'] : issuer;
  return typeof id === 'string' ? id : null;
}

function checkDistrust({ options }: Proof, { distrustAfter }: PinnedKey): Checked<'trusted'> {
  if (distrustAfter === undefined) return ok('trusted');
  const created = instantOf(options['created']);
  return created !== null && created <= distrustAfter
    ? ok('trusted')
    : refused('credential/key-distrusted', '/proof/created');
}

/** `validFrom` and `validUntil` of the credential and `expires` of its proof; the instants themselves are still good. */
function checkValidity(credential: JsonObject, { options }: Proof, at: number): Checked<'valid'> {
  const limits = [
    { time: credential['validFrom'], field: '/validFrom', code: 'credential/not-yet-valid', isStart: true },
    { time: credential['validUntil'], field: '/validUntil', code: 'credential/expired', isStart: false },
    { time: options['expires'], field: '/proof/expires', code: 'credential/expired', isStart: false },
  ] as const;
  for (const { time, field, code, isStart } of limits) {
    if (time === undefined) continue;
    const instant = instantOf(time);
    if (instant === null) return refused('credential/time-malformed', field);
    // What must hold is asked for, so that no comparison with an impossible time passes.
    const holds = isStart ? instant <= at : at <= instant;
    if (!holds) return refused(code, field);
  }
  return ok('valid');
}
