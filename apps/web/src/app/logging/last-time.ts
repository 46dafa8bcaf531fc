import { inject, Injectable, signal } from '@angular/core';
import { listEntries, readEntry } from '@countersign/contracts/entries/endpoints';
import type { ContentView } from '@countersign/contracts/entries/views';
import { ProgramApi } from '../platform/program-api';
import { Session } from '../platform/session';

/**
 * The part of the spine that the fellow treated the last time with an item, to be shown in reach. What belongs to a
 * patient, such as the kind of pain, the diagnosis or the age, is never taken from another one. Lives as long as the log
 * page.
 */
@Injectable()
export class LastTime {
  readonly #api = inject(ProgramApi);
  readonly #session = inject(Session);
  readonly #known = new Set<string>();
  readonly #entries = signal<ReadonlyMap<string, ContentView>>(new Map());

  /** Levels used last for an item; none for the first one, and until they are known. */
  levelsOf(itemId: string): readonly string[] {
    const procedures = this.#entries().get(itemId)?.procedures ?? [];
    return procedures
      .filter((one) => one.itemId === itemId)
      .flatMap((one) => one.levels.map(({ level }) => level));
  }

  /** Looks an item up, once; what cannot be read is left out. */
  async lookUp(itemId: string): Promise<void> {
    if (this.#known.has(itemId)) return;
    this.#known.add(itemId);
    const last = await this.#read(itemId).catch(() => undefined);
    if (last) this.#entries.update((entries) => new Map(entries).set(itemId, last));
  }

  async #read(itemId: string): Promise<ContentView | undefined> {
    const fellowId = this.#session.personId();
    if (fellowId === undefined) return undefined;
    const page = await this.#api.call(listEntries, { query: { fellowId, itemId } });
    const newest = page.entries[0];
    if (!newest) return undefined;
    const entry = await this.#api.call(readEntry, { params: { entryId: newest.id } });
    return entry.content;
  }
}
