import { Component, computed, input } from '@angular/core';
import type { EntryView } from '@countersign/contracts/entries/views';
import { dayShort } from '@countersign/contracts/words/time';
import { civilDateOf } from '../platform/dates';
import { Icon } from '../ui/icon';
import { reasonOf } from './return-reason';

/** Why an entry or an amendment came back, in the supervisor's words; nothing for one that did not. */
@Component({
  selector: 'cs-return-note',
  imports: [Icon],
  template: `
    @if (reason(); as why) {
      <section aria-label="Returned">
        <cs-icon name="return" />
        <div>
          <p>
            <b>{{ why.by }} returned {{ why.what }} on {{ why.on }}: {{ why.word }}.</b>
          </p>
          <p>{{ why.text }}</p>
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
    section {
      display: flex;
      gap: 0.625rem;
      padding: 0.875rem 1rem;
      border-left: 4px solid var(--cs-returned);
      border-radius: 8px;
      background: var(--cs-returned-soft);
    }
    cs-icon {
      margin-top: 0.1em;
      color: var(--cs-returned);
    }
    div {
      display: grid;
      gap: 0.25rem;
    }
  `,
})
export class ReturnNote {
  readonly entry = input<EntryView | undefined>();

  protected readonly reason = computed(() => {
    const entry = this.entry();
    const reason = entry && reasonOf(entry);
    const what = entry?.state === 'returned' ? 'it' : 'the amendment';
    return reason && { ...reason, what, on: dayShort(civilDateOf(reason.at)) };
  });
}
