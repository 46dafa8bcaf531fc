import { Component, input } from '@angular/core';

/** How many wait, as a small number on a destination of the navigation; nothing while none does. */
@Component({
  selector: 'cs-count-mark',
  template: `
    @if (count() > 0) {
      <span aria-hidden="true">{{ count() }}</span><span class="cs-visually-hidden">, {{ said() }}</span>
    }
  `,
  styles: `
    [aria-hidden] {
      position: absolute;
      top: 0.125rem;
      left: calc(50% + 0.5rem);
      display: grid;
      place-items: center;
      min-width: 1.125rem;
      height: 1.125rem;
      padding: 0 0.25rem;
      border-radius: var(--cs-r-full);
      background: var(--cs-text-2);
      color: var(--cs-surface);
      font-size: var(--cs-text-2xs);
      font-weight: 600;
      line-height: 1;
    }
  `,
})
export class CountMark {
  readonly count = input.required<number>();
  /** The number in a sentence, for those who do not see where it stands. */
  readonly said = input.required<string>();
}
