import { DomainError } from '../refusal';
import { isHash, joined, utf8 } from './bytes';
import { canonicalJson, isJsonObject, pointerTo, type JsonObject } from './canonical-json';
import type { Digest, Sha256 } from './crypto-functions';
import { isKeyName } from './note-key';
import { isRowChange, type RowChange } from './row-change';

/** One recorded act, in the shape that is hashed. */
export type LedgerEvent = EventV1 | EventV2;

/** An event of the first epoch: what changed is told in words and values of its own. */
export interface EventV1 extends EventMembers {
  /** Version of this shape. */
  readonly v: 1;
}

/** An event from the log's `epoch.began` on: it holds all changes of rows that belong to it. */
export interface EventV2 extends EventMembers {
  readonly v: 2;
  /** In the order in which they were made. */
  readonly rows: readonly RowChange[];
}

interface EventMembers {
  /** Number in its log, from 1, without gap. */
  readonly seq: number;
  /** UTC instant as ISO 8601 with milliseconds. */
  readonly at: string;
  /** Id of the person who acted. */
  readonly actor: string;
  /** `noun.verb`, such as `entry.approved`. */
  readonly action: string;
  /** What it was done to, `noun:id`. */
  readonly object: string;
  /** What was meant and no row tells; in the first epoch old and new. */
  readonly data: JsonObject;
}

/** Prefixes keep the kinds of hashes apart, so that one can never pass for another (0x00 and 0x01 as in RFC 6962). */
const LEAF = Uint8Array.of(0x00);
const CHAIN = Uint8Array.of(0x02);

/**
 * The exact bytes of an event that are stored and hashed. Throws `ledger/impossible-event`, with the member as `field`,
 * for an event that a verification would find wrong as soon as it is written, and as {@link canonicalBytes} does.
 */
export function eventBytes(event: LedgerEvent): Uint8Array {
  return utf8(eventText(event));
}

/** The exact canonical text of an event. Throws as {@link eventBytes} does. */
export function eventText(event: LedgerEvent): string {
  assertEvent(event);
  return canonicalJson({ ...event });
}

/** leaf = SHA-256(0x00 ‖ canonical event), the leaf hash of RFC 6962. Throws as {@link eventBytes} does. */
export function leafHash<D extends Digest>(event: LedgerEvent, sha256: Sha256<D>): D {
  return leafHashOfBytes(eventBytes(event), sha256);
}

/** The leaf hash of stored bytes of an event. */
export function leafHashOfBytes<D extends Digest>(bytes: Uint8Array, sha256: Sha256<D>): D {
  return sha256(joined(LEAF, bytes));
}

/**
 * chain = SHA-256(0x02 ‖ chain before ‖ leaf): the running head of a log. Throws `ledger/impossible-hash` unless both are
 * of 32 bytes: bytes that change sides would have the same hash.
 */
export function chainHash<D extends Digest>(before: Uint8Array, leaf: Uint8Array, sha256: Sha256<D>): D {
  if (![before, leaf].every(isHash))
    throw new DomainError('ledger/impossible-hash', 'a chain goes from one SHA-256 hash to the next');
  return sha256(joined(CHAIN, before, leaf));
}

/**
 * The head of an empty log: SHA-256("logbook/v1:" + id of the log). Throws `ledger/impossible-origin` for an id that no
 * checkpoint could name (C2SP signed-note: not empty, without space and plus).
 */
export function firstChainHash<D extends Digest>(logId: string, sha256: Sha256<D>): D {
  if (!isKeyName(logId))
    throw new DomainError('ledger/impossible-origin', 'the id of a log has no space and no plus', 'logId');
  return sha256(utf8(`logbook/v1:${logId}`));
}

function assertEvent(event: LedgerEvent): void {
  const { v, seq, at, actor, action, object, data, ...rest } = event;
  const { rows, ...others } = rest as { readonly rows?: unknown };
  const members: readonly (readonly [string, boolean])[] = [
    ['v', v === 1 || v === 2],
    ['seq', Number.isSafeInteger(seq) && seq > 0],
    ['at', isIsoInstant(at)],
    ['actor', typeof actor === 'string'],
    ['action', typeof action === 'string'],
    ['object', typeof object === 'string'],
    ['data', isJsonObject(data)],
    ['rows', v === 2 ? Array.isArray(rows) && rows.every(isRowChange) : !('rows' in event)],
    ...Object.keys(others).map((name) => [name, false] as const),
  ];
  const wrong = members.find(([, isPossible]) => !isPossible);
  if (wrong)
    throw new DomainError('ledger/impossible-event', 'no event has this member', pointerTo([wrong[0]]));
}

function isIsoInstant(at: string): boolean {
  const instant = Date.parse(at);
  return !Number.isNaN(instant) && new Date(instant).toISOString() === at;
}
