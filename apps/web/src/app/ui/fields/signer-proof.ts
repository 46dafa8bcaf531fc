import { Component, inject, input, type OnInit } from '@angular/core';
import { Session } from '../../platform/session';
import type { ActSigner } from '../../platform/signer';
import { Icon } from '../icon';
import { Field, FieldText } from './field';
import { FieldError } from './field-error';

/**
 * Where whoever is signed in proves who they are for an act that is signed: by an own passkey, which the device asks for when
 * it is sent, or by the password, with the account’s name for what keeps passwords, and with the password itself where the
 * demo tells it. Every page that signs has this one.
 */
@Component({
  selector: 'cs-signer-proof',
  imports: [Field, FieldError, FieldText, Icon],
  template: `
    <div class="cs-visually-hidden" role="alert">{{ error() }}</div>
    @if (signer().byPasskey()) {
      <div class="way" role="group" aria-label="Your passkey">
        <cs-icon name="key" />
        <div>
          <p><b>Sign with your passkey</b></p>
          <p class="cs-text-2 cs-small">
            Your device asks for finger, face or PIN when you sign. Its answer is good for this one act.
          </p>
          <cs-field-error [text]="error()" />
          <button type="button" class="cs-button text" (click)="signer().turn()">Use your password</button>
        </div>
      </div>
    } @else {
      <input
        class="cs-visually-hidden"
        type="text"
        name="username"
        autocomplete="username"
        tabindex="-1"
        aria-hidden="true"
        readonly
        [value]="session.view()?.email ?? ''"
      />
      <cs-field
        [label]="label()"
        [hint]="session.view()?.demoPassword ? 'Demo password: ' + session.view()?.demoPassword : undefined"
        [error]="error()"
      >
        <input
          type="password"
          name="password"
          autocomplete="current-password"
          maxlength="256"
          [(csText)]="signer().password"
        />
      </cs-field>
      @if (signer().hasPasskey()) {
        <button type="button" class="cs-button" (click)="signer().turn()">
          <cs-icon name="key" />Use your passkey
        </button>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: var(--cs-3);
    }
    cs-field {
      width: 100%;
      max-width: 24rem;
    }
    .way {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--cs-3);
      width: 100%;
      max-width: 32rem;
      padding: var(--cs-4);
      border: 1px solid var(--cs-line-strong);
      border-radius: var(--cs-r-2);
    }
    .way button {
      margin: var(--cs-1) 0 0 calc(-1 * var(--cs-3));
    }
  `,
})
export class SignerProof implements OnInit {
  readonly signer = input.required<ActSigner>();
  readonly label = input('Your password');
  readonly error = input<string>();

  protected readonly session = inject(Session);

  ngOnInit(): void {
    this.signer().begin();
  }
}
