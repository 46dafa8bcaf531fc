import { Component, inject, signal } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { openSetUp, readFirstRun } from '@countersign/contracts/set-up/endpoints';
import type { SetUpChoicesView } from '@countersign/contracts/set-up/views';
import { Api } from '../platform/api';
import { Sending } from '../platform/sending';
import { Field, FieldText } from '../ui/fields/field';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { SetUpForm } from './set-up-form';

/**
 * The first page of an installation: it says where the token is, and with it leads to the form. The address that the
 * server printed has the token behind its `#`, which no browser sends to a server.
 */
@Component({
  selector: 'cs-set-up-page',
  imports: [Field, FieldText, Loading, ProblemNote, RouterLink, SetUpForm],
  template: `
    <main class="cs-page narrow">
      <h1>Set up Countersign</h1>
      @if (first.trouble()?.code === 'set-up/over') {
        <section class="cs-card part">
          <p>No set-up is open here. Whoever has an account signs in.</p>
          <a class="cs-button main" routerLink="/sign-in">Sign in</a>
        </section>
      } @else {
        <cs-loading [of]="first">Looking whether there is a program …</cs-loading>
        @if (first.view(); as shown) {
          @if (choices(); as found) {
            <cs-set-up-form [choices]="found" [least]="shown.least" [token]="token().trim()" />
          } @else {
            <form class="cs-card part" novalidate (submit)="open($event)">
              <p>
                There is no program here yet. When the server started it printed an address on its console;
                under systemd that is <code translate="no">journalctl -u countersign</code>. Open that
                address, or type what stands behind its #.
              </p>
              <cs-field label="Token from the console" [error]="note()">
                <input
                  [(csText)]="token"
                  maxlength="100"
                  autocomplete="off"
                  autocapitalize="none"
                  spellcheck="false"
                />
              </cs-field>
              <cs-problem [problem]="opening.problem()" />
              <button type="submit" class="cs-button main" [attr.aria-disabled]="opening.busy() || null">
                Go on
              </button>
            </form>
          }
        }
      }
    </main>
  `,
  styleUrls: ['../ui/part-lines.css', './set-up.css'],
})
export class SetUpPage {
  readonly #api = inject(Api);

  protected readonly first = this.#api.read(readFirstRun, () => ({ params: {} }));
  protected readonly token = signal(inject(ActivatedRoute).snapshot.fragment ?? '');
  protected readonly opening = new Sending();
  protected readonly choices = signal<SetUpChoicesView | null>(null);
  protected readonly note = signal<string | undefined>(undefined);

  constructor() {
    if (this.token() !== '') void this.#open();
  }

  protected async open(event: Event): Promise<void> {
    event.preventDefault();
    const isTyped = this.token().trim() !== '';
    this.note.set(isTyped ? undefined : 'Type the token that the server printed.');
    if (isTyped) await this.#open();
  }

  async #open(): Promise<void> {
    const body = { token: this.token().trim() };
    const choices = await this.opening.send(() => this.#api.call(openSetUp, { params: {}, body }));
    if (choices) this.choices.set(choices);
  }
}
