import { inject, Injectable } from '@angular/core';
import {
  checkLetter,
  isCodeOf,
  readLetterCode,
  type LetterAnswer,
  type LetterCode,
} from '@countersign/domain/credential';
import { MAX_CREDENTIAL_BYTES } from '@countersign/domain/ledger';
import { browserCrypto } from './browser-crypto';
import { VerifyTrust, type HeldKey } from './verify-trust';

/** An answer about a file or pasted text. */
export interface FileFound {
  readonly kind: 'file';
  readonly source: 'pdf' | 'text';
  readonly answer: LetterAnswer;
  readonly key: HeldKey | null;
  /** When it was looked at, UTC ms. */
  readonly at: number;
  /** When the list of letters taken back was made that was asked; null where there was none. */
  readonly listMadeAt: string | null;
}

/** An answer about a code: `known` is proved by a key of this page, `differs` is not what that key signed. */
export interface CodeFound {
  readonly kind: 'code';
  readonly verdict: 'known' | 'differs' | 'issuer-unknown';
  readonly code: LetterCode;
  readonly key: HeldKey | null;
  readonly at: number;
}

/** Why there is nothing to check. */
export interface NothingFound {
  readonly kind: 'nothing';
  readonly why: 'pdf-without-letter' | 'pdf-unreadable' | 'no-code' | 'too-large' | 'not-loaded';
}

export type Found = FileFound | CodeFound | NothingFound;

/** PDFs larger than this are not opened. */
const MOST_PDF_BYTES = 5_000_000;

const nothing = (why: NothingFound['why']): NothingFound => ({ kind: 'nothing', why });

/**
 * Looks at what somebody hands over, in this browser alone. The readers of PDFs and of codes are fetched with the page, so
 * that nothing is needed from anywhere afterwards.
 */
@Injectable()
export class LetterCheck {
  readonly #trust = inject(VerifyTrust);
  readonly #pdf = () => import('./read-pdf');
  readonly #picture = () => import('./read-picture');

  /** Fetches whatever a check may need. */
  async prepare(): Promise<void> {
    await Promise.all([this.#trust.load(), this.#pdf(), this.#picture()]);
  }

  /** A file that was dropped or chosen: a letter as PDF or JSON, or a picture of a code. */
  async file(file: Blob): Promise<Found> {
    if (file.type.startsWith('image/')) return this.#image(file);
    const start = await file.slice(0, 1024).text();
    if (start.includes('%PDF-')) return this.#document(file);
    if (file.size > 2 * MAX_CREDENTIAL_BYTES) return nothing('too-large');
    return this.text(await file.text());
  }

  /** Text that was pasted: a letter as JSON, or the code. */
  async text(text: string): Promise<Found> {
    const code = readLetterCode(text);
    return code ? this.code(code) : this.#letter(text, 'text');
  }

  /** A scanned code. */
  async code(code: LetterCode): Promise<Found> {
    const keys = this.#trust.keys();
    if (keys === null) return nothing('not-loaded');
    const key = keys.find(({ kid }) => kid === code.kid) ?? null;
    const at = this.#trust.now();
    if (key === null) return { kind: 'code', verdict: 'issuer-unknown', code, key, at };
    const fits = await isCodeOf(code, key, browserCrypto());
    return { kind: 'code', verdict: fits ? 'known' : 'differs', code, key, at };
  }

  /** The text of a code in a moving or still picture; null where none is seen. */
  async codeIn(picture: CanvasImageSource, size: { width: number; height: number }): Promise<string | null> {
    return (await this.#picture()).codeIn(picture, size);
  }

  async #image(file: Blob): Promise<Found> {
    const bitmap = await createImageBitmap(file).catch(() => null);
    const text = bitmap && (await this.codeIn(bitmap, bitmap));
    const code = text === null ? null : readLetterCode(text);
    return code ? this.code(code) : nothing('no-code');
  }

  async #document(file: Blob): Promise<Found> {
    if (file.size > MOST_PDF_BYTES) return nothing('too-large');
    const { attachmentsOf } = await this.#pdf();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const attached = await attachmentsOf(bytes).catch(() => null);
    if (attached === null) return nothing('pdf-unreadable');
    const [letter, ...others] = attached;
    // Of several nobody could say which one the pages are about.
    if (letter === undefined || others.length > 0) return nothing('pdf-without-letter');
    return this.#letter(letter, 'pdf');
  }

  async #letter(text: string, source: FileFound['source']): Promise<Found> {
    const keys = this.#trust.keys();
    if (keys === null) return nothing('not-loaded');
    const isListFresh = await this.#trust.renewList();
    const at = this.#trust.now();
    const list = this.#trust.list();
    const answer = await checkLetter(text, { keys, list, isListFresh, at }, browserCrypto());
    const key = keys.find(({ method }) => method === answer.key?.method) ?? null;
    return { kind: 'file', source, answer, key, at, listMadeAt: list?.madeAt ?? null };
  }
}
