import { Component, input } from '@angular/core';
import type { NumberSource } from '@countersign/domain/competency';

/** Where a number can be read, and in which edition; a fact, not a rule, until a director has verified it. */
@Component({
  selector: 'cs-number-source',
  template: `
    @let from = source();
    Source:
    <a [href]="'https://' + from.address" target="_blank" rel="noopener noreferrer">{{ from.address }}</a>,
    edition {{ from.edition }}
    @if (from.secondary) {
      ; secondary: the accreditor’s own text was not seen
    }
    .
  `,
  styles: `
    :host {
      display: block;
      color: var(--cs-text-2);
      font-size: var(--cs-text-sm);
      overflow-wrap: anywhere;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: var(--cs-touch);
    }
  `,
})
export class NumberSourceNote {
  readonly source = input.required<NumberSource>();
}
