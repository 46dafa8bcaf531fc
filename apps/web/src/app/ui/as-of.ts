import { Component, computed, inject, type Signal } from '@angular/core';
import { isCivilDate } from '@countersign/domain/calendar';
import { dayFull } from '@countersign/contracts/words/time';
import { partOfAddress } from '../platform/in-address';
import { ProgramClock } from '../platform/program-clock';
import { Icon } from './icon';

const NAME = 'asOf';

/** The past day that the address asks for; undefined for today. Call it where `inject` works. */
export function pastDayAsked(): Signal<string | undefined> {
  const asked = partOfAddress(NAME);
  const clock = inject(ProgramClock);
  return computed(() => (isCivilDate(asked()) && asked() < clock.today() ? asked() : undefined));
}

/** The day for which a page shows its numbers, chosen in its head; it stands in the address. */
@Component({
  selector: 'cs-as-of',
  template: `
    <label>
      As of
      <input
        #day
        type="date"
        class="cs-input"
        [max]="today()"
        [value]="past() ?? today()"
        (change)="choose(day.value)"
      />
    </label>
  `,
  styles: `
    label {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--cs-2);
      font-size: var(--cs-text-sm);
    }
    input {
      width: auto;
      min-height: var(--cs-touch);
      padding: 0 var(--cs-3);
    }
  `,
})
export class AsOf {
  readonly #asked = partOfAddress(NAME);
  protected readonly past = pastDayAsked();
  protected readonly today = inject(ProgramClock).today;

  protected choose(on: string): void {
    this.#asked.set(on >= this.today() ? '' : on);
  }
}

/** That the numbers of a page are those of a past day, where they are, and the way back. */
@Component({
  selector: 'cs-past-day',
  imports: [Icon],
  template: `
    @if (past(); as on) {
      <p class="cs-note" role="status">
        <cs-icon name="clock" />
        <span>
          <b>As of {{ full(on) }}.</b> Cases done by then, as they are decided today; no forecast, no
          signature, and nothing can be done here. Links lead to what is there today.
          <button type="button" class="cs-button text" (click)="backToToday()">Back to today</button>
        </span>
      </p>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
  `,
})
export class PastDay {
  readonly #asked = partOfAddress(NAME);
  protected readonly past = pastDayAsked();
  protected readonly full = dayFull;

  protected backToToday(): void {
    this.#asked.set('');
  }
}
