import { Injectable } from '@angular/core';
import type { DBSchema, IDBPDatabase } from 'idb';

/** Something that a person typed into a form and has not sent, as it lies on the device. */
export interface KeptForm<Value extends object = object> {
  readonly personId: string;
  /** Which form of the app, such as `log` or `edit:<entry>`. */
  readonly form: string;
  /** Which filling of the form: two tabs may have one each. */
  readonly id: string;
  /** When it was kept last, ms by the clock of this device. */
  readonly keptAt: number;
  readonly value: Value;
  /** Words were left out, because they may tell who a patient is. */
  readonly isPart: boolean;
}

interface Schema extends DBSchema {
  forms: { key: [string, string, string]; value: KeptForm; indexes: { person: string; keptAt: number } };
}

/**
 * What is kept on this device: one table in the browser's own database, which outlives the tab and the browser. Rejects
 * where the browser gives no database, as in some private windows.
 */
@Injectable({ providedIn: 'root' })
export class DeviceStore {
  #opened: Promise<IDBPDatabase<Schema>> | undefined;

  async put(form: KeptForm): Promise<void> {
    await (await this.#open()).put('forms', form);
  }

  async allOf(personId: string): Promise<KeptForm[]> {
    return (await this.#open()).getAllFromIndex('forms', 'person', personId);
  }

  async remove({ personId, form, id }: Pick<KeptForm, 'personId' | 'form' | 'id'>): Promise<void> {
    await (await this.#open()).delete('forms', [personId, form, id]);
  }

  /** Removes of everybody what was kept before an instant. */
  async removeBefore(instant: number): Promise<void> {
    const transaction = (await this.#open()).transaction('forms', 'readwrite');
    const old = IDBKeyRange.upperBound(instant, true);
    for await (const cursor of transaction.store.index('keptAt').iterate(old)) await cursor.delete();
    await transaction.done;
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    this.#opened ??= openStore().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }
}

/** The library is fetched with the first form that is opened, not with the first page. */
async function openStore(): Promise<IDBPDatabase<Schema>> {
  const { openDB } = await import('idb');
  return openDB<Schema>('countersign', 1, {
    upgrade: (database) => {
      const store = database.createObjectStore('forms', { keyPath: ['personId', 'form', 'id'] });
      store.createIndex('person', 'personId');
      store.createIndex('keptAt', 'keptAt');
    },
  });
}
