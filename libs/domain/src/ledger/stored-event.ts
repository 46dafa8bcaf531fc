import { hashOfHex, hexOf, utf8 } from './bytes';
import type { Sha256 } from './crypto-functions';
import {
  chainHash,
  eventText,
  leafHashOfBytes,
  type EventV1,
  type EventV2,
  type LedgerEvent,
} from './event-hash';
import type { LogFinding } from './log-finding';

/** An event as it is stored: the members of the event for queries, and its exact canonical text with its hashes. */
export interface StoredEvent {
  readonly seq: number;
  /** UTC instant in ms. */
  readonly at: number;
  readonly actorId: string;
  readonly action: string;
  readonly object: string;
  /** The canonical JSON that was hashed; null once a redaction took its words away. */
  readonly body: string | null;
  /** Leaf hash, lower-case hex. */
  readonly leaf: string;
  /** Chain hash after this event, lower-case hex. */
  readonly chain: string;
}

/** What a stored event hashes to, and what is wrong with it. */
export interface EventCheck {
  /** Leaf hash of the stored text. */
  readonly leaf: Uint8Array;
  /** The stored chain hash, from which the next event must follow; so that one break is one finding. */
  readonly chain: Uint8Array;
  readonly findings: readonly LogFinding[];
  /** The event that text and columns state alike; null if they state none. */
  readonly event: LedgerEvent | null;
}

/** Checks the content and the chain link of one stored event; `before` is the chain hash of the event before it. */
export async function checkStoredEvent(
  row: StoredEvent,
  before: Uint8Array,
  sha256: Sha256,
): Promise<EventCheck> {
  const { leaf, findings, event } = await contentOf(row, sha256);
  const expected = await chainHash(before, hashOfHex(row.leaf) ?? leaf, sha256);
  const breaks = row.chain !== hexOf(expected);
  return {
    leaf,
    chain: hashOfHex(row.chain) ?? expected,
    findings: breaks
      ? [
          ...findings,
          { code: 'ledger/chain-breaks', seq: row.seq, stored: row.chain, recomputed: hexOf(expected) },
        ]
      : findings,
    event,
  };
}

async function contentOf(row: StoredEvent, sha256: Sha256): Promise<Omit<EventCheck, 'chain'>> {
  const { seq, body } = row;
  const differs = (recomputed: string | null): LogFinding[] => [
    { code: 'ledger/leaf-differs', seq, stored: row.leaf, recomputed },
  ];
  if (body === null) {
    // Nothing is left to hash, so the leaf is believed as it stands; the chain and the tree still bind it.
    const leaf = hashOfHex(row.leaf);
    return { leaf: leaf ?? new Uint8Array(32), findings: leaf ? [] : differs(null), event: null };
  }
  const leaf = await leafOf(body, sha256);
  if (row.leaf !== hexOf(leaf)) return { leaf, findings: differs(hexOf(leaf)), event: null };
  const stated = statedEvent(row, body);
  if (stated?.text === body) return { leaf, findings: [], event: stated.event };
  // The hashed text stands, so it is a column beside it that was changed.
  return { leaf, findings: differs(stated && hexOf(await leafOf(stated.text, sha256))), event: null };
}

async function leafOf(text: string, sha256: Sha256): Promise<Uint8Array> {
  return leafHashOfBytes(utf8(text), sha256);
}

/** The event that the columns state, with the version, data and rows of the stored text; null if they state none. */
function statedEvent(row: StoredEvent, body: string): { event: LedgerEvent; text: string } | null {
  const { seq, at, actorId: actor, action, object } = row;
  // A Date cuts the fraction of a ms off, so a changed column could still state the same event.
  if (!Number.isSafeInteger(at)) return null;
  try {
    const { v, data, rows } = JSON.parse(body) as Partial<EventV1> & Partial<Pick<EventV2, 'rows'>>;
    const stated = { v, seq, at: new Date(at).toISOString(), actor, action, object, data };
    const event = (v === 1 ? stated : { ...stated, rows }) as LedgerEvent;
    return { event, text: eventText(event) };
  } catch {
    // No JSON, no instant, or no event.
    return null;
  }
}
