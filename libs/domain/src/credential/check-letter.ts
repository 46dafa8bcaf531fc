import {
  checkCredential,
  MAX_CREDENTIAL_BYTES,
  publicKeyOf,
  type Checking,
  type CredentialRefused,
  type CredentialStep,
  type JsonObject,
  type PinnedKey,
  type StatusLists,
} from '../ledger';
import { isJsonObject } from '../ledger/canonical-json';
import { readJson } from '../ledger/read-json';
import { issuerOf } from './letter';
import { documentDigest } from './letter-code';
import type { HeldStatusList } from './status-list-document';

/** A key of an issuer, as the page holds it beforehand. */
export interface IssuerKey extends PinnedKey {
  readonly kid: string;
  /** Its id in proofs. */
  readonly method: string;
}

/** What a page holds before it looks at a file; nothing is fetched because a file says so. */
export interface LetterTrust {
  readonly keys: readonly IssuerKey[];
  /** The newest list of letters that were taken back; null where none is at hand. */
  readonly list: HeldStatusList | null;
  /** Whether that list was fetched for this check: an older one can say that a letter was taken back, never that it was not. */
  readonly isListFresh: boolean;
  /** The time of the check, UTC ms. */
  readonly at: number;
}

/**
 * The answers about a file:
 * - `good`: as it was signed by a known issuer, and not taken back
 * - `not-checked`: the same, but whether it was taken back could not be asked
 * - `taken-back`: it was genuine, and does not stand any more
 * - `changed`: not what was signed
 * - `issuer-unknown`: no key that the page holds, or one that signs for somebody else
 * - `key-distrusted`: signed after its key had become known to others
 * - `not-in-force`: as it was signed, before or after the time for which it was meant
 * - `not-a-letter`: nothing that was signed as a credential
 */
export type LetterVerdict =
  | 'good'
  | 'not-checked'
  | 'taken-back'
  | 'changed'
  | 'issuer-unknown'
  | 'key-distrusted'
  | 'not-in-force'
  | 'not-a-letter';

/** The answer about a file, with what it rests on. */
export interface LetterAnswer {
  readonly verdict: LetterVerdict;
  /** The step that failed and why; null where every step passed. */
  readonly failed: Pick<CredentialRefused, 'step' | 'code' | 'field'> | null;
  /** What the file says; confirmed only under `good`, `not-checked` and `taken-back`. Null where it cannot be read. */
  readonly said: JsonObject | null;
  /** Hex SHA-256 of the document; null where it cannot be read. */
  readonly digest: string | null;
  /** The known key that signed; null where none did. */
  readonly key: IssuerKey | null;
  /** Under `issuer-unknown`: whether the signature fits the key that the file itself names; null where it names none. */
  readonly fitsOwnKey: boolean | null;
}

const verdicts: Readonly<Record<CredentialStep, LetterVerdict>> = {
  size: 'not-a-letter',
  json: 'not-a-letter',
  form: 'not-a-letter',
  proof: 'not-a-letter',
  purpose: 'not-a-letter',
  context: 'changed',
  key: 'issuer-unknown',
  issuer: 'issuer-unknown',
  signature: 'changed',
  distrust: 'key-distrusted',
  validity: 'not-in-force',
  status: 'not-checked',
};

/**
 * Checks the text of a file against what the page holds, and says what it is. The outcome is a value for any text; throws
 * as {@link checkCredential} does for a trust that is impossible.
 */
export async function checkLetter(text: string, trust: LetterTrust, by: Checking): Promise<LetterAnswer> {
  const { list, at } = trust;
  const said = readable(text);
  const keys = new Map(trust.keys.map((key) => [key.method, key]));
  const outcome = await checkCredential(text, { keys, statusLists: listsFor(said, list), at }, by);
  const about = {
    said,
    digest: said && (await documentDigest(said, by.sha256)),
    key: keys.get(methodOf(said) ?? '') ?? null,
    fitsOwnKey: null,
  };
  if (!outcome.ok) return refusedAnswer(outcome, about, await fitsItsOwnKey(text, said, { by, at }));
  const { credential } = outcome.value;
  // What cannot be taken back needs no list.
  const isChecked = trust.isListFresh || !('credentialStatus' in credential);
  return { ...about, verdict: isChecked ? 'good' : 'not-checked', failed: null, said: credential };
}

function refusedAnswer(
  { step, code, field }: CredentialRefused,
  about: Pick<LetterAnswer, 'said' | 'digest' | 'key'>,
  fitsOwnKey: boolean | null,
): LetterAnswer {
  const failed = { step, code, ...(field === undefined ? {} : { field }) };
  const verdict = code === 'credential/status-set' ? 'taken-back' : verdicts[step];
  if (step !== 'key') return { ...about, verdict, failed, fitsOwnKey: null };
  if (fitsOwnKey !== false) return { ...about, verdict, failed, fitsOwnKey };
  const misfit = { step: 'signature', code: 'credential/signature-bad', field: '/proof/proofValue' } as const;
  return { ...about, verdict: 'changed', failed: misfit, fitsOwnKey };
}

/**
 * The list at hand by its address, and by the one that the file names if only the host differs: an installation that moved
 * to another host still has the one list, and the key has said that the file is its own.
 */
function listsFor(said: JsonObject | null, list: HeldStatusList | null): StatusLists {
  if (list === null) return new Map();
  const status = said?.['credentialStatus'];
  const named = isJsonObject(status) ? status['statusListCredential'] : undefined;
  const isMoved = typeof named === 'string' && pathOf(named) === pathOf(list.address);
  return new Map([[list.address, list], ...(isMoved ? [[named, list] as const] : [])]);
}

function pathOf(address: string): string | null {
  return /^https?:\/\/[^/]+(\/.+)$/.exec(address)?.[1] ?? null;
}

/** Whether a file of somebody unknown is as it was signed, by the key that it names itself; that proves no more. */
async function fitsItsOwnKey(
  text: string,
  said: JsonObject | null,
  { by, at }: { readonly by: Checking; readonly at: number },
): Promise<boolean | null> {
  const method = methodOf(said);
  const { id, publicKey: named } = issuerOf(said ?? {});
  const multikey = /^did:key:(z\w+)#\1$/.exec(method ?? '')?.[1] ?? named;
  if (method === null || id === undefined || multikey === undefined) return null;
  let publicKey: Uint8Array;
  try {
    publicKey = publicKeyOf(multikey);
  } catch {
    return null;
  }
  const own = new Map([[method, { publicKey, issuer: id }]]);
  const outcome = await checkCredential(text, { keys: own, statusLists: new Map(), at }, by);
  return outcome.ok || outcome.step !== 'signature';
}

function methodOf(said: JsonObject | null): string | null {
  const proof = said?.['proof'];
  const method = isJsonObject(proof) ? proof['verificationMethod'] : undefined;
  return typeof method === 'string' ? method : null;
}

/** What a file says, if it is JSON with one meaning and not too large to be looked at. */
function readable(text: string): JsonObject | null {
  if (text.length >= MAX_CREDENTIAL_BYTES) return null;
  const json = readJson(text);
  return json.ok && isJsonObject(json.value) ? json.value : null;
}
