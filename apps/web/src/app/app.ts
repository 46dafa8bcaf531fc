import { Component, effect, inject, untracked } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { OtherTabs } from './platform/other-tabs';
import { Session } from './platform/session';
import { Theme } from './platform/theme';
import { OtherPerson } from './sign-in/other-person';
import { SignInAgain } from './sign-in/sign-in-again';

/** The root: the page of the address, and above it the sign-in when the session has ended under way or is
 * somebody else's by now. */
@Component({
  selector: 'cs-root',
  imports: [OtherPerson, RouterOutlet, SignInAgain],
  template: `
    @defer (when session.other()) {
      @if (session.other() && !session.ended()) {
        <cs-other-person />
      }
    }
    <router-outlet />
    @defer (when session.ended()) {
      @if (session.ended()) {
        <cs-sign-in-again />
      }
    }
  `,
})
export class App {
  protected readonly session = inject(Session);

  constructor() {
    // Made here, so that the chosen theme shows before the first page.
    inject(Theme);
    const tabs = inject(OtherTabs);
    effect(() => {
      if (tabs.doubts() > 0) untracked(() => void this.session.look());
    });
  }
}
