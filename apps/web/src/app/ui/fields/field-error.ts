import { Component, input } from '@angular/core';
import { Icon } from '../icon';

/** The line under a field that needs attention; the field points to it with `aria-describedby`. */
@Component({
  selector: 'cs-field-error',
  imports: [Icon],
  template: `
    @if (text(); as what) {
      <p class="cs-field-error"><cs-icon name="error" />{{ what }}</p>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
  `,
})
export class FieldError {
  readonly text = input.required<string | undefined>();
}
