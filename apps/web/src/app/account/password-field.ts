import { Component, input, model, signal } from '@angular/core';
import { Field, FieldControl } from '../ui/fields/field';

/** A password that is chosen: it may be shown while it is typed, pasted, and kept by the browser. */
@Component({
  selector: 'cs-password-field',
  imports: [Field, FieldControl],
  template: `
    <cs-field [label]="label()" [hint]="hint()" [error]="error()">
      <input
        #next
        csControl
        autocomplete="new-password"
        maxlength="256"
        [type]="isShown() ? 'text' : 'password'"
        [value]="password()"
        (input)="password.set(next.value)"
      />
    </cs-field>
    <label>
      <input type="checkbox" [checked]="isShown()" (change)="isShown.set(!isShown())" />Show what I type
    </label>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--cs-2);
    }
    label {
      display: flex;
      align-items: center;
      gap: var(--cs-3);
      min-height: var(--cs-touch);
    }
    input[type='checkbox'] {
      width: 1.25rem;
      height: 1.25rem;
      accent-color: var(--cs-accent);
    }
  `,
})
export class PasswordField {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string>();
  readonly password = model.required<string>();
  protected readonly isShown = signal(false);
}
