import { Component, computed, inject } from '@angular/core';
import { counted } from '@countersign/contracts/words/count';
import { instantFull } from '@countersign/contracts/words/time';
import type { KeptForm } from '../platform/device-store';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ProgramClock } from '../platform/program-clock';
import { Icon } from '../ui/icon';
import { KeptEntry, type KeptContent } from './kept-entry';

/** Offers what was typed into the form before and not sent. */
@Component({
  selector: 'cs-kept-offer',
  imports: [Icon],
  template: `
    @for (offer of offers(); track offer.kept.id) {
      <section class="cs-note" aria-label="Kept on this device">
        <cs-icon name="recent" />
        <div>
          <p>
            <b>You typed this on {{ offer.at }} and did not send it: {{ offer.what }}.</b> It is kept on this
            device.
          </p>
          @if (offer.kept.isPart) {
            <p>Words that may tell who a patient is were not kept.</p>
          }
          @if (offer.isOutdated) {
            <p>The entry was changed since then.</p>
          }
          <div class="cs-row">
            <button type="button" class="cs-button main" (click)="entry.takeUp(offer.kept)">
              Go on with it
            </button>
            <button type="button" class="cs-button" (click)="entry.throwAway(offer.kept)">
              Throw it away
            </button>
          </div>
        </div>
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.5rem;
    }
    .cs-note {
      --tone: var(--cs-device);
      --tone-soft: var(--cs-device-soft);
    }
  `,
})
export class KeptOffer {
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #clock = inject(ProgramClock);
  protected readonly entry = inject(KeptEntry);

  protected readonly offers = computed(() =>
    this.entry.offers().map((kept) => ({
      kept,
      at: instantFull(kept.keptAt, this.#clock.timeZone()),
      what: this.#whatOf(kept),
      isOutdated: this.entry.isOutdated(kept),
    })),
  );

  #whatOf({ value: { content } }: KeptForm<KeptContent>): string {
    const names = content.procedures.map(({ itemId }) => this.#catalogue.name(itemId));
    return names[0] === undefined
      ? 'no procedure yet'
      : names.length < 3
        ? names.join(', ')
        : `${names[0]} and ${counted(names.length - 1, 'other', 'others')}`;
  }
}
