import { afterNextRender, Component, ElementRef, inject, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { ProblemNote } from '../ui/problem-note';
import { SignInForm } from './sign-in-form';

/** The session ended while a page was open: signing in again happens above the page, which keeps what was typed. */
@Component({
  selector: 'cs-sign-in-again',
  imports: [ProblemNote, SignInForm],
  template: `
    <dialog
      #dialog
      class="cs-dialog"
      aria-labelledby="cs-again"
      (cancel)="$event.preventDefault()"
      (close)="stay()"
    >
      <div class="cs-stack">
        <h2 id="cs-again">Sign in to go on</h2>
        @if (session.other(); as other) {
          <p class="cs-text-2">
            {{ other.person.name }} ({{ other.email }}) is signed out with it. What you typed is still on the
            page.
          </p>
        } @else {
          <p class="cs-text-2">Your session has ended. What you typed is still on the page.</p>
        }
        @if (session.view(); as view) {
          @if (view.demo) {
            <cs-problem [problem]="sending.problem()" />
            <button type="button" class="cs-button main" (click)="goOnInDemo(view.person.id)">
              Go on as {{ view.person.name }}
            </button>
          } @else {
            <cs-sign-in-form [knownEmail]="view.email" (signedIn)="close()" />
          }
        }
        <button type="button" class="cs-button text" (click)="leave()">Somebody else signs in</button>
      </div>
    </dialog>
  `,
})
export class SignInAgain {
  readonly #router = inject(Router);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly session = inject(Session);
  protected readonly sending = new Sending();

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }

  /** Browsers let a second Escape or a back gesture close any dialog; this one has nothing to go back to. */
  protected stay(): void {
    if (this.session.ended()) this.dialog().nativeElement.showModal();
  }

  /** Closed before it is taken away, so that the focus returns to where the person was. */
  protected close(): void {
    this.dialog().nativeElement.close();
  }

  protected goOnInDemo(personId: string): Promise<void> {
    return this.sending.send(async () => {
      await this.session.openDemo(personId);
      this.close();
    });
  }

  protected async leave(): Promise<void> {
    this.session.forget();
    this.close();
    await this.#router.navigateByUrl('/sign-in');
  }
}
