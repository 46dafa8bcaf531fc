import { inject, Injectable, signal } from '@angular/core';
import { v7 as uuidv7 } from 'uuid';
import type { DraftContent } from '@countersign/domain/entry';
import type { EntryBody } from '@countersign/contracts/entries/bodies';
import { amendEntry, editEntry, logEntry } from '@countersign/contracts/entries/endpoints';
import type { EntryView } from '@countersign/contracts/entries/views';
import { ProgramApi } from '../platform/program-api';
import { bodyOf } from '../entries/entry-body';

/** Logging a new entry, editing one that is not decided, or amending an approved one. */
export type SaveMode = 'log' | 'edit' | 'amend';

/** What saving needs besides the content; `entry` is the one that is edited or amended, as it was read. */
export interface SaveOptions {
  readonly mode: SaveMode;
  readonly then: EntryBody['then'];
  readonly entry: EntryView | undefined;
}

/** Sends an entry to the server. The id of a new one is made here, so that sending it twice logs it once. */
@Injectable()
export class SaveEntry {
  readonly #api = inject(ProgramApi);
  readonly #id = signal(uuidv7());

  /** Something is on its way. */
  readonly busy = signal(false);
  /** The id under which a new entry is sent. */
  readonly id = this.#id.asReadonly();

  /** What is sent from now on is another new entry. */
  next(): void {
    this.#id.set(uuidv7());
  }

  /** Resolves with the saved entry, rejects with `ProblemError`. */
  async save(content: DraftContent, options: SaveOptions): Promise<EntryView | undefined> {
    this.busy.set(true);
    try {
      return await this.#send(bodyOf(content, options.then), options);
    } finally {
      this.busy.set(false);
    }
  }

  #send(body: EntryBody, { mode, entry }: SaveOptions): Promise<EntryView | undefined> {
    if (mode === 'log' || !entry) {
      return this.#api.call(logEntry, { body: { ...body, id: this.#id() } });
    }
    const request = { params: { entryId: entry.id }, body, ifMatch: entry.revision };
    return this.#api.call(mode === 'edit' ? editEntry : amendEntry, request);
  }
}
