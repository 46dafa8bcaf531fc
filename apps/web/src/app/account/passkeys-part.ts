import { Component, inject, input, output, signal } from '@angular/core';
import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import { addPasskey, askNewPasskey, removePasskey } from '@countersign/contracts/account/endpoints';
import type { AccountView, PasskeyView } from '@countersign/contracts/account/views';
import { instantFull } from '@countersign/contracts/words/time';
import { Api } from '../platform/api';
import { Sending } from '../platform/sending';
import { Field, FieldControl, FieldText } from '../ui/fields/field';
import { ProblemNote } from '../ui/problem-note';

/** The passkeys of the own account: one is added on this device, or taken away. */
@Component({
  selector: 'cs-passkeys-part',
  imports: [Field, FieldControl, FieldText, ProblemNote],
  template: `
    <section class="cs-card part" aria-labelledby="cs-passkeys">
      <h2 id="cs-passkeys">Passkeys</h2>
      <p class="cs-text-2">
        A passkey of your device opens your account by finger, face or PIN, without password and code, and
        signs in the place of the password.
      </p>
      <ul class="cs-lines" aria-label="Your passkeys">
        @for (one of account().passkeys; track one.id) {
          <li>
            <div>
              <b translate="no">{{ one.name }}</b>
              <span class="cs-text-2">{{ usedText(one) }}</span>
            </div>
            <button type="button" class="cs-button" (click)="remove(one)">
              Take away<span class="cs-visually-hidden">: {{ one.name }}</span>
            </button>
          </li>
        }
      </ul>
      @if (isSupported) {
        <form class="part" (submit)="add($event)">
          <cs-field label="What this device is called" [error]="note(name().trim(), 'Name the device.')">
            <input [(csText)]="name" maxlength="80" autocomplete="off" />
          </cs-field>
          <cs-field label="Password for passkeys" [error]="note(password(), 'Type your password.')">
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
          <cs-problem [problem]="sending.problem()" />
          <button type="submit" class="cs-button" [attr.aria-disabled]="sending.busy() || null">
            Add a passkey
          </button>
        </form>
      } @else {
        <p class="cs-text-2">This browser knows no passkeys.</p>
      }
    </section>
  `,
  styleUrls: ['../ui/part-lines.css', './account-page.css'],
  styles: `
    form.part {
      padding: 0;
    }
  `,
})
export class PasskeysPart {
  readonly #api = inject(Api);
  readonly account = input.required<AccountView>();
  readonly changed = output<AccountView>();

  protected readonly isSupported = browserSupportsWebAuthn();
  protected readonly sending = new Sending();
  protected readonly name = signal('');
  protected readonly password = signal('');
  readonly #tried = signal(false);
  readonly #zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  protected note(typed: string, words: string): string | undefined {
    return this.#tried() && typed === '' ? words : undefined;
  }

  protected usedText({ createdAt, lastUsedAt }: PasskeyView): string {
    const added = `added ${instantFull(createdAt, this.#zone)}`;
    return lastUsedAt === undefined ? added : `${added}, last used ${instantFull(lastUsedAt, this.#zone)}`;
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    this.#tried.set(true);
    const [name, password] = [this.name().trim(), this.password()];
    if (name === '' || password === '') return;
    await this.sending.send(async () => {
      const asked = await this.#api.call(askNewPasskey, { params: {}, body: { password } });
      const answer = await startRegistration({ optionsJSON: readOptions(asked.options) });
      const body = { state: asked.state, response: JSON.stringify(answer), name };
      this.#done(await this.#api.call(addPasskey, { params: {}, body }));
    });
  }

  protected async remove({ id: passkeyId }: PasskeyView): Promise<void> {
    this.#tried.set(true);
    const body = { password: this.password() };
    if (body.password === '') return;
    await this.sending.send(async () => {
      this.#done(await this.#api.call(removePasskey, { params: { passkeyId }, body }));
    });
  }

  #done(view: AccountView): void {
    this.#tried.set(false);
    this.name.set('');
    this.password.set('');
    this.changed.emit(view);
  }
}

function readOptions(text: string): Parameters<typeof startRegistration>[0]['optionsJSON'] {
  return JSON.parse(text) as Parameters<typeof startRegistration>[0]['optionsJSON'];
}
