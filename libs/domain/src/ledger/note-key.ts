import { DomainError } from '../refusal';
import { joined, sameBytes, utf8 } from './bytes';
import { assertPublicKey, type Sha256 } from './crypto-functions';

/** Algorithm byte of Ed25519 in C2SP signed notes; another kind of key gets another byte, and so other key ids. */
const ED25519 = 0x01;

/** Length of a key id in bytes. */
export const KEY_ID_BYTES = 4;

/** A key that signs notes (C2SP signed-note). A retired key stays as it is, for what it signed stays good. */
export interface NoteKey {
  /** Not empty, without space, plus or control character. */
  readonly name: string;
  /** Raw Ed25519 public key of 32 bytes. */
  readonly publicKey: Uint8Array;
  /**
   * For a key that became known to others: the size of the last checkpoint that was held outside of the system before,
   * 0 if none was. A checkpoint of a larger tree needs the signature of another key. Whoever has the key can still sign
   * another tree of that size or a smaller one, so give the held checkpoint itself to the verification too.
   */
  readonly distrustAfterSize?: number;
}

/** A key with its id. */
export interface IdentifiedKey extends WithKey {
  readonly id: Uint8Array;
}

interface WithKey {
  readonly key: NoteKey;
}

/**
 * The key id of a signed note: the first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), C2SP signed-note. Throws
 * `ledger/impossible-key` for a name or a public key that no key has, and `ledger/impossible-size` for a distrust after
 * no number of events.
 */
export async function noteKeyId(key: NoteKey, sha256: Sha256): Promise<Uint8Array> {
  const { name, publicKey, distrustAfterSize = 0 } = key;
  if (!isKeyName(name))
    throw new DomainError('ledger/impossible-key', 'a key name has no space and no plus', 'name');
  assertPublicKey(publicKey);
  if (!Number.isSafeInteger(distrustAfterSize) || distrustAfterSize < 0)
    throw new DomainError('ledger/impossible-size', 'a size is a whole number', 'distrustAfterSize');
  const bytes = joined(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey);
  return (await sha256(bytes)).slice(0, KEY_ID_BYTES);
}

/**
 * Keys, and what comes with each, with their ids. Throws as {@link noteKeyId} does, and `ledger/ambiguous-key` where two have the same name and id:
 * a signature would be believed by the one and, it may be, distrusted by the other.
 */
export async function identified<T extends WithKey>(
  owners: readonly T[],
  sha256: Sha256,
): Promise<readonly (T & IdentifiedKey)[]> {
  const all: (T & IdentifiedKey)[] = [];
  for (const owner of owners) {
    const id = await noteKeyId(owner.key, sha256);
    if (all.some((other) => isSame(other, owner.key.name, id)))
      throw new DomainError('ledger/ambiguous-key', 'two keys have the same name and id');
    all.push({ ...owner, id });
  }
  return all;
}

/** Whether a key goes by this name and id. */
export function isSame({ key, id }: IdentifiedKey, name: string, keyId: Uint8Array): boolean {
  return key.name === name && sameBytes(id, keyId);
}

/** Whether the signature of a key on a checkpoint of this size is believed. */
export function isTrustedFor({ distrustAfterSize }: NoteKey, size: number): boolean {
  return distrustAfterSize === undefined || size <= distrustAfterSize;
}

/** Whether a text can name a key or a log (C2SP signed-note: not empty, without Unicode spaces and plus). */
export function isKeyName(name: string): boolean {
  return /^[^\s+\p{Cc}\p{Surrogate}]+$/u.test(name);
}
