import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text of this folder. */
export const file = (name: string): string => readFileSync(join(__dirname, name), 'utf8');

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The worked vector of this log format. */
export const derived = JSON.parse(file('derived.json')) as {
  readonly logId: string;
  readonly events: readonly string[];
  readonly leafHash: readonly string[];
  readonly chainHash: readonly string[];
  readonly merkleRoot: string;
  readonly keyId: string;
  readonly checkpoint: string;
  readonly inclusionProofLeaf2: readonly string[];
  readonly caseRef: {
    /** Hex. */
    readonly key: string;
    readonly input: string;
    readonly normalised: string;
    /** Base64url without padding. */
    readonly hmac: string;
  };
};
