import { base64urlnopad } from '@scure/base';
import { isJsonObject } from '../ledger/canonical-json';
import type { JsonObject, StatusList } from '../ledger';

/** Letters that one list can hold: fewer would tell too much about whose status is asked for (Bitstring Status List v1.0). */
export const STATUS_LIST_BITS = 131_072;

const PURPOSE = 'revocation';
/** Multibase prefix of base64url without padding. */
const BASE64URL = 'u';

/** The unsigned credential that says which letters were taken back. */
export function statusListDocument(given: {
  /** Where it is published; the credentials that it is about name this address. */
  readonly address: string;
  /** Id of the issuer. */
  readonly issuer: string;
  /** Positions of the letters that were taken back. */
  readonly takenBack: readonly number[];
  /** When the list was made, UTC such as `2027-10-01T13:14:22Z`. */
  readonly madeAt: string;
  /** GZIP (RFC 1952), passed in. */
  readonly pack: (bytes: Uint8Array) => Uint8Array;
}): JsonObject {
  const bits = new Uint8Array(STATUS_LIST_BITS / 8);
  for (const index of given.takenBack) {
    const byte = Math.floor(index / 8);
    bits[byte] = (bits[byte] ?? 0) | (0x80 >> (index % 8));
  }
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: given.address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: given.issuer,
    validFrom: given.madeAt,
    credentialSubject: {
      id: `${given.address}#list`,
      type: 'BitstringStatusList',
      statusPurpose: PURPOSE,
      encodedList: BASE64URL + base64urlnopad.encode(given.pack(bits)),
    },
  };
}

/** A list of letters that were taken back, as it is held. */
export interface HeldStatusList extends StatusList {
  /** Where it is published. */
  readonly address: string;
  /** When it was made, as its issuer says. */
  readonly madeAt: string;
}

/** Reads the list out of a credential that was verified; null for one of another kind. `unpack` undoes GZIP. */
export async function statusListOf(
  credential: JsonObject,
  unpack: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<HeldStatusList | null> {
  const { id: address, validFrom: madeAt, credentialSubject: subject } = credential;
  if (typeof address !== 'string' || typeof madeAt !== 'string' || !isJsonObject(subject)) return null;
  const { statusPurpose: purpose, encodedList } = subject;
  if (typeof purpose !== 'string' || typeof encodedList !== 'string') return null;
  if (!/^u[\w-]+$/.test(encodedList)) return null;
  const bits = await unpack(base64urlnopad.decode(encodedList.slice(1)));
  return { address, madeAt, purpose, bits };
}
