import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { roles, type Role } from '@countersign/domain/access';
import type { DemoPeopleView, DemoPersonView } from '@countersign/contracts/sessions/views';
import { counted } from '@countersign/contracts/words/count';
import { personRoles } from '@countersign/contracts/words/person';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { PersonMark } from '../ui/person-mark';
import { ProblemNote } from '../ui/problem-note';

/** How many of a role show before "all" is asked for. */
const firstFew = 2;

const pluralRoles: Readonly<Record<Role, string>> = {
  fellow: 'fellows',
  supervisor: 'supervisors',
  director: 'directors',
  coordinator: 'coordinators',
  institution: 'education offices',
  staff: 'clinical staff',
};

/** The people of a demo program by role; one tap signs in as one of them. */
@Component({
  selector: 'cs-demo-people',
  imports: [PersonMark, ProblemNote],
  templateUrl: './demo-people.html',
  styleUrl: './demo-people.css',
})
export class DemoPeople {
  readonly #session = inject(Session);

  readonly view = input.required<DemoPeopleView>();
  readonly signedIn = output();

  protected readonly sending = new Sending();
  readonly #opened = linkedSignal<DemoPeopleView, ReadonlySet<Role>>({
    source: this.view,
    computation: () => new Set(),
  });

  protected readonly groups = computed(() =>
    roles.flatMap((role) => {
      const people = this.view().people.filter((person) => person.role === role);
      if (people.length === 0) return [];
      const shown = this.#opened().has(role) ? people : people.slice(0, firstFew);
      const rest = people.length - shown.length;
      return {
        role,
        title: personRoles[role],
        shown,
        all: rest > 0 ? counted(people.length, role, pluralRoles[role]) : '',
      };
    }),
  );

  protected showAll(role: Role): void {
    this.#opened.update((opened) => new Set([...opened, role]));
  }

  protected choose(person: DemoPersonView): Promise<void> {
    return this.sending.send(async () => {
      await this.#session.openDemo(person.id);
      // Somebody with several roles was picked for this one.
      this.#session.choose(person.role);
      this.signedIn.emit();
    });
  }
}
