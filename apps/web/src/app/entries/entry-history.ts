import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { readEntryHistory } from '@countersign/contracts/entries/endpoints';
import { historyLine } from '@countersign/contracts/words/history';
import { ProgramApi } from '../platform/program-api';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ProgramClock } from '../platform/program-clock';
import { Loading } from '../ui/loading';

/** Every event of an entry out of the log, folded; it is asked for when it is opened, and again after a change. */
@Component({
  selector: 'cs-entry-history',
  imports: [Loading],
  templateUrl: './entry-history.html',
  styleUrl: './entry-history.css',
})
export class HistorySection {
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #clock = inject(ProgramClock);

  readonly entryId = input.required<string>();
  /** Of the entry as it is shown: another one has another history. */
  readonly revision = input.required<number>();

  protected readonly isOpen = signal(false);
  protected readonly source = inject(ProgramApi).read(readEntryHistory, () =>
    this.isOpen() ? { params: { entryId: this.entryId() } } : undefined,
  );
  protected readonly lines = computed(() =>
    (this.source.view()?.events ?? [])
      .map((event) => historyLine(event, this.#catalogue.index(), this.#clock.timeZone()))
      .toReversed(),
  );

  constructor() {
    let shown: number | undefined;
    effect(() => {
      const revision = this.revision();
      if (shown !== undefined && shown !== revision && this.isOpen()) this.source.reload();
      shown = revision;
    });
  }

  protected fold(event: Event): void {
    this.isOpen.set((event.target as HTMLDetailsElement).open);
  }
}
