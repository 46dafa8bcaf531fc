import { hex } from '@scure/base';

/** Length of a SHA-256 hash in bytes. */
const HASH_BYTES = 32;

const encoder = new TextEncoder();

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** One array of the bytes of several, in order. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** Whether both hold the same bytes. What is compared here is public, so the time it takes may tell. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, position) => byte === other[position]);
}

/** Whether these are the bytes of a SHA-256 hash; false for anything that has no bytes. */
export function isHash(bytes: Uint8Array): boolean {
  return ArrayBuffer.isView(bytes) && bytes.length === HASH_BYTES;
}

/** Whether a text is Unicode; text that is not would lose its difference from other text on the way to UTF-8. */
export function isUnicode(text: string): boolean {
  // With the u flag a surrogate matches only where its partner is missing.
  return !/\p{Surrogate}/u.test(text);
}

/** Lower-case hex, the form in which hashes are stored and shown. */
export function hexOf(bytes: Uint8Array): string {
  return hex.encode(bytes);
}

/** The SHA-256 hash that a stored text stands for; null unless it is 64 lower-case hex digits. */
export function hashOfHex(text: string): Uint8Array | null {
  return /^[0-9a-f]{64}$/.test(text) ? hex.decode(text) : null;
}
