import { hashOfHex, hexOf, utf8 } from './bytes';
import { canonicalJson, isJsonObject, type JsonValue } from './canonical-json';
import type { Sha256 } from './crypto-functions';
import { chainHash, leafHashOfBytes, type LedgerEvent } from './event-hash';
import type { LogFinding } from './log-finding';

/** An event as it is stored: the members of the event for queries, and its exact canonical text with its hashes. */
export interface StoredEvent {
  readonly seq: number;
  /** UTC instant in ms. */
  readonly at: number;
  readonly actorId: string;
  readonly action: string;
  readonly object: string;
  /** The canonical JSON that was hashed. */
  readonly body: string;
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
}

/** Checks the content and the chain link of one stored event; `before` is the chain hash of the event before it. */
export async function checkStoredEvent(
  row: StoredEvent,
  before: Uint8Array,
  sha256: Sha256,
): Promise<EventCheck> {
  const { seq } = row;
  const findings: LogFinding[] = [];
  const leaf = await leafOf(row.body, sha256);
  const restated = restatedText(row);
  if (row.leaf !== hexOf(leaf)) {
    findings.push({ code: 'ledger/leaf-differs', seq, stored: row.leaf, recomputed: hexOf(leaf) });
  } else if (restated !== row.body) {
    // The hashed text stands, so it is a column beside it that was changed.
    const recomputed = restated === null ? null : hexOf(await leafOf(restated, sha256));
    findings.push({ code: 'ledger/leaf-differs', seq, stored: row.leaf, recomputed });
  }
  const expected = await chainHash(before, hashOfHex(row.leaf) ?? leaf, sha256);
  if (row.chain !== hexOf(expected)) {
    findings.push({
      code: 'ledger/chain-breaks',
      seq,
      stored: row.chain,
      recomputed: hexOf(expected),
    });
  }
  return { leaf, chain: hashOfHex(row.chain) ?? expected, findings };
}

async function leafOf(text: string, sha256: Sha256): Promise<Uint8Array> {
  return leafHashOfBytes(utf8(text), sha256);
}

/** The canonical text of the event that the columns state, with the data of the stored text; null if they state none. */
function restatedText({ seq, at, actorId: actor, action, object, body }: StoredEvent): string | null {
  // A Date cuts the fraction of a ms off, so a changed column could still state the same event.
  if (!Number.isSafeInteger(at)) return null;
  try {
    const { data } = JSON.parse(body) as { data?: JsonValue };
    if (!isJsonObject(data)) return null;
    const event: LedgerEvent = { v: 1, seq, at: new Date(at).toISOString(), actor, action, object, data };
    return canonicalJson({ ...event });
  } catch {
    // No JSON, no instant, or text without a canonical form.
    return null;
  }
}
