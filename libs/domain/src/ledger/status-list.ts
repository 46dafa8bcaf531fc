import { ok, refused } from '../refusal';
import type { Checked } from './credential-fault';
import { isJsonObject, type JsonValue } from './canonical-json';

/** A shorter list would tell too much about whose status is asked for (Bitstring Status List v1.0: at least 16 KB). */
const MIN_LIST_BYTES = 16_384;

/** A Bitstring Status List that was fetched, checked and unpacked: one bit for each credential. */
export interface StatusList {
  /** What a set bit says, such as `revocation` or `suspension`. */
  readonly purpose: string;
  /** Position 0 is the left-most bit, the highest of the first byte. */
  readonly bits: Uint8Array;
}

/** Status lists by their address, the `statusListCredential` of an entry. */
export type StatusLists = ReadonlyMap<string, StatusList>;

/**
 * Looks up every entry of a `credentialStatus`. Refuses `credential/status-set`, with the purpose in the detail, where
 * a bit is set; `credential/status-unknown` where it cannot be told: the list is not at hand, is for another purpose or
 * too short, or the entry is of another kind. What cannot be told is never taken for good.
 */
export function checkStatus(status: JsonValue | undefined, lists: StatusLists): Checked<'not-set'> {
  if (status === undefined) return ok('not-set');
  const entries: readonly JsonValue[] = Array.isArray(status) ? status : [status];
  for (const entry of entries) {
    const purpose = setPurpose(entry, lists);
    if (!purpose.ok) return purpose;
    if (purpose.value !== null)
      return refused('credential/status-set', '/credentialStatus', { purpose: purpose.value });
  }
  return ok('not-set');
}

/** The purpose whose bit is set for this entry; null if it is not set. */
function setPurpose(entry: JsonValue, lists: StatusLists): Checked<string | null> {
  const unknown = refused('credential/status-unknown', '/credentialStatus');
  if (!isJsonObject(entry) || entry['type'] !== 'BitstringStatusListEntry') return unknown;
  const { statusListCredential: address, statusListIndex: index, statusPurpose } = entry;
  const list = typeof address === 'string' ? lists.get(address) : undefined;
  if (!list || list.purpose !== statusPurpose || list.bits.length < MIN_LIST_BYTES) return unknown;
  // Entries of several bits carry messages, not a yes or no.
  if (entry['statusSize'] !== undefined && entry['statusSize'] !== 1) return unknown;
  const position = typeof index === 'string' && /^(0|[1-9]\d*)$/.test(index) ? Number(index) : NaN;
  const byte = list.bits[Math.floor(position / 8)];
  if (byte === undefined) return unknown;
  const isSet = (byte & (0x80 >> (position % 8))) !== 0;
  return ok(isSet ? list.purpose : null);
}
