import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import { v7 as uuidv7 } from 'uuid';
import { addPerson } from '@countersign/contracts/people/endpoints';
import type { MembersView } from '@countersign/contracts/people/views';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Field, FieldText } from '../ui/fields/field';
import { ProblemNote } from '../ui/problem-note';
import { RoleFields } from './role-fields';

/** Lets somebody into the program: name, e-mail, base specialty and a first role. */
@Component({
  selector: 'cs-add-person',
  imports: [Field, FieldText, ProblemNote, RoleFields],
  template: `
    <form class="cs-card" (submit)="add($event)" aria-labelledby="cs-add-person">
      <h2 id="cs-add-person">Add a person</h2>
      <p class="cs-text-2">
        Somebody who has an account here already, from another program, keeps it: type that e-mail.
      </p>
      <cs-field label="Name" [error]="note('/name', name(), 'Type the name.')">
        <input [(csText)]="name" maxlength="120" autocomplete="off" />
      </cs-field>
      <cs-field
        label="Work e-mail"
        [error]="note('/email', email(), 'Type the e-mail with which the person signs in.')"
      >
        <input [(csText)]="email" type="email" maxlength="254" autocomplete="off" />
      </cs-field>
      <cs-field label="Base specialty" hint="Of a fellow; may be left empty" [error]="at('/baseSpecialty')">
        <input [(csText)]="baseSpecialty" maxlength="80" autocomplete="off" />
      </cs-field>
      <cs-role-fields
        pointer="/role"
        [mayGive]="shown().mayGive"
        [today]="shown().today"
        [sending]="sending"
      />
      <cs-problem [problem]="sending.problem()" />
      <div class="cs-acts">
        <button type="submit" class="cs-button main" [attr.aria-disabled]="sending.busy() || null">
          Add
        </button>
        <button type="button" class="cs-button" (click)="closed.emit()">Cancel</button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--cs-4);
      max-width: 34rem;
      padding: var(--cs-5);
    }
    h2 {
      font-size: var(--cs-text-md);
      font-weight: 600;
    }
  `,
})
export class AddPerson {
  readonly #api = inject(ProgramApi);
  private readonly role = viewChild.required(RoleFields);
  readonly shown = input.required<MembersView>();
  readonly added = output<MembersView>();
  readonly closed = output();

  protected readonly sending = new Sending();
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly baseSpecialty = signal('');
  readonly #tried = signal(false);
  /** What is sent keeps its id until it arrives. */
  readonly #id = uuidv7();

  protected at(pointer: string): string | undefined {
    return this.sending.noteAt(pointer);
  }

  protected note(pointer: string, typed: string, words: string): string | undefined {
    return this.at(pointer) ?? (this.#tried() && typed.trim() === '' ? words : undefined);
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    this.#tried.set(true);
    const role = this.role().asked();
    const [name, email, base] = [this.name().trim(), this.email().trim(), this.baseSpecialty().trim()];
    if (role === undefined || name === '' || email === '') return;
    const body = { id: this.#id, name, email, role, ...(base === '' ? {} : { baseSpecialty: base }) };
    const view = await this.sending.send(() => this.#api.call(addPerson, { body }));
    if (view) this.added.emit(view);
  }
}
