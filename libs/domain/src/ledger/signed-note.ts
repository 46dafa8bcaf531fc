import { base64 } from '@scure/base';
import { DomainError } from '../refusal';
import { joined } from './bytes';
import type { Sha256 } from './event-hash';
import type { TreeHead } from './merkle-tree';

/** Signs bytes with one Ed25519 key, passed in: `node:crypto` or WebCrypto. */
export type Sign = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Checks an Ed25519 signature over bytes with a raw public key of 32 bytes. */
export type Verify = (check: {
  publicKey: Uint8Array;
  bytes: Uint8Array;
  signature: Uint8Array;
}) => boolean | Promise<boolean>;

/** Algorithm byte of Ed25519 in C2SP signed notes. */
const ED25519 = 0x01;
const DASH = '\u2014';

/** A key that signs notes: its name, and its raw public key. */
export interface NoteKey {
  readonly name: string;
  readonly publicKey: Uint8Array;
}

/** The key id of a signed note: the first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), C2SP signed-note. */
export function noteKeyId({ name, publicKey }: NoteKey, sha256: Sha256): Uint8Array {
  return sha256(joined(new TextEncoder().encode(`${name}\n`), Uint8Array.of(ED25519), publicKey)).slice(0, 4);
}

/** A log’s state at a size, as it leaves the system. */
export interface Checkpoint extends TreeHead {
  /** Id of the log, the first line of the note. */
  readonly origin: string;
}

/** The text that is signed: origin, size, base64 of the root, each with its newline (C2SP tlog-checkpoint). */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  if (origin === '' || /[\n+\s]/.test(origin))
    throw new DomainError('ledger/impossible-origin', 'an origin has no space and no plus', 'origin');
  if (!Number.isSafeInteger(size) || size < 0)
    throw new DomainError('ledger/impossible-size', 'a size is a whole number', 'size');
  return `${origin}\n${size}\n${base64.encode(root)}\n`;
}

/** Signs a checkpoint with one key or, at a rotation, with several. */
export async function signCheckpoint(
  checkpoint: Checkpoint,
  signers: readonly { readonly key: NoteKey; readonly sign: Sign }[],
  sha256: Sha256,
): Promise<string> {
  const text = checkpointText(checkpoint);
  const lines = await Promise.all(
    signers.map(async ({ key, sign }) => {
      const signature = await sign(new TextEncoder().encode(text));
      return `${DASH} ${key.name} ${base64.encode(joined(noteKeyId(key, sha256), signature))}\n`;
    }),
  );
  return `${text}\n${lines.join('')}`;
}

/** Why a note is not to be believed. */
export type NoteFault = 'malformed' | 'no-known-signature' | 'bad-signature';

/** A note that was checked: its checkpoint and the names of the known keys that signed it, or what is wrong. */
export type CheckedNote =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly signers: readonly string[] }
  | { readonly ok: false; readonly fault: NoteFault };

/**
 * Checks a signed checkpoint against pinned keys. Signatures of keys that are not pinned are passed over, as the note
 * format asks; a wrong signature under a pinned key spoils the note.
 */
export async function checkNote(
  note: string,
  keys: readonly NoteKey[],
  by: { readonly sha256: Sha256; readonly verify: Verify },
): Promise<CheckedNote> {
  const parsed = parseNote(note);
  if (!parsed) return { ok: false, fault: 'malformed' };
  const signers: string[] = [];
  for (const { name, keyId, signature } of parsed.signatures) {
    const key = keys.find((one) => one.name === name && same(noteKeyId(one, by.sha256), keyId));
    if (!key) continue;
    const bytes = new TextEncoder().encode(parsed.text);
    if (!(await by.verify({ publicKey: key.publicKey, bytes, signature })))
      return { ok: false, fault: 'bad-signature' };
    signers.push(name);
  }
  return signers.length > 0
    ? { ok: true, checkpoint: parsed.checkpoint, signers }
    : { ok: false, fault: 'no-known-signature' };
}

interface ParsedNote {
  readonly text: string;
  readonly checkpoint: Checkpoint;
  readonly signatures: readonly {
    readonly name: string;
    readonly keyId: Uint8Array;
    readonly signature: Uint8Array;
  }[];
}

function parseNote(note: string): ParsedNote | null {
  const match =
    /^(([^\n\s+]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n)\n((?:\u2014 [^\n\s+]+ [A-Za-z0-9+/]+={0,2}\n)+)$/.exec(
      note,
    );
  const [, text, origin, size, root, lines] = match ?? [];
  if (text === undefined || origin === undefined || root === undefined || lines === undefined) return null;
  try {
    const signatures = lines
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [, name = '', encoded = ''] = line.split(' ');
        const bytes = base64.decode(encoded);
        return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
      });
    return { text, checkpoint: { origin, size: Number(size), root: base64.decode(root) }, signatures };
  } catch {
    // Text that is not base64 after all.
    return null;
  }
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, position) => byte === other[position]);
}
