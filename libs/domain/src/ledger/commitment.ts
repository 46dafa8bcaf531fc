import { DomainError } from '../refusal';
import { hexOf, isUnicode, joined, utf8 } from './bytes';
import type { Sha256 } from './crypto-functions';

/** Keeps a commitment apart from every other hash of a log. */
const COMMITMENT = Uint8Array.of(0x03);

/** Random bytes beside each text: with fewer, short words could be found by trying. */
export const SALT_BYTES = 16;

/** Id of a free text: the commitment to its words, so that whoever holds the id can check the words and not find them. */
export type TextId = `text:${string}`;

/** A name or address in an event: a commitment to it, whose salt is kept with the person. */
export type Sealed = `sealed:${string}`;

/**
 * The id of words under a salt: `text:` and the lower-case hex of SHA-256(0x03 ‖ salt ‖ UTF-8 words). Throws
 * `ledger/impossible-salt` unless the salt has {@link SALT_BYTES} bytes, and `ledger/lone-surrogate` for words that are
 * not Unicode: two of them would have one id.
 */
export function textIdOf(words: string, salt: Uint8Array, sha256: Sha256<Uint8Array>): TextId {
  return `text:${commitment(words, salt, sha256)}`;
}

/** A name or address as events hold it; throws as {@link textIdOf} does. */
export function sealed(value: string, salt: Uint8Array, sha256: Sha256<Uint8Array>): Sealed {
  return `sealed:${commitment(value, salt, sha256)}`;
}

/** Whether a text has the form of a text's id. */
export function isTextId(text: string): text is TextId {
  return /^text:[0-9a-f]{64}$/.test(text);
}

function commitment(words: string, salt: Uint8Array, sha256: Sha256<Uint8Array>): string {
  if (salt.length !== SALT_BYTES)
    throw new DomainError('ledger/impossible-salt', `a salt has ${SALT_BYTES} bytes`, 'salt');
  if (!isUnicode(words))
    throw new DomainError('ledger/lone-surrogate', 'text must be well-formed Unicode', 'words');
  return hexOf(sha256(joined(COMMITMENT, salt, utf8(words))));
}
