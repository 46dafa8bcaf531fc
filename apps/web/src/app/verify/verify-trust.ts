import { inject, Injectable, signal } from '@angular/core';
import { readStatusList } from '@countersign/contracts/credentials/endpoints';
import { readIssuerKeys } from '@countersign/contracts/ledger/endpoints';
import type { IssuerKeyView } from '@countersign/contracts/ledger/views';
import type { Problem } from '@countersign/contracts/problems';
import { statusListOf, type HeldStatusList, type IssuerKey } from '@countersign/domain/credential';
import { checkCredential, publicKeyOf } from '@countersign/domain/ledger';
import { Api } from '../platform/api';
import { problemOf } from '../platform/problem';
import { ServerClock } from '../platform/program-clock';
import { browserCrypto } from './browser-crypto';

/** A key as the page holds it, with what is said of it. */
export interface HeldKey extends IssuerKey {
  /** Host in whose name it signs. */
  readonly name: string;
  readonly since: number;
}

/** Longest wait for the list while a check waits for it, ms: who is nearly offline gets the answer without it. */
const PATIENCE_MS = 5_000;

/** Bytes that a list may have when it is unpacked; it is many times what one has. */
const MOST_BYTES = 1_000_000;

/**
 * What the page holds before it looks at any file: the keys of the issuers, fetched with it, and the newest list of
 * letters that were taken back. Both come from this server and never from an address in a file.
 */
@Injectable()
export class VerifyTrust {
  readonly #api = inject(Api);
  readonly #clock = inject(ServerClock);

  /** Null until they have come. */
  readonly keys = signal<readonly HeldKey[] | null>(null);
  readonly list = signal<HeldStatusList | null>(null);
  /** Why the keys did not come. */
  readonly trouble = signal<Problem | null>(null);

  /** Fetches the keys, then the list. */
  async load(): Promise<void> {
    this.trouble.set(null);
    try {
      const { keys } = await this.#api.call(readIssuerKeys, { params: {} });
      this.keys.set(keys.filter(({ purpose }) => purpose === 'credential').map((key) => heldKey(key)));
    } catch (error) {
      this.trouble.set(problemOf(error));
      return;
    }
    await this.renewList();
  }

  /** UTC instant of a check, ms. */
  now(): number {
    return this.#clock.now();
  }

  /** Fetches the list again, the whole of it, so that nobody is told which letter it is for. @returns whether it came */
  async renewList(): Promise<boolean> {
    try {
      const text = await withPatience(this.#api.text(readStatusList, {}));
      const trust = {
        keys: new Map((this.keys() ?? []).map((key) => [key.method, key])),
        statusLists: new Map(),
        at: this.now(),
      };
      const checked = await checkCredential(text, trust, browserCrypto());
      const list = checked.ok ? await statusListOf(checked.value.credential, unpacked) : null;
      if (list) this.list.set(list);
      return list !== null;
    } catch {
      // Without the list the answer says that it was not asked; what went wrong changes nothing for the reader.
      return false;
    }
  }
}

function heldKey({ kid, method, issuer, publicKey, name, createdAt, distrustAfter }: IssuerKeyView): HeldKey {
  return {
    ...{ kid, method, issuer, name, since: createdAt, publicKey: publicKeyOf(publicKey) },
    ...(distrustAfter === undefined ? {} : { distrustAfter }),
  };
}

function withPatience<T>(what: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the list takes too long')), PATIENCE_MS);
  });
  return Promise.race([what, late]);
}

/** Undoes GZIP, up to {@link MOST_BYTES}. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > MOST_BYTES) throw new Error('the list is too long');
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts.map((part) => new Uint8Array(part))).arrayBuffer());
}
