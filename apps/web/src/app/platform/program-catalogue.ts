import { computed, inject, Injectable } from '@angular/core';
import { indexCatalogue } from '@countersign/domain/catalogue';
import { readCatalogue } from '@countersign/contracts/catalogue/endpoints';
import { Api } from './api';
import { Session } from './session';

/** The catalogue of the program in use, read once and shared by the pages; the browser's cache answers the ETag. */
@Injectable({ providedIn: 'root' })
export class ProgramCatalogue {
  readonly #session = inject(Session);
  readonly #resource = inject(Api).resource(readCatalogue, () => {
    const programId = this.#session.programId();
    return programId === '' ? undefined : { params: { programId } };
  });

  /** Undefined while it is on its way, and when it could not be read: see {@link error}. */
  readonly index = computed(() =>
    this.#resource.hasValue() ? indexCatalogue(this.#resource.value()) : undefined,
  );

  /** Why the catalogue is missing. */
  readonly error = this.#resource.error;

  /** Reads the catalogue again. */
  reload(): void {
    this.#resource.reload();
  }

  /** Name of an item; its id while the catalogue is on its way. */
  name(itemId: string): string {
    return this.index()?.item(itemId)?.name ?? itemId;
  }
}
