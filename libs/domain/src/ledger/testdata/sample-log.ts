import {
  chainHash,
  eventBytes,
  firstChainHash,
  leafHash,
  signCheckpoint,
  treeRoot,
  type JsonObject,
  type LedgerEvent,
  type NoteKey,
  type RowChange,
  type Sign,
  type StoredEvent,
} from '../index';
import { onNode, publicKeyOfSeed, sha256Now, test1 } from './crypto-adapters';
import { toHex } from './files';

/** The members of an event that are not made when it is written. */
export interface Happening {
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly data: JsonObject;
  /** Changes of rows; an event of the first epoch has none. */
  readonly rows?: readonly RowChange[];
}

/** An event that has its body. */
export interface WrittenEvent extends StoredEvent {
  readonly body: string;
}

export const logId = 'example.org/logbook/program/1';
export const key: NoteKey = { name: logId, publicKey: test1.publicKey };

/** A log as the server writes it; event n gets the number n. */
export function written(happenings: readonly Happening[]): readonly WrittenEvent[] {
  let chain = firstChainHash(logId, sha256Now);
  return happenings.map(({ at, rows, ...members }, position) => {
    const seq = position + 1;
    const stated = { seq, at: new Date(at).toISOString(), ...members };
    const event: LedgerEvent = rows ? { v: 2, ...stated, rows } : { v: 1, ...stated };
    const leaf = leafHash(event, sha256Now);
    chain = chainHash(chain, leaf, sha256Now);
    const { actor: actorId, action, object } = members;
    const body = new TextDecoder().decode(eventBytes(event));
    return { seq, at, actorId, action, object, body, leaf: toHex(leaf), chain: toHex(chain) };
  });
}

/** A log of made-up events. */
export function sampleLog(length: number): readonly WrittenEvent[] {
  return written(
    Array.from({ length }, (_, nth) => ({
      at: Date.UTC(2026, 0, 1) + nth * 60_000,
      actor: `u${nth % 7}`,
      action: nth % 2 === 0 ? 'entry.submitted' : 'entry.approved',
      object: `entry:e${nth >> 1}`,
      data: { version: 1, note: `n° ${nth}`, level: nth % 3 === 0 ? null : nth / 3 },
    })),
  );
}

/** The stored head of a log. */
export function headOf(rows: readonly StoredEvent[]): { seq: number; chain: string } {
  const last = rows.at(-1);
  return { seq: last?.seq ?? 0, chain: last?.chain ?? toHex(firstChainHash(logId, sha256Now)) };
}

/** A key of the log with what signs by it. */
export interface Signer {
  readonly key: NoteKey;
  readonly sign: Sign;
}

export const signer: Signer = { key, sign: onNode.signer(test1.seed) };

const nextSeed = sha256Now(new TextEncoder().encode('next key'));
/** The key that the log is given after the first. */
export const nextSigner: Signer = {
  key: { name: logId, publicKey: publicKeyOfSeed(nextSeed) },
  sign: onNode.signer(nextSeed),
};

/** The checkpoint over the first events of a log, signed with the log's first key or with others. */
export async function checkpointOf(
  rows: readonly StoredEvent[],
  size = rows.length,
  signers: readonly Signer[] = [signer],
): Promise<string> {
  const leaves = rows.slice(0, size).map(({ leaf }) => Buffer.from(leaf, 'hex'));
  const checkpoint = { origin: logId, size, root: await treeRoot(leaves, sha256Now) };
  return signCheckpoint(checkpoint, signers, sha256Now);
}
