import { Component, computed, inject } from '@angular/core';
import { personRoles } from '@countersign/contracts/words/person';
import { Session } from '../platform/session';

/** Where somebody starts whose role has no page of its own, or who holds no role today. */
@Component({
  selector: 'cs-no-pages-page',
  template: `
    <h1 tabindex="-1">{{ heading() }}</h1>
    <p>{{ text() }}</p>
  `,
})
export class NoPagesPage {
  readonly #session = inject(Session);
  readonly #role = computed(() => this.#session.role());

  protected readonly heading = computed(() => {
    const role = this.#role();
    return role === null ? 'No role today' : personRoles[role];
  });
  protected readonly text = computed(() =>
    this.#role() === null
      ? 'You hold no role in a program today. Your program’s coordinator can tell from when to when you do.'
      : 'You are signed in. There is nothing for this role to do here.',
  );
}
