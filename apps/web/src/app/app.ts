import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Session } from './platform/session';
import { Theme } from './platform/theme';
import { SignInAgain } from './sign-in/sign-in-again';

/** The root: the page of the address, and above it the sign-in when the session has ended under way. */
@Component({
  selector: 'cs-root',
  imports: [RouterOutlet, SignInAgain],
  template: `
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
  }
}
