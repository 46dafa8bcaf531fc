import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readEntry } from '@countersign/contracts/entries/endpoints';
import type { EntryLineView } from '@countersign/contracts/entries/views';
import { Api } from '../platform/api';
import { dayShort } from '../platform/dates';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';
import { lineInWords } from '../ui/entry-words';
import { reasonOf } from './return-reason';

/** An entry that came back, with the reason in the supervisor's words and the way to put it right. */
@Component({
  selector: 'cs-returned-entry',
  imports: [Icon, RouterLink],
  template: `
    <article class="cs-card">
      <p class="what">
        <cs-icon name="return" />
        <a [routerLink]="['/entries', entry().id]">{{ title() }}</a>
        <span class="cs-nowrap">{{ day() }}</span>
      </p>
      @if (reason(); as why) {
        <p class="why">
          <b>{{ why.by }}: {{ why.word }}.</b> {{ why.text }}
        </p>
      }
      <a class="cs-button" [routerLink]="['/entries', entry().id, 'edit']">
        <cs-icon name="edit" />Change and submit<span class="cs-visually-hidden"> {{ title() }}</span>
      </a>
    </article>
  `,
  styles: `
    article {
      display: grid;
      gap: 0.5rem;
      padding: 0.75rem 0.875rem;
      border-left: 4px solid var(--cs-returned);
    }
    .what {
      display: flex;
      gap: 0.5rem;
      font-size: var(--cs-text-md);
      line-height: 1.35;
    }
    .what cs-icon {
      color: var(--cs-returned);
    }
    .what a {
      flex: 1;
      color: inherit;
      font-weight: var(--cs-weight-bold);
    }
    .what span {
      color: var(--cs-text-2);
      font-size: var(--cs-text-sm);
    }
    .why {
      font-size: var(--cs-text-md);
    }
    .cs-button {
      justify-self: start;
    }
  `,
})
export class ReturnedEntry {
  readonly #session = inject(Session);

  readonly entry = input.required<EntryLineView>();

  readonly #whole = inject(Api).resource(readEntry, () => ({
    params: { programId: this.#session.programId(), entryId: this.entry().id },
  }));
  protected readonly title = computed(() => this.entry().procedures.map(lineInWords).join('; '));
  protected readonly day = computed(() => dayShort(this.entry().performedOn));
  protected readonly reason = computed(() =>
    this.#whole.hasValue() ? reasonOf(this.#whole.value()) : undefined,
  );
}
