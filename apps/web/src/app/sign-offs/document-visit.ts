import { inject, Injectable, signal } from '@angular/core';
import { documentChanges, type DocumentChange } from '@countersign/domain/signing';
import { openDocument, readDocument } from '@countersign/contracts/sign-offs/endpoints';
import type { OpenedDocumentView } from '@countersign/contracts/sign-offs/views';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { shownDocument, type DrawnDocument } from './shown-document';

/** A document that somebody may sign, with how. */
export interface OpenedDocument {
  readonly view: OpenedDocumentView;
  readonly shown: DrawnDocument;
}

/** What came in the place of the document that was shown. */
export interface NewDocument {
  readonly opened: OpenedDocument;
  readonly changes: readonly DocumentChange[];
}

/** The document that the page of a sign-off is drawn from: opened to be signed, or as it was signed. */
@Injectable()
export class DocumentVisit {
  readonly #api = inject(ProgramApi);

  readonly opening = new Sending();
  /** May be signed now. */
  readonly opened = signal<OpenedDocument | undefined>(undefined);
  /** Undefined until there is one. */
  readonly shown = signal<DrawnDocument | undefined>(undefined);
  /** The bytes are not the ones that the server names: nothing of them is shown. */
  readonly isForeign = signal(false);
  /** Waits to be read, after what was shown was refused. */
  readonly next = signal<NewDocument | undefined>(undefined);

  /** Opens what is to be signed as of now. */
  async open(signOffId: string): Promise<void> {
    const opened = await this.#fetch(signOffId);
    if (opened) this.#put(opened);
  }

  /** After a refusal: gets the document of now, and finds what is different; what was shown stays until it is taken. */
  async lookAgain(signOffId: string): Promise<void> {
    const before = this.shown();
    const opened = await this.#fetch(signOffId);
    if (!opened) return;
    const changes = before ? documentChanges(before.document, opened.shown.document) : [];
    this.next.set({ opened, changes });
  }

  /** Shows the document of now. */
  take(): void {
    const next = this.next();
    if (next) this.#put(next.opened);
  }

  /** Shows a document as it was signed. */
  async show(signOffId: string, digest: string): Promise<void> {
    this.opened.set(undefined);
    this.next.set(undefined);
    const bytes = await this.opening.send(() =>
      this.#api.bytes(readDocument, { params: { signOffId, digest } }),
    );
    if (bytes) this.#accept(await shownDocument(bytes, digest));
  }

  /** Nothing can be signed any more, by this reader or at all. */
  close(): void {
    this.opened.set(undefined);
    this.next.set(undefined);
  }

  async #fetch(signOffId: string): Promise<OpenedDocument | undefined> {
    const view = await this.opening.send(() => this.#api.call(openDocument, { params: { signOffId } }));
    if (!view) return undefined;
    const shown = await shownDocument(new TextEncoder().encode(view.text), view.digest);
    this.isForeign.set(shown === null);
    return shown === null ? undefined : { view, shown };
  }

  #put(opened: OpenedDocument): void {
    this.next.set(undefined);
    this.shown.set(opened.shown);
    this.opened.set(opened);
  }

  #accept(shown: DrawnDocument | null): void {
    this.isForeign.set(shown === null);
    this.shown.set(shown ?? undefined);
  }
}
