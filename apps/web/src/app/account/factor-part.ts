import { Component, computed, inject, input, output, signal } from '@angular/core';
import { beginFactor, confirmFactor, removeFactor } from '@countersign/contracts/account/endpoints';
import type { AccountView, NewFactorView } from '@countersign/contracts/account/views';
import { counted } from '@countersign/contracts/words/count';
import { instantFull } from '@countersign/contracts/words/time';
import { QrCode } from '../board/qr-code';
import { Api } from '../platform/api';
import { Sending } from '../platform/sending';
import { Field, FieldControl, FieldText } from '../ui/fields/field';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';

/** The second factor of the own account: an authenticator app is set up, confirmed and taken away. */
@Component({
  selector: 'cs-factor-part',
  imports: [Field, FieldControl, FieldText, Icon, ProblemNote, QrCode],
  template: `
    <section class="cs-card part" aria-labelledby="cs-factor">
      <h2 id="cs-factor">Second factor</h2>
      <p>{{ text() }}</p>
      @if (codes().length > 0) {
        <div class="cs-note">
          <div>
            <p>
              Keep these recovery codes apart from your phone. Each signs you in once without the app. They
              are shown only now.
            </p>
            <ul class="codes" translate="no" aria-label="Recovery codes">
              @for (one of codes(); track one) {
                <li>{{ one }}</li>
              }
            </ul>
            <div class="cs-acts">
              <button type="button" class="cs-button" (click)="print()"><cs-icon name="print" />Print</button>
              <button type="button" class="cs-button" (click)="codes.set([])">I have kept them</button>
            </div>
          </div>
        </div>
      }
      @if (begun(); as one) {
        <form class="part" (submit)="confirm($event)">
          <p>
            Scan this with an authenticator app, or type the key into it. Then type the code that it shows.
          </p>
          <cs-qr [text]="one.uri" label="The key of your account for an authenticator app" />
          <p class="secret" translate="no">{{ spaced(one.secret) }}</p>
          <cs-field label="Code from the app" [error]="codeNote()">
            <input
              [(csText)]="code"
              inputmode="numeric"
              autocomplete="one-time-code"
              maxlength="6"
              spellcheck="false"
            />
          </cs-field>
          <cs-problem [problem]="sending.problem()" />
          <button type="submit" class="cs-button main">Confirm</button>
        </form>
      } @else {
        <form class="part" (submit)="go($event)">
          <cs-field label="Your password" [error]="passwordNote()">
            <input
              #typed
              csControl
              type="password"
              autocomplete="current-password"
              maxlength="256"
              [value]="password()"
              (input)="password.set(typed.value)"
            />
          </cs-field>
          @if (isOn()) {
            <cs-field label="Code from the app, or a recovery code" [error]="codeNote()">
              <input [(csText)]="code" autocomplete="one-time-code" maxlength="40" spellcheck="false" />
            </cs-field>
          }
          <cs-problem [problem]="sending.problem()" />
          <button type="submit" class="cs-button" [attr.aria-disabled]="sending.busy() || null">
            {{ isOn() ? 'Take it away' : 'Set up an authenticator app' }}
          </button>
        </form>
      }
    </section>
  `,
  styleUrls: ['../ui/part-lines.css', './account-page.css'],
  styles: `
    form.part {
      padding: 0;
    }
    .codes {
      margin: var(--cs-3) 0;
      padding: 0;
      font-family: var(--cs-font-mono, monospace);
      list-style: none;
      columns: 2 16rem;
    }
    .codes li {
      padding-block: var(--cs-1);
    }
    .secret {
      font-family: var(--cs-font-mono, monospace);
      overflow-wrap: anywhere;
      user-select: all;
    }
  `,
})
export class FactorPart {
  readonly #api = inject(Api);
  readonly account = input.required<AccountView>();
  /** Something changed: the page reads the account again. */
  readonly changed = output();

  protected readonly sending = new Sending();
  protected readonly begun = signal<NewFactorView | null>(null);
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly password = signal('');
  protected readonly code = signal('');
  readonly #tried = signal(false);
  readonly #zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  protected readonly isOn = computed(() => this.account().factor.since !== undefined);
  protected readonly text = computed(() => {
    const { since, codesLeft, neededFrom } = this.account().factor;
    if (since !== undefined)
      return `On since ${instantFull(since, this.#zone)}. ${counted(codesLeft, 'recovery code is', 'recovery codes are')} left.`;
    const need =
      neededFrom === undefined
        ? ''
        : ` Your program asks for one from ${instantFull(neededFrom, this.#zone)}.`;
    return `Off: a password alone opens your account.${need}`;
  });
  protected readonly passwordNote = computed(() => this.#missing(this.password(), 'Type your password.'));
  protected readonly codeNote = computed(() => this.#missing(this.code().trim(), 'Type a code.'));

  #missing(typed: string, words: string): string | undefined {
    return this.#tried() && typed === '' ? words : undefined;
  }

  protected spaced(secret: string): string {
    return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
  }

  protected print(): void {
    window.print();
  }

  protected async go(event: Event): Promise<void> {
    event.preventDefault();
    this.#tried.set(true);
    const [password, code] = [this.password(), this.code().trim()];
    if (password === '' || (this.isOn() && code === '')) return;
    await this.sending.send(async () => {
      if (this.isOn()) await this.#api.call(removeFactor, { params: {}, body: { password, code } });
      else this.begun.set(await this.#api.call(beginFactor, { params: {}, body: { password } }));
    });
    if (this.sending.problem()) return;
    this.#clear();
    this.changed.emit();
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    this.#tried.set(true);
    const code = this.code().trim();
    if (code === '') return;
    const body = { code };
    const view = await this.sending.send(() => this.#api.call(confirmFactor, { params: {}, body }));
    if (!view) return;
    this.codes.set(view.codes);
    this.begun.set(null);
    this.#clear();
    this.changed.emit();
  }

  #clear(): void {
    this.#tried.set(false);
    this.password.set('');
    this.code.set('');
  }
}
