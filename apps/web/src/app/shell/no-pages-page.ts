import { Component, computed, inject } from '@angular/core';
import { personRoles, roleOutside } from '@countersign/contracts/words/person';
import { Session } from '../platform/session';

/** Where somebody starts whose role has no page of its own, or who holds no role today: it says since when or from when. */
@Component({
  selector: 'cs-no-pages-page',
  template: `
    <div class="cs-page narrow">
      <header class="cs-page-head">
        <h1 tabindex="-1">{{ heading() }}</h1>
      </header>
      @for (line of lines(); track line) {
        <p>{{ line }}</p>
      }
      <p class="cs-text-2">{{ text() }}</p>
    </div>
  `,
})
export class NoPagesPage {
  readonly #session = inject(Session);
  readonly #role = computed(() => this.#session.role());

  protected readonly heading = computed(() => {
    const role = this.#role();
    return role === null ? 'No role today' : personRoles[role];
  });
  /** Every role that has ended or not begun. */
  protected readonly lines = computed(() =>
    this.#role() === null ? (this.#session.view()?.outside ?? []).map(roleOutside) : [],
  );
  protected readonly text = computed(() => {
    if (this.#role() !== null) return 'You are signed in. There is nothing for this role to do here.';
    return this.lines().length === 0
      ? 'You hold no role in a program. Your program’s coordinator can give you one.'
      : 'If a day is wrong, your program’s coordinator can set it right.';
  });
}
