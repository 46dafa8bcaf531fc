import { Component, input, linkedSignal, signal } from '@angular/core';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '@countersign/domain/access';
import type { GiveRoleBody } from '@countersign/contracts/people/bodies';
import { personRoles } from '@countersign/contracts/words/person';
import type { Sending } from '../platform/sending';
import { Days } from '../ui/fields/days';
import { Field, FieldControl, FieldText } from '../ui/fields/field';

/** A role that is to be given: which, from when to when, of a fellow with whom. */
@Component({
  selector: 'cs-role-fields',
  imports: [Days, Field, FieldControl, FieldText],
  template: `
    <cs-field label="Role" [error]="note('/role', role() === '', 'Choose a role.')">
      <select #which csControl (change)="role.set(asRole(which.value))">
        <option value="" [selected]="role() === ''">Choose …</option>
        @for (one of mayGive(); track one) {
          <option [value]="one" [selected]="role() === one">{{ words[one] }}</option>
        }
      </select>
    </cs-field>
    <cs-days
      [(fromOn)]="fromOn"
      [(toOn)]="toOn"
      [firstNote]="note('/fromOn', fromOn() === '', 'Choose the first day.')"
      [lastNote]="note('/toOn', toOn() === '', 'Choose the last day.')"
    />
    @if (role() === 'fellow') {
      <cs-field
        label="Cohort"
        hint="With whom the training starts; may be left empty"
        [error]="at('/cohort')"
      >
        <input [(csText)]="cohort" maxlength="40" autocomplete="off" />
      </cs-field>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--cs-4);
    }
  `,
})
export class RoleFields {
  readonly mayGive = input.required<readonly Role[]>();
  readonly today = input.required<string>();
  readonly sending = input.required<Sending>();
  /** Where the role is in the body that is sent. */
  readonly pointer = input('');

  protected readonly words = personRoles;
  protected readonly role = signal<Role | ''>('');
  protected readonly fromOn = linkedSignal(() => this.today());
  protected readonly toOn = signal('');
  protected readonly cohort = signal('');
  readonly #tried = signal(false);
  /** What is sent keeps its id until it arrives, so that it is given once. */
  #id = uuidv7();

  /** The role as it is sent; undefined while something is missing, which is then said. */
  asked(): GiveRoleBody | undefined {
    this.#tried.set(true);
    const [role, fromOn, toOn, cohort] = [this.role(), this.fromOn(), this.toOn(), this.cohort().trim()];
    if (role === '' || fromOn === '' || toOn === '') return undefined;
    const ofFellow = role === 'fellow' && cohort !== '' ? { cohort } : {};
    return { id: this.#id, role, fromOn, toOn, ...ofFellow };
  }

  /** The role has arrived; the next one is another. */
  clear(): void {
    this.#id = uuidv7();
    this.#tried.set(false);
    this.role.set('');
    this.toOn.set('');
    this.cohort.set('');
  }

  protected asRole(value: string): Role | '' {
    return this.mayGive().find((role) => role === value) ?? '';
  }

  protected at(pointer: string): string | undefined {
    return this.sending().noteAt(`${this.pointer()}${pointer}`);
  }

  protected note(pointer: string, missing: boolean, words: string): string | undefined {
    return this.at(pointer) ?? (this.#tried() && missing ? words : undefined);
  }
}
