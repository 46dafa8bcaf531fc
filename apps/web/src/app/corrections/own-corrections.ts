import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readCorrections } from '@countersign/contracts/reviews/endpoints';
import { contestDays, correctionOf, daysLeftText } from '@countersign/contracts/words/correction';
import { entryInWords } from '@countersign/contracts/words/entry';
import { ProgramApi } from '../platform/program-api';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ProgramClock } from '../platform/program-clock';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';

/** On a fellow's start page: the corrections that may still be accepted or contested, with the days left; nothing without one. */
@Component({
  selector: 'cs-own-corrections',
  imports: [Icon, RouterLink],
  template: `
    @if (lines().length > 0) {
      <section aria-labelledby="cs-corrections">
        <h2 id="cs-corrections">{{ heading() }}</h2>
        <ul class="cs-card cs-lines">
          @for (line of lines(); track line.id) {
            <li>
              <div>
                <a translate="no" [routerLink]="['/entries', line.id]">{{ line.what }}</a>
                <p translate="no">{{ line.change }}</p>
              </div>
              <span class="cs-pill waiting"><cs-icon name="clock" />{{ line.left }}</span>
            </li>
          }
        </ul>
        <p class="cs-text-2">
          Accept or contest within {{ contestDays }}; after that a correction stands.
          <a routerLink="/corrections">All corrections</a>
        </p>
      </section>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
    section {
      display: grid;
      gap: var(--cs-3);
    }
    h2 {
      font-size: var(--cs-text-lg);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--cs-2) var(--cs-4);
      padding: 0.375rem 0.875rem;
      font-size: var(--cs-text-md);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: var(--cs-touch);
      font-weight: 600;
    }
  `,
})
export class OwnCorrections {
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #clock = inject(ProgramClock);
  readonly #session = inject(Session);

  readonly #read = inject(ProgramApi).read(readCorrections, () => {
    const fellowId = this.#session.personId();
    return fellowId === undefined ? undefined : { query: { standing: 'open' as const, fellowId } };
  });
  readonly #total = computed(() => this.#read.view()?.total ?? 0);
  protected readonly contestDays = contestDays;
  protected readonly heading = computed(() =>
    this.#total() === 1 ? 'One correction to answer' : `${this.#total()} corrections to answer`,
  );
  protected readonly lines = computed(() =>
    (this.#read.view()?.entries ?? []).flatMap((entry) => {
      const correction = correctionOf(entry);
      const { answerUntil } = entry.acts;
      if (!correction || answerUntil === undefined) return [];
      const changes = correction.lines.filter(({ label }) => label !== 'Why').map(({ text }) => text);
      return [
        {
          id: entry.id,
          what: entryInWords(entry, this.#catalogue.index()),
          change: `${correction.by}: ${changes.join(', ')}`,
          left: daysLeftText(answerUntil, this.#clock.now()),
        },
      ];
    }),
  );
}
