import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { askPasswordReset } from '@countersign/contracts/mail/endpoints';
import { Api } from '../platform/api';
import { Sending } from '../platform/sending';
import { Field, FieldText } from '../ui/fields/field';
import { ProblemNote } from '../ui/problem-note';

/** Asks for a mail with which a forgotten password is replaced; it says the same whoever asks. */
@Component({
  selector: 'cs-forgot-page',
  imports: [Field, FieldText, ProblemNote, RouterLink],
  template: `
    <main class="cs-page narrow welcome">
      <h1>Forgotten password</h1>
      @if (isAsked()) {
        <section class="cs-card part" role="status">
          <p>
            If there is an account for this address, a mail with a link is on its way. The link opens once,
            within 72 hours. Without a mail, ask your coordinator for a link.
          </p>
          <a class="cs-button main" routerLink="/sign-in">Sign in</a>
        </section>
      } @else {
        <form class="cs-card part" novalidate (submit)="ask($event)">
          <p>
            A link comes to your work e-mail, with which you choose a new password. Your second factor stays.
          </p>
          <cs-field label="Work e-mail" [error]="note()">
            <input
              [(csText)]="email"
              type="email"
              autocomplete="username"
              autocapitalize="none"
              spellcheck="false"
            />
          </cs-field>
          <cs-problem [problem]="problem()" />
          <div class="cs-acts">
            <button type="submit" class="cs-button main" [attr.aria-disabled]="sending.busy() || null">
              Send me a link
            </button>
            <a class="cs-button" routerLink="/sign-in">Back</a>
          </div>
        </form>
      }
    </main>
  `,
  styleUrls: ['../ui/part-lines.css', './account-page.css'],
})
export class ForgotPage {
  readonly #api = inject(Api);

  protected readonly sending = new Sending();
  protected readonly email = signal('');
  protected readonly isAsked = signal(false);
  readonly #tried = signal(false);
  protected readonly note = computed(() => {
    if (this.#tried() && this.email().trim() === '')
      return 'Type your work e-mail, such as name@hospital.example.';
    return this.sending.noteAt('/email');
  });
  /** What belongs to no field. */
  protected readonly problem = computed(() => {
    const problem = this.sending.problem();
    return problem?.errors?.length ? null : problem;
  });

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    this.#tried.set(true);
    const email = this.email().trim();
    if (email === '') return;
    await this.sending.send(async () => {
      await this.#api.call(askPasswordReset, { params: {}, body: { email } });
      this.isAsked.set(true);
    });
  }
}
