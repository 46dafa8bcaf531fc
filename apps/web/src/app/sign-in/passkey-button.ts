import { Component, inject, output } from '@angular/core';
import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser';
import { askPasskey } from '@countersign/contracts/account/endpoints';
import { Api } from '../platform/api';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';

/** Signs in with a passkey of the device, where the browser knows passkeys. */
@Component({
  selector: 'cs-passkey-button',
  imports: [Icon, ProblemNote],
  template: `
    @if (isSupported) {
      <cs-problem [problem]="sending.problem()" />
      <button
        type="button"
        class="cs-button"
        [attr.aria-disabled]="sending.busy() ? 'true' : null"
        (click)="signIn()"
      >
        <cs-icon name="key" />Sign in with a passkey
      </button>
    }
  `,
  styles: `
    button {
      width: 100%;
      min-height: var(--cs-touch-main);
    }
  `,
})
export class PasskeyButton {
  readonly #api = inject(Api);
  readonly #session = inject(Session);
  readonly signedIn = output();

  protected readonly isSupported = browserSupportsWebAuthn();
  protected readonly sending = new Sending();

  protected signIn(): Promise<void> {
    return this.sending.send(async () => {
      const asked = await this.#api.call(askPasskey, { params: {} });
      const optionsJSON = JSON.parse(asked.options) as Parameters<
        typeof startAuthentication
      >[0]['optionsJSON'];
      const answer = await startAuthentication({ optionsJSON });
      await this.#session.openWithPasskey({ state: asked.state, response: JSON.stringify(answer) });
      this.signedIn.emit();
    });
  }
}
