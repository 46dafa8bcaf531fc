import { computed, inject, Injectable, signal } from '@angular/core';
import { v7 as uuidv7 } from 'uuid';
import type { EntryBody } from '@countersign/contracts/entries/bodies';
import { amendEntry, editEntry, logEntry } from '@countersign/contracts/entries/endpoints';
import type { EntryView } from '@countersign/contracts/entries/views';
import { bodyOf } from '../entries/entry-body';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { EntryDraft } from './entry-draft';

/** Logging a new entry, editing one that is not decided, or amending an approved one. */
export type SaveMode = 'log' | 'edit' | 'amend';

/** What saving needs besides the draft; `entry` is the one that is edited or amended, as it was read. */
export interface SaveOptions {
  readonly mode: SaveMode;
  readonly then: EntryBody['then'];
  readonly entry: EntryView | undefined;
}

/**
 * Sends the draft to the server, once it is complete enough. The id of a new entry is made here, so that sending it
 * twice logs it once.
 */
@Injectable()
export class SaveEntry {
  readonly #api = inject(ProgramApi);
  readonly #draft = inject(EntryDraft);
  readonly #sending = new Sending();
  readonly #id = signal(uuidv7());

  readonly busy = this.#sending.busy;
  readonly isOutdated = this.#sending.isOutdated;
  /** The id under which a new entry is sent. */
  readonly id = this.#id.asReadonly();

  /** What went wrong; fields that have been put right take it away. */
  readonly problem = computed(() => {
    const problem = this.#sending.problem();
    return problem?.errors && this.#draft.notes().length === 0 ? null : problem;
  });

  /** What is sent from now on is the entry of this id, which may have been sent before. */
  goOnAs(id: string): void {
    this.#id.set(id);
  }

  /** What is sent from now on is another new entry. */
  next(): void {
    this.#id.set(uuidv7());
  }

  /** What went wrong is over. */
  forget(): void {
    this.#sending.forget();
  }

  /** Resolves with the saved entry; with undefined when it was not saved: draft and {@link problem} say why. */
  async save(options: SaveOptions): Promise<EntryView | undefined> {
    if (this.busy()) return undefined;
    this.forget();
    if (!this.#draft.check(options.then === 'submit' ? 'submitted' : 'draft')) return undefined;
    const saved = await this.#sending.send(() => this.#send(options));
    if (saved) this.#draft.settle();
    else this.#draft.accept(this.#sending.problem()?.errors ?? []);
    return saved;
  }

  #send({ mode, then, entry }: SaveOptions): Promise<EntryView> {
    const body = bodyOf(this.#draft.content(), then);
    if (mode === 'log' || !entry) return this.#api.call(logEntry, { body: { ...body, id: this.#id() } });
    const request = { params: { entryId: entry.id }, body, ifMatch: entry.revision };
    return this.#api.call(mode === 'edit' ? editEntry : amendEntry, request);
  }
}
