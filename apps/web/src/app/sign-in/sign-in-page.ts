import { Component, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { readDemoPeople } from '@countersign/contracts/sessions/endpoints';
import { readFirstRun } from '@countersign/contracts/set-up/endpoints';
import { Api } from '../platform/api';
import { Session } from '../platform/session';
import { ProblemNote } from '../ui/problem-note';
import { DemoPeople } from './demo-people';
import { PasskeyButton } from './passkey-button';
import { SignInForm } from './sign-in-form';

/** Where everybody comes in, and goes on to the page they asked for or to the start page of their role. */
@Component({
  selector: 'cs-sign-in-page',
  imports: [DemoPeople, PasskeyButton, ProblemNote, RouterLink, SignInForm],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.css',
})
export class SignInPage {
  readonly #router = inject(Router);
  protected readonly session = inject(Session);

  /** Address to go on to, from the query. */
  readonly returnTo = input<string | undefined, string | undefined>(undefined, {
    alias: 'return',
    transform: pathWithinApp,
  });

  /** A real database answers 404: then there is nobody to choose. */
  protected readonly demo = inject(Api).read(readDemoPeople, () => ({ params: {} }));

  /** Where nobody can sign in yet, because there is no program, the way leads on. */
  readonly #firstRun = inject(Api).read(readFirstRun, () => ({ params: {} }));

  constructor() {
    effect(() => {
      if (this.#firstRun.view()) void this.#router.navigateByUrl('/set-up', { replaceUrl: true });
    });
  }

  protected async goOn(): Promise<void> {
    await this.#router.navigateByUrl(this.returnTo() ?? '/', { replaceUrl: true });
  }

  protected async tryAgain(): Promise<void> {
    this.demo.reload();
    await this.session.ready();
    if (this.session.view()) await this.goOn();
  }
}

/** Only an address of this app may be returned to. */
function pathWithinApp(path: string | undefined): string | undefined {
  return path !== undefined && /^\/(?![/\\])/.test(path) ? path : undefined;
}
