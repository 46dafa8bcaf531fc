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
      /* Larger text must not push it beyond its place on a phone's bar, the last of which ends with the screen. */
      --cs-size: min(1.125rem, 6vw);
      position: absolute;
      top: 0.125rem;
      right: max(0px, calc(50% - 0.5rem - var(--cs-size)));
      display: grid;
      place-items: center;
      min-width: var(--cs-size);
      height: var(--cs-size);
      padding: 0 0.25rem;
      border-radius: var(--cs-r-full);
      background: var(--cs-text-2);
      color: var(--cs-surface);
      font-size: min(var(--cs-text-2xs), 3.4vw);
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
