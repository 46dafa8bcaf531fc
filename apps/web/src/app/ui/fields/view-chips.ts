import { Component, input, model } from '@angular/core';
import type { Choice } from './choice-chips';

/** One of a few ways to see what stands below, as chips that act at once. On a phone a long row scrolls sideways. */
@Component({
  selector: 'cs-view-chips',
  host: { role: 'group', translate: 'no', '[attr.aria-label]': 'label()' },
  template: `
    @for (choice of choices(); track choice.value) {
      <button
        type="button"
        class="cs-chip"
        [attr.aria-pressed]="choice.value === value()"
        (click)="value.set(choice.value)"
      >
        {{ choice.name }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }
    .cs-chip {
      justify-content: center;
      min-width: var(--cs-touch);
      padding-inline: 0.75rem;
    }
    @media (max-width: 599.98px) {
      :host {
        flex-wrap: nowrap;
        margin-inline: calc(-1 * var(--cs-5));
        padding: 3px var(--cs-5);
        overflow-x: auto;
        scrollbar-width: none;
      }
      .cs-chip {
        flex: none;
      }
    }
  `,
})
export class ViewChips<Value extends string> {
  /** What is chosen, such as "State". */
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice<Value>[]>();
  readonly value = model.required<Value>();
}
