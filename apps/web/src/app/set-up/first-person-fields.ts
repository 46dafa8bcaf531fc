import { Component, input, model } from '@angular/core';
import { Field, FieldControl, FieldText } from '../ui/fields/field';

/** Somebody who leads the new program, as the form has it. */
export interface FirstPerson {
  readonly name: string;
  readonly email: string;
  /** Last day of the role; empty while it is not chosen. */
  readonly lastOn: string;
}

/** Name, e-mail and last day of somebody who leads the new program; the role begins today. */
@Component({
  selector: 'cs-first-person-fields',
  imports: [Field, FieldControl, FieldText],
  template: `
    <cs-field label="Name" hint="As it stands on what is signed" [error]="note()('name', 'Type the name.')">
      <input
        maxlength="120"
        [csText]="person().name"
        (csTextChange)="change({ name: $event })"
        [attr.autocomplete]="isMe() ? 'name' : 'off'"
      />
    </cs-field>
    <cs-field
      label="Work e-mail"
      hint="With it one signs in"
      [error]="note()('email', 'Type the work e-mail, such as name@hospital.example.')"
    >
      <input
        type="email"
        maxlength="254"
        autocapitalize="none"
        spellcheck="false"
        [csText]="person().email"
        (csTextChange)="change({ email: $event })"
        [attr.autocomplete]="isMe() ? 'username' : 'off'"
      />
    </cs-field>
    <cs-field
      label="Last day in this role"
      hint="It begins today and can be changed later"
      [error]="note()('lastOn', 'Choose the last day.')"
    >
      <input
        #last
        csControl
        type="date"
        [value]="person().lastOn"
        (change)="change({ lastOn: last.value })"
      />
    </cs-field>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--cs-4);
    }
  `,
})
export class FirstPersonFields {
  readonly person = model.required<FirstPerson>();
  /** It is whoever fills the form in, so that the browser may help. */
  readonly isMe = input(false);
  /** What is said under a field of the person, where something is. */
  readonly note = input.required<(field: keyof FirstPerson, missing: string) => string | undefined>();

  protected change(part: Partial<FirstPerson>): void {
    this.person.update((before) => ({ ...before, ...part }));
  }
}
