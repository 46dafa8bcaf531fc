import { Component, computed, inject, input } from '@angular/core';
import type { EntryView } from '@countersign/contracts/entries/views';
import { dayShort } from '@countersign/contracts/words/time';
import { ProgramClock } from '../platform/program-clock';
import { Icon } from '../ui/icon';
import { reasonOf } from './return-reason';

/** Why an entry or an amendment came back, in the supervisor's words; nothing for one that did not. */
@Component({
  selector: 'cs-return-note',
  imports: [Icon],
  template: `
    @if (reason(); as why) {
      <section class="cs-note returned" aria-label="Returned">
        <cs-icon name="return" />
        <div>
          <p>
            <b>{{ why.by }} returned {{ why.what }} on {{ why.on }}: {{ why.word }}.</b>
          </p>
          @if (why.text) {
            <p>{{ why.text }}</p>
          }
        </div>
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    :host:empty {
      display: none;
    }
  `,
})
export class ReturnNote {
  readonly #clock = inject(ProgramClock);

  readonly entry = input<EntryView | undefined>();

  protected readonly reason = computed(() => {
    const entry = this.entry();
    const reason = entry && reasonOf(entry);
    const what = entry?.state === 'returned' ? 'it' : 'the amendment';
    return reason && { ...reason, what, on: dayShort(this.#clock.dayOf(reason.at), this.#clock.today()) };
  });
}
