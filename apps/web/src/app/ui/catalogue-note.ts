import { Component } from '@angular/core';
import { Icon } from './icon';

/** Says where the catalogue comes from, wherever its procedures are met. */
@Component({
  selector: 'cs-catalogue-note',
  imports: [Icon],
  template: `<cs-icon name="info" />Catalogue: our own synthesis, for review by your physicians before use.`,
  styles: `
    :host {
      display: flex;
      gap: 0.375rem;
      color: var(--cs-text-2);
      font-size: var(--cs-text-xs);
    }
  `,
})
export class CatalogueNote {}
