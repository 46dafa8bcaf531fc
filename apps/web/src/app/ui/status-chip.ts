import { Component, computed, input } from '@angular/core';
import type { EntryState } from '@countersign/domain/entry';
import { entryStateWords } from '@countersign/contracts/words/entry';
import { lateText } from '@countersign/contracts/words/time';
import { Icon, type IconName } from './icon';

interface Look {
  readonly icon: IconName;
  readonly tone: string;
}

/** One check is submitted, two are approved, everywhere. */
const looks: Readonly<Record<EntryState, Look>> = {
  draft: { icon: 'edit', tone: 'draft' },
  submitted: { icon: 'check', tone: 'submitted' },
  returned: { icon: 'return', tone: 'returned' },
  approved: { icon: 'checks', tone: 'approved' },
  amended: { icon: 'clock', tone: 'waiting' },
  void: { icon: 'void', tone: 'plain' },
};

/** State of an entry as icon, word and color; a late submission is a stamp beside it, never instead of it. */
@Component({
  selector: 'cs-status',
  imports: [Icon],
  host: { translate: 'no' },
  template: `
    <span class="cs-pill {{ look().tone }}"><cs-icon [name]="look().icon" />{{ word() }}</span>
    @if (late(); as days) {
      <span class="cs-pill late"><cs-icon name="late" />{{ lateText(days) }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 0.25rem;
    }
  `,
})
export class StatusChip {
  readonly state = input.required<EntryState>();
  /** Days from the procedure to the first submission, for an entry that is late. */
  readonly late = input<number | undefined>();

  protected readonly look = computed(() => looks[this.state()]);
  protected readonly word = computed(() => entryStateWords[this.state()]);
  protected readonly lateText = lateText;
}
