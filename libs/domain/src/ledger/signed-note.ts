import { base64 } from '@scure/base';
import { DomainError, ok, type Ok, type Refused } from '../refusal';
import { isHash, isUnicode, joined, utf8 } from './bytes';
import type { TreeHead } from './check-tree-proof';
import {
  SIGNATURE_BYTES,
  signatureOver,
  type Checking,
  type Sha256,
  type Sign,
  type Verify,
} from './crypto-functions';
import {
  identified,
  isKeyName,
  isSame,
  isTrustedFor,
  KEY_ID_BYTES,
  type IdentifiedKey,
  type NoteKey,
} from './note-key';

const DASH = '\u2014';
/** A note may be refused for its size, but 16 signatures of nearly 5 kB must pass (C2SP signed-note). */
const MAX_NOTE_CHARACTERS = 200_000;

/** The name of a log and its state at a size, as it leaves the system. */
export interface Checkpoint extends TreeHead {
  /** Id of the log, the first line of the note. */
  readonly origin: string;
}

/** The text that is signed: origin, size, base64 of the root, each with its newline (C2SP tlog-checkpoint). */
function checkpointText({ origin, size, root }: Checkpoint): string {
  if (!isKeyName(origin))
    throw new DomainError('ledger/impossible-origin', 'an origin has no space and no plus', 'origin');
  if (!Number.isSafeInteger(size) || size < 0)
    throw new DomainError('ledger/impossible-size', 'a size is a whole number', 'size');
  if (!isHash(root)) throw new DomainError('ledger/impossible-root', 'a root is a SHA-256 hash', 'root');
  return `${origin}\n${size}\n${base64.encode(root)}\n`;
}

/**
 * Signs a checkpoint with one key or, at a rotation, with several, as a note (C2SP signed-note). Throws
 * `ledger/impossible-origin`, `ledger/impossible-size` and `ledger/impossible-root` for what no log has,
 * `ledger/no-signer` without a key, `ledger/impossible-key` and `ledger/ambiguous-key` for keys that could not be told
 * in the note, and `ledger/impossible-signature` where a function that signs does not answer 64 bytes.
 */
export async function signCheckpoint(
  checkpoint: Checkpoint,
  signers: readonly { readonly key: NoteKey; readonly sign: Sign }[],
  sha256: Sha256,
): Promise<string> {
  const text = checkpointText(checkpoint);
  if (signers.length === 0)
    throw new DomainError('ledger/no-signer', 'a checkpoint that nobody signs proves nothing', 'signers');
  const identifiedSigners = await identified(signers, sha256);
  const lines = await Promise.all(
    identifiedSigners.map(async ({ key, id, sign }) => {
      const signature = await signatureOver(utf8(text), sign);
      return `${DASH} ${key.name} ${base64.encode(joined(id, signature))}\n`;
    }),
  );
  return `${text}\n${lines.join('')}`;
}

/** Why a note is not to be believed. */
export type NoteFault =
  'ledger/note-malformed' | 'ledger/key-unknown' | 'ledger/key-distrusted' | 'ledger/signature-bad';

/** A believed note: its checkpoint, and the pinned keys that are believed to have signed it, each once. */
export interface CheckedNote {
  readonly checkpoint: Checkpoint;
  readonly signers: readonly NoteKey[];
}

/** The outcome for a note. */
export type NoteResult = Ok<CheckedNote> | Refused<NoteFault>;

/**
 * Checks a signed checkpoint against pinned keys (C2SP signed-note and tlog-checkpoint). Signatures of keys that are not
 * pinned are passed over, as the note format asks; a wrong signature under a pinned key spoils the note. Refuses
 * `ledger/note-malformed` for any other text, `ledger/signature-bad`, `ledger/key-unknown` where no pinned key signed,
 * and `ledger/key-distrusted` where those that did are distrusted for a tree of this size. Throws `ledger/impossible-key`,
 * `ledger/impossible-size` and `ledger/ambiguous-key` for keys that cannot be pinned.
 */
export async function checkNote(
  note: string,
  keys: readonly NoteKey[],
  { sha256, verify }: Checking,
): Promise<NoteResult> {
  const pinned = await identified(
    keys.map((key) => ({ key })),
    sha256,
  );
  return checkNoteUnder(pinned, note, verify);
}

/** As {@link checkNote}, for many notes under the same keys. */
export async function checkNoteUnder(
  pinned: readonly IdentifiedKey[],
  note: string,
  verify: Verify,
): Promise<NoteResult> {
  const parsed = parseNote(note);
  if (!parsed) return { ok: false, code: 'ledger/note-malformed' };
  const { checkpoint, text, signatures } = parsed;
  const bytes = utf8(text);
  const signers = new Set<NoteKey>();
  for (const { name, keyId, signature } of signatures) {
    const signer = pinned.find((one) => isSame(one, name, keyId))?.key;
    if (!signer) continue;
    const isSigned =
      signature.length === SIGNATURE_BYTES &&
      (await verify({ publicKey: signer.publicKey, bytes, signature }));
    if (!isSigned) return { ok: false, code: 'ledger/signature-bad' };
    signers.add(signer);
  }
  const believed = [...signers].filter((signer) => isTrustedFor(signer, checkpoint.size));
  if (believed.length > 0) return ok({ checkpoint, signers: believed });
  return { ok: false, code: signers.size > 0 ? 'ledger/key-distrusted' : 'ledger/key-unknown' };
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
  if (end < 0 || note.length > MAX_NOTE_CHARACTERS || hasControlCharacter(note) || !isUnicode(note))
    return null;
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
  if (origin === undefined || !root || !isHash(root) || !Number.isSafeInteger(Number(size))) return null;
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

/** The bytes of padded base64 without spare bits (RFC 4648 sections 3.5 and 4); null for any other text. */
function fromBase64(text: string): Uint8Array | null {
  try {
    return base64.decode(text);
  } catch {
    return null;
  }
}
