import { inject, Injectable } from '@angular/core';
import { listEntries, readEntry } from '@countersign/contracts/entries/endpoints';
import type { ContentView } from '@countersign/contracts/entries/views';
import { Api } from '../platform/api';
import { Session } from '../platform/session';

/** How the fellow logged an item the last time, for what is usually the same again. Kept while the log page is open. */
@Injectable()
export class LastTime {
  readonly #api = inject(Api);
  readonly #session = inject(Session);
  readonly #found = new Map<string, Promise<ContentView | undefined>>();

  /** The content of the newest entry with the item; undefined for the first one, and when it cannot be read now. */
  of(itemId: string): Promise<ContentView | undefined> {
    const known = this.#found.get(itemId);
    if (known) return known;
    const found = this.#read(itemId).catch(() => undefined);
    this.#found.set(itemId, found);
    return found;
  }

  async #read(itemId: string): Promise<ContentView | undefined> {
    const fellowId = this.#session.view()?.person.id;
    const programId = this.#session.programId();
    if (fellowId === undefined) return undefined;
    const page = await this.#api.call(listEntries, { params: { programId }, query: { fellowId, itemId } });
    const newest = page?.entries[0];
    if (!newest) return undefined;
    const entry = await this.#api.call(readEntry, { params: { programId, entryId: newest.id } });
    return entry?.content;
  }
}
