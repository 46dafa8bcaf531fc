import { Component, computed, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  changePerson,
  disablePerson,
  enablePerson,
  giveRole,
  readMembers,
} from '@countersign/contracts/people/endpoints';
import type { MembersView } from '@countersign/contracts/people/views';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { EmptyState } from '../ui/empty-state';
import { Field, FieldText } from '../ui/fields/field';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { AccessPart } from './access-part';
import { RoleEditor } from './role-editor';
import { RoleFields } from './role-fields';

/** One person of the program: roles with their days, a further role, name and e-mail, the account. */
@Component({
  selector: 'cs-person-page',
  imports: [
    AccessPart,
    EmptyState,
    Field,
    FieldText,
    Icon,
    Loading,
    ProblemNote,
    RoleEditor,
    RoleFields,
    RouterLink,
  ],
  templateUrl: './person-page.html',
  styleUrl: './people.css',
})
export class PersonPage {
  readonly #api = inject(ProgramApi);
  readonly #session = inject(Session);
  private readonly roleFields = viewChild(RoleFields);
  readonly personId = input.required<string>();

  protected readonly first = this.#api.read(readMembers, () => ({}));
  protected readonly view = linkedSignal(() => this.first.view());
  protected readonly person = computed(() => this.view()?.people.find(({ id }) => id === this.personId()));
  protected readonly isFellow = computed(
    () => this.person()?.roles.some(({ role }) => role === 'fellow') === true,
  );
  protected readonly isMe = computed(() => this.#session.personId() === this.personId());

  /** Somebody who directs, looked at by somebody who does not say who does. */
  protected readonly isForDirectors = computed(
    () =>
      this.view()?.mayGive.includes('director') === false &&
      this.person()?.roles.some(({ role }) => role === 'director') === true,
  );

  protected readonly giving = new Sending();
  protected readonly naming = new Sending();
  protected readonly closing = new Sending();
  /** What was done last, in words. */
  protected readonly done = signal('');
  protected readonly name = linkedSignal(() => this.person()?.name ?? '');
  protected readonly email = linkedSignal(() => this.person()?.email ?? '');
  protected readonly baseSpecialty = linkedSignal(() => this.person()?.baseSpecialty ?? '');

  protected changed(view: MembersView, done = 'Saved.'): void {
    this.view.set(view);
    this.done.set(done);
  }

  protected async give(event: Event): Promise<void> {
    event.preventDefault();
    const body = this.roleFields()?.asked();
    if (!body) return;
    const params = { personId: this.personId() };
    const view = await this.giving.send(() => this.#api.call(giveRole, { params, body }));
    if (!view) return;
    this.roleFields()?.clear();
    this.changed(view, 'The role is given.');
  }

  protected async rename(event: Event): Promise<void> {
    event.preventDefault();
    const person = this.person();
    const [name, email, base] = [this.name().trim(), this.email().trim(), this.baseSpecialty().trim()];
    if (!person || name === '' || email === '') return;
    const seen = { name: person.name, email: person.email, baseSpecialty: person.baseSpecialty };
    const body = { name, email, seen, ...(base === '' ? {} : { baseSpecialty: base }) };
    const params = { personId: person.id };
    const view = await this.naming.send(() => this.#api.call(changePerson, { params, body }));
    if (view) this.changed(view);
  }

  protected async switchAccount(): Promise<void> {
    const endpoint = this.person()?.disabled ? enablePerson : disablePerson;
    const params = { personId: this.personId() };
    const view = await this.closing.send(() => this.#api.call(endpoint, { params }));
    if (view)
      this.changed(view, endpoint === enablePerson ? 'The account is open.' : 'The account is closed.');
  }
}
