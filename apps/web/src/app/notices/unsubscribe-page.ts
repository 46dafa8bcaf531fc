import { Component, computed, inject, signal } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { MailStopView } from '@countersign/contracts/mail/views';
import { stopMails } from '@countersign/contracts/mail/endpoints';
import { mailGroupNames } from '@countersign/contracts/words/notice';
import { Api } from '../platform/api';
import { Sending } from '../platform/sending';
import { ProblemNote } from '../ui/problem-note';

/** Stops a kind of mail by the link in one. Looking at the page stops nothing: scanners of mail follow every link. */
@Component({
  selector: 'cs-unsubscribe-page',
  imports: [ProblemNote, RouterLink],
  template: `
    <main class="cs-page narrow">
      <h1>Stop mails</h1>
      <section class="cs-card part">
        <p role="status">{{ text() }}</p>
        <cs-problem [problem]="sending.problem()" />
        <div class="cs-acts">
          <button
            type="button"
            class="cs-button main"
            [attr.aria-disabled]="sending.busy() || null"
            (click)="set(!done()?.stopped)"
          >
            {{ done()?.stopped ? 'Let them come again' : 'Stop these mails' }}
          </button>
          <a class="cs-button" routerLink="/account">All choices, on your account page</a>
        </div>
      </section>
    </main>
  `,
  styleUrl: '../ui/part-lines.css',
})
export class UnsubscribePage {
  readonly #api = inject(Api);
  readonly #token = inject(ActivatedRoute).snapshot.queryParamMap.get('t') ?? '';

  protected readonly sending = new Sending();
  protected readonly done = signal<MailStopView | null>(null);
  readonly #name = computed(() => {
    const said = this.#token.split('.')[0];
    const [, name] = Object.entries(mailGroupNames).find(([group]) => group === said) ?? [];
    return name ?? 'These mails';
  });
  protected readonly text = computed(() => {
    const done = this.done();
    if (done === null)
      return `${this.#name()}: they come until you stop them. In the app you are told all the same.`;
    return done.stopped ? `${this.#name()}: stopped.` : `${this.#name()}: they come again.`;
  });

  protected async set(stopped: boolean): Promise<void> {
    const body = { token: this.#token, stopped };
    const done = await this.sending.send(() => this.#api.call(stopMails, { params: {}, body }));
    if (done) this.done.set(done);
  }
}
