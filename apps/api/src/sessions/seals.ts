import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '../platform/settings';
import { SETTINGS } from '../platform/settings-token';
import { makePrivateFolder } from '../private-folder';

/** The file of the key, beside the keys that sign. */
const FILE = 'seals.key';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals what must be read again and yet not stand in the database as it is: AES-256-GCM under a key that is a file of the
 * folder of keys, readable by the server alone. What is sealed is bound to its row, so that it opens in no other.
 */
@Injectable()
export class Seals {
  private key: Buffer | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: Pick<Settings, 'keysDir'>) {}

  /** @param row names the row in which it will stand */
  seal(text: string, row: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.ensured(), nonce).setAAD(Buffer.from(row));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws Error where it was sealed under another key or for another row */
  open(sealed: string, row: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const [nonce, tag, rest] = [
      bytes.subarray(0, NONCE_BYTES),
      bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
      bytes.subarray(NONCE_BYTES + TAG_BYTES),
    ];
    const decipher = createDecipheriv('aes-256-gcm', this.ensured(), nonce)
      .setAAD(Buffer.from(row))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(rest), decipher.final()]).toString('utf8');
  }

  /**
   * What only this installation can say of a text, in base64url: HMAC-SHA-256 under a key that is made from the file’s for
   * this purpose.
   */
  mark(text: string, purpose: string): string {
    const key = Buffer.from(hkdfSync('sha256', this.ensured(), '', purpose, KEY_BYTES));
    return createHmac('sha256', key).update(text).digest('base64url');
  }

  /** Reads the key; the first to need one makes it. */
  private ensured(): Buffer {
    this.key ??= this.read();
    if (this.key.length !== KEY_BYTES)
      throw new Error(`${FILE} in the folder of keys has not ${KEY_BYTES} bytes`);
    return this.key;
  }

  private read(): Buffer {
    const { keysDir } = this.settings;
    const file = join(keysDir, FILE);
    makePrivateFolder(keysDir);
    try {
      writeFileSync(file, randomBytes(KEY_BYTES), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      // Another made it first.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    return readFileSync(file);
  }
}
