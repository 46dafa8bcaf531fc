import { createHash, randomBytes } from 'node:crypto';
import { SALT_BYTES, sealed, textIdOf, type Sealed, type TextId } from '@countersign/domain/ledger';

/** SHA-256, as the log's formulas want it. */
export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** Hex SHA-256 of a text. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A new salt, as hex, the form in which rows keep it. */
export function newSalt(): string {
  return randomBytes(SALT_BYTES).toString('hex');
}

/** The id of words under a salt in hex. */
export function idOfText(words: string, salt: string): TextId {
  return textIdOf(words, Buffer.from(salt, 'hex'), sha256);
}

/** A name or address as the log holds it, under its person's salt in hex. */
export function sealedWith(value: string, salt: string): Sealed {
  return sealed(value, Buffer.from(salt, 'hex'), sha256);
}
