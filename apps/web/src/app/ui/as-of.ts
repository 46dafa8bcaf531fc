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

/** The day for which a page shows its numbers, and that it is not today where it is not; it stands in the address. */
@Component({
  selector: 'cs-as-of',
  imports: [Icon],
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
    @if (past(); as on) {
      <p class="cs-note" role="status">
        <cs-icon name="clock" />
        <span>
          <b>As of {{ full(on) }}.</b> Cases done by then, as they are decided today; no forecast, no
          signature, and nothing can be done here. Links lead to what is there today.
          <button type="button" class="cs-button text" (click)="choose('')">Back to today</button>
        </span>
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--cs-3);
    }
    label {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--cs-3);
    }
    input {
      width: auto;
    }
  `,
})
export class AsOf {
  readonly #asked = partOfAddress(NAME);
  protected readonly past = pastDayAsked();
  protected readonly today = inject(ProgramClock).today;
  protected readonly full = dayFull;

  protected choose(on: string): void {
    this.#asked.set(on >= this.today() ? '' : on);
  }
}
