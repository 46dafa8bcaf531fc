import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EntryLineView } from '@countersign/contracts/entries/views';
import { lineInWords } from '@countersign/contracts/words/entry';
import { personInWords } from '@countersign/contracts/words/person';
import { dayShort } from '@countersign/contracts/words/time';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ProgramClock } from '../platform/program-clock';
import { Icon } from '../ui/icon';

/** An entry or amendment that came back: who sent it back, and the way to see why and put it right. */
@Component({
  selector: 'cs-returned-entry',
  imports: [Icon, RouterLink],
  template: `
    <article class="cs-card">
      <p class="what">
        <cs-icon name="return" />
        <a translate="no" [routerLink]="['/entries', entry().id]">{{ title() }}</a>
        <span class="cs-nowrap">{{ day() }}</span>
      </p>
      <p class="why">{{ why() }}</p>
      <a
        class="cs-button"
        [routerLink]="entry().amendment ? ['/entries', entry().id] : ['/entries', entry().id, 'edit']"
      >
        <cs-icon name="edit" />See why and change<span class="cs-visually-hidden"> {{ title() }}</span>
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
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem;
      font-size: var(--cs-text-md);
      line-height: 1.35;
    }
    .what cs-icon {
      color: var(--cs-returned);
    }
    .what a {
      flex: 1 1 8rem;
      min-width: 0;
      align-content: center;
      min-height: var(--cs-touch);
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
  readonly #clock = inject(ProgramClock);
  readonly #catalogue = inject(ProgramCatalogue);

  readonly entry = input.required<EntryLineView>();

  protected readonly title = computed(() =>
    this.entry()
      .procedures.map((line) => lineInWords(line, this.#catalogue.index()))
      .join('; '),
  );
  protected readonly day = computed(() => dayShort(this.entry().performedOn, this.#clock.today()));
  protected readonly why = computed(() => {
    const { amendment, supervisor } = this.entry();
    if (!amendment) return `${supervisor ? personInWords(supervisor) : 'Your supervisor'} sent it back.`;
    const on = dayShort(this.#clock.dayOf(amendment.at), this.#clock.today());
    return `${personInWords(amendment.supervisor)} sent the amendment back on ${on}. The version before counts on.`;
  });
}
