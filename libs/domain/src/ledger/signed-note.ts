import { base64 } from '@scure/base';
import { DomainError, ok, type Ok, type Refused } from '../refusal';
import { HASH_BYTES, joined, sameBytes, utf8 } from './bytes';
import type { TreeHead } from './check-tree-proof';
import type { Checking, Sha256, Sign } from './crypto-functions';

/** Algorithm byte of Ed25519 in C2SP signed notes. */
const ED25519 = 0x01;
const KEY_ID_BYTES = 4;
const DASH = '\u2014';
/** A note may be refused for its size, but 16 signatures of nearly 5 kB must pass (C2SP signed-note). */
const MAX_NOTE_CHARACTERS = 200_000;

/** A key that signs notes: its name, and its raw public key of 32 bytes. */
export interface NoteKey {
  readonly name: string;
  readonly publicKey: Uint8Array;
}

/** The key id of a signed note: the first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), C2SP signed-note. */
export async function noteKeyId({ name, publicKey }: NoteKey, sha256: Sha256): Promise<Uint8Array> {
  const bytes = joined(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey);
  return (await sha256(bytes)).slice(0, KEY_ID_BYTES);
}

/** A log’s state at a size, as it leaves the system. */
export interface Checkpoint extends TreeHead {
  /** Id of the log, the first line of the note. */
  readonly origin: string;
}

/**
 * The text that is signed: origin, size, base64 of the root, each with its newline (C2SP tlog-checkpoint). Throws
 * `ledger/impossible-origin`, `ledger/impossible-size` or `ledger/impossible-root`.
 */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  if (!isKeyName(origin))
    throw new DomainError('ledger/impossible-origin', 'an origin has no space and no plus', 'origin');
  if (!Number.isSafeInteger(size) || size < 0)
    throw new DomainError('ledger/impossible-size', 'a size is a whole number', 'size');
  if (root.length !== HASH_BYTES)
    throw new DomainError('ledger/impossible-root', 'a root is a SHA-256 hash', 'root');
  return `${origin}\n${size}\n${base64.encode(root)}\n`;
}

/** Signs a checkpoint with one key or, at a rotation, with several. Throws as {@link checkpointText} does. */
export async function signCheckpoint(
  checkpoint: Checkpoint,
  signers: readonly { readonly key: NoteKey; readonly sign: Sign }[],
  sha256: Sha256,
): Promise<string> {
  const text = checkpointText(checkpoint);
  const lines = await Promise.all(
    signers.map(async ({ key, sign }) => {
      const signature = await sign(utf8(text));
      return `${DASH} ${key.name} ${base64.encode(joined(await noteKeyId(key, sha256), signature))}\n`;
    }),
  );
  return `${text}\n${lines.join('')}`;
}

/** Why a note is not to be believed. */
export type NoteFault = 'ledger/note-malformed' | 'ledger/key-unknown' | 'ledger/signature-bad';

/** A believed note: its checkpoint, and the pinned keys that signed it. */
export interface CheckedNote {
  readonly checkpoint: Checkpoint;
  readonly signers: readonly NoteKey[];
}

/**
 * Checks a signed checkpoint against pinned keys. Signatures of keys that are not pinned are passed over, as the note
 * format asks; a wrong signature under a pinned key spoils the note.
 */
export async function checkNote(
  note: string,
  keys: readonly NoteKey[],
  { sha256, verify }: Checking,
): Promise<Ok<CheckedNote> | (Refused & { readonly code: NoteFault })> {
  const parsed = parseNote(note);
  if (!parsed) return { ok: false, code: 'ledger/note-malformed' };
  const bytes = utf8(parsed.text);
  const pinned = await Promise.all(keys.map(async (key) => ({ key, id: await noteKeyId(key, sha256) })));
  const signers: NoteKey[] = [];
  for (const { name, keyId, signature } of parsed.signatures) {
    const signer = pinned.find(({ key, id }) => key.name === name && sameBytes(id, keyId))?.key;
    if (!signer) continue;
    if (!(await verify({ publicKey: signer.publicKey, bytes, signature })))
      return { ok: false, code: 'ledger/signature-bad' };
    signers.push(signer);
  }
  return signers.length > 0
    ? ok({ checkpoint: parsed.checkpoint, signers })
    : { ok: false, code: 'ledger/key-unknown' };
}

interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

interface ParsedNote {
  readonly text: string;
  readonly checkpoint: Checkpoint;
  readonly signatures: readonly NoteSignature[];
}

/** The text ends at the last empty line of the note; everything after it is signatures. */
function parseNote(note: string): ParsedNote | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || note.length > MAX_NOTE_CHARACTERS || hasControlCharacter(note)) return null;
  const text = note.slice(0, end + 1);
  const checkpoint = parseCheckpoint(text);
  const lines = note.slice(end + 2).split('\n');
  if (!checkpoint || lines.length < 2 || lines.pop() !== '') return null;
  const signatures = lines.map(parseSignature);
  return signatures.every((one) => one !== null) ? { text, checkpoint, signatures } : null;
}

/** Origin, size, root, and any lines of extension, which say nothing to this reader. */
function parseCheckpoint(text: string): Checkpoint | null {
  const [, origin, size, encoded] = /^(.+)\n(0|[1-9]\d*)\n(.+)\n(?:.+\n)*$/.exec(text) ?? [];
  const root = encoded === undefined ? null : fromBase64(encoded);
  if (origin === undefined || root?.length !== HASH_BYTES || !Number.isSafeInteger(Number(size))) return null;
  return { origin, size: Number(size), root };
}

function parseSignature(line: string): NoteSignature | null {
  const [dash, name = '', encoded = '', ...rest] = line.split(' ');
  const bytes = fromBase64(encoded);
  if (dash !== DASH || !isKeyName(name) || rest.length > 0 || !bytes || bytes.length <= KEY_ID_BYTES)
    return null;
  return { name, keyId: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) };
}

/** No character below U+0020 but the newline may stand in a note. */
function hasControlCharacter(note: string): boolean {
  return Array.from(note).some((character) => character < ' ' && character !== '\n');
}

function isKeyName(name: string): boolean {
  return /^[^\s+]+$/.test(name);
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return base64.decode(text);
  } catch {
    return null;
  }
}
