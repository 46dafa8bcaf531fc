import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../ui/icon';
import { SignOffsWaiting } from './sign-offs-waiting';

/** On a start page: how many competencies wait for the reader's signature; nothing while none does. */
@Component({
  selector: 'cs-sign-offs-wait-note',
  imports: [Icon, RouterLink],
  template: `
    @if (waiting.count() > 0) {
      <a class="cs-card" routerLink="/sign-offs"><cs-icon name="edit" />{{ waiting.said() }}</a>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
    a {
      display: flex;
      gap: var(--cs-3);
      align-items: center;
      min-height: var(--cs-touch-main);
      padding: var(--cs-3) var(--cs-5);
      color: inherit;
      font-weight: 560;
      text-decoration: none;
    }
    a:hover {
      background: var(--cs-surface-2);
    }
    cs-icon {
      color: var(--cs-accent);
    }
  `,
})
export class SignOffsWaitNote {
  protected readonly waiting = inject(SignOffsWaiting);
}
