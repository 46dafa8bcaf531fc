import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new session token: 32 random bytes, only ever in the cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database stores of a token. */
export function tokenId(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The write token of a session: derived from the secret cookie, so that no other site can know it. */
export function writeToken(token: string): string {
  return createHmac('sha256', token).update('write').digest('base64url');
}

/** Compares in constant time. */
export function isWriteToken(token: string, candidate: string): boolean {
  const expected = Buffer.from(writeToken(token));
  const given = Buffer.from(candidate);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
