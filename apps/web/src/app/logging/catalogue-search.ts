import { Injectable, signal } from '@angular/core';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { CatalogueHit, SearchOptions } from '@countersign/domain/search';

type Search = typeof import('@countersign/domain/search');

/**
 * The search of the catalogue. The words that clinicians type for its items weigh a tenth of the page that searches, so
 * they are fetched once that page can be used, and again with the next letter where that failed.
 */
@Injectable({ providedIn: 'root' })
export class CatalogueSearch {
  readonly #search = signal<Search | undefined>(undefined);
  readonly #failed = signal(false);
  #loading: Promise<void> | undefined;

  /** The last attempt to fetch the search failed. */
  readonly failed = this.#failed.asReadonly();

  /** Fetches the search, once; tries again where that failed. */
  load(): Promise<void> {
    this.#loading ??= import('@countersign/domain/search').then(
      (search) => {
        this.#search.set(search);
        this.#failed.set(false);
      },
      () => {
        this.#loading = undefined;
        this.#failed.set(true);
      },
    );
    return this.#loading;
  }

  /** Fetches the search when the browser has nothing better to do. */
  loadWhenIdle(): void {
    const load = (): void => void this.load();
    // Safari has no idle callback.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(load, { timeout: 2000 });
    else setTimeout(load);
  }

  /** What the words find; nothing is known until the search is here. */
  find(index: CatalogueIndex, query: string, options: SearchOptions): CatalogueHit[] | undefined {
    return this.#search()?.searchCatalogue(index, query, options);
  }
}
