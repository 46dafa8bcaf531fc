import { Component, inject } from '@angular/core';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';

/**
 * In another tab of this browser somebody else has signed in. The page goes on to show what is on it, so that nothing
 * typed is lost, and says whose it is: nothing can be saved on it before its person signs in again.
 */
@Component({
  selector: 'cs-other-person',
  imports: [Icon],
  template: `
    @if (session.view(); as mine) {
      @if (session.other(); as other) {
        <div class="cs-note error" role="alert">
          <cs-icon name="error" />
          <div>
            <p>
              This page belongs to <b>{{ mine.person.name }}</b> ({{ mine.email }}), but
              <b>{{ other.person.name }}</b> ({{ other.email }}) is signed in in this browser now. Nothing can
              be saved here; what you typed is still on the page.
            </p>
            <div class="cs-row">
              <button type="button" class="cs-button main" (click)="session.askAgain()">
                Sign in as {{ mine.person.name }}
              </button>
              <!-- No router link: the whole app starts anew, so that nothing of the person before is left. -->
              <a class="cs-button" href="/">Go on as {{ other.person.name }}</a>
            </div>
          </div>
        </div>
      }
    }
  `,
  styles: `
    :host {
      position: sticky;
      z-index: 20;
      top: 0;
      display: block;
    }
    .cs-note {
      border-radius: 0;
    }
  `,
})
export class OtherPerson {
  protected readonly session = inject(Session);
}
