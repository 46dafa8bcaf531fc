import { Component, inject, input, model } from '@angular/core';
import { Session } from '../../platform/session';
import { Field, FieldText } from './field';

/**
 * Where whoever is signed in types the own password for an act that needs it: with the account’s name for what keeps
 * passwords, and with the password itself where the demo tells it.
 */
@Component({
  selector: 'cs-own-password',
  imports: [Field, FieldText],
  template: `
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
      <input type="password" name="password" autocomplete="current-password" [(csText)]="password" />
    </cs-field>
  `,
  styles: `
    :host {
      display: contents;
    }
    cs-field {
      max-width: 24rem;
    }
  `,
})
export class OwnPasswordField {
  readonly label = input('Your password');
  readonly error = input<string>();
  readonly password = model.required<string>();

  protected readonly session = inject(Session);
}
