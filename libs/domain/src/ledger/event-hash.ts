import { joined, utf8 } from './bytes';
import { canonicalBytes, type JsonObject } from './canonical-json';
import type { Digest, Sha256 } from './crypto-functions';

/** One recorded change, in the shape that is hashed. */
export interface LedgerEvent {
  /** Version of this shape. */
  readonly v: 1;
  /** Number in its log, from 1, without gap. */
  readonly seq: number;
  /** UTC instant as ISO 8601 with milliseconds. */
  readonly at: string;
  /** Id of the person who acted. */
  readonly actor: string;
  /** `noun.verb`, such as `entry.approved`. */
  readonly action: string;
  /** What changed. */
  readonly object: string;
  /** Old and new. */
  readonly data: JsonObject;
}

/** Prefixes keep the kinds of hashes apart, so that one can never pass for another (0x00 and 0x01 as in RFC 6962). */
const LEAF = Uint8Array.of(0x00);
const CHAIN = Uint8Array.of(0x02);

/** The exact bytes of an event that are stored and hashed. Throws as {@link canonicalBytes} does. */
export function eventBytes(event: LedgerEvent): Uint8Array {
  return canonicalBytes({ ...event });
}

/** leaf = SHA-256(0x00 ‖ canonical event), the leaf hash of RFC 6962. Throws as {@link canonicalBytes} does. */
export function leafHash<D extends Digest>(event: LedgerEvent, sha256: Sha256<D>): D {
  return leafHashOfBytes(eventBytes(event), sha256);
}

/** The leaf hash of stored bytes of an event. */
export function leafHashOfBytes<D extends Digest>(bytes: Uint8Array, sha256: Sha256<D>): D {
  return sha256(joined(LEAF, bytes));
}

/** chain = SHA-256(0x02 ‖ chain before ‖ leaf): the running head of a log. */
export function chainHash<D extends Digest>(before: Uint8Array, leaf: Uint8Array, sha256: Sha256<D>): D {
  return sha256(joined(CHAIN, before, leaf));
}

/** The head of an empty log: SHA-256("logbook/v1:" + id of the log). */
export function firstChainHash<D extends Digest>(logId: string, sha256: Sha256<D>): D {
  return sha256(utf8(`logbook/v1:${logId}`));
}
