import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { KeyPurpose } from '@countersign/contracts/ledger/views';
import { makePrivateFolder } from '../private-folder';

/** The start cannot go on with these keys; the message is one plain line that tells a person what to do. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

/** A key that is known by its row. */
export interface KnownKey {
  readonly kid: string;
  readonly purpose: KeyPurpose;
}

/** Both halves of an Ed25519 key (RFC 8032). */
export interface KeyPair {
  readonly kid: string;
  /** Raw public key of 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Signs bytes; 64 bytes. */
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** Bits of a file's mode that give others than its owner anything. */
const OTHERS = 0o077;
/** The raw key is the end of the DER form (RFC 8410). */
const RAW_BYTES = 32;

/**
 * Makes a key and its file, of which nobody but the owner of the process may read anything, and writes it through to the
 * disk: a row that names a key must never come before the key.
 */
export function makeKeyFile(folder: string, purpose: KeyPurpose): KeyPair {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pair = pairOf(privateKey);
  try {
    makePrivateFolder(folder);
    const file = openSync(fileOf(folder, { purpose, kid: pair.kid }), 'wx', 0o600);
    writeSync(file, String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
    fsyncSync(file);
    closeSync(file);
    // A mask of the process could have taken the owner's own rights away.
    chmodSync(fileOf(folder, { purpose, kid: pair.kid }), 0o600);
    syncFolder(folder);
  } catch (error) {
    throw new KeyError(
      `No key can be kept in ${folder} (${messageOf(error)}). Set KEYS_DIR to a folder that you may write.`,
    );
  }
  return pair;
}

/** Takes back the file of a key that no row names. */
export function dropKeyFile(folder: string, key: KnownKey): void {
  rmSync(fileOf(folder, key), { force: true });
}

/**
 * Reads the key that a row names.
 * @throws KeyError where its file is missing, readable by others, or holds another key.
 */
export function readKeyFile(folder: string, key: KnownKey): KeyPair {
  const file = fileOf(folder, key);
  assertPrivate(file, key);
  const pair = pairIn(file);
  if (pair?.kid === key.kid) return pair;
  throw new KeyError(
    `The file ${file} does not hold the ${key.purpose} key ${key.kid}. Put the right file there from a backup of the folder, or see "A key is lost" in docs/operate.md.`,
  );
}

function assertPrivate(file: string, { kid, purpose }: KnownKey): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found)
    throw new KeyError(
      `The ${purpose} key ${kid} of this installation is missing: there is no file ${file}. Put it there from a backup or from another server of the installation, or see "A key is lost" in docs/operate.md.`,
    );
  // Windows has no such bits.
  if (process.platform === 'win32' || (found.mode & OTHERS) === 0) return;
  throw new KeyError(
    `The key file ${file} can be read or changed by others. If nobody else had it, take their rights away: chmod 600 ${file}. Otherwise see "A key became known" in docs/operate.md.`,
  );
}

function pairIn(file: string): KeyPair | null {
  try {
    return pairOf(createPrivateKey(readFileSync(file)));
  } catch {
    // Not readable at all, or no key.
    return null;
  }
}

function pairOf(privateKey: KeyObject): KeyPair {
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const publicKey = new Uint8Array(der.subarray(-RAW_BYTES));
  return { kid: kidOf(publicKey), publicKey, sign: (bytes) => sign(null, bytes, privateKey) };
}

/** Id of a key by its raw public half. */
function kidOf(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
}

function fileOf(folder: string, { purpose, kid }: KnownKey): string {
  return join(folder, `${purpose}-${kid}.pem`);
}

/** A new name in a folder is on the disk once the folder is; Windows cannot open one. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
