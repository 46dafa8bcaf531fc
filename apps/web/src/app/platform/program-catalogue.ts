import { computed, inject, Injectable } from '@angular/core';
import { indexCatalogue } from '@countersign/domain/catalogue';
import { readCatalogue } from '@countersign/contracts/catalogue/endpoints';
import { ProgramApi } from './program-api';

/** The catalogue of the program in use, read once and shared by the pages; the browser's cache answers the ETag. */
@Injectable({ providedIn: 'root' })
export class ProgramCatalogue {
  /** For pages that cannot start without it: why it is missing, and reading it again. */
  readonly read = inject(ProgramApi).read(readCatalogue, () => ({}));

  /** Undefined while it is on its way, and when it could not be read. */
  readonly index = computed(() => {
    const catalogue = this.read.view();
    return catalogue && indexCatalogue(catalogue);
  });

  /** An edition to which the program may move; undefined when it is on the newest. */
  readonly newer = computed(() => {
    const catalogue = this.read.view();
    return catalogue === undefined || catalogue.newest === catalogue.edition ? undefined : catalogue.newest;
  });

  /** Name of an item; its id while the catalogue is on its way. */
  name(itemId: string): string {
    return this.index()?.item(itemId)?.name ?? itemId;
  }
}
