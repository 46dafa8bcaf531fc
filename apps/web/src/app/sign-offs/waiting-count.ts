import { Component, inject } from '@angular/core';
import { SignOffsWaiting } from './sign-offs-waiting';

/** The number beside “Sign-offs” in the navigation; nothing while none waits. */
@Component({
  selector: 'cs-waiting-count',
  template: `
    @if (waiting.count() > 0) {
      <span aria-hidden="true">{{ waiting.count() }}</span><span class="cs-visually-hidden"
        >, {{ waiting.said() }}</span
      >
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
export class WaitingCount {
  protected readonly waiting = inject(SignOffsWaiting);
}
