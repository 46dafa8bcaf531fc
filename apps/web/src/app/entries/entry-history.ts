import { DOCUMENT } from '@angular/common';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { readEntryHistory, readEntryReceipt } from '@countersign/contracts/entries/endpoints';
import { historyLine } from '@countersign/contracts/words/history';
import { ProgramApi } from '../platform/program-api';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ProgramClock } from '../platform/program-clock';
import { saveFile } from '../platform/save-file';
import { Sending } from '../platform/sending';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';

/** Every event of an entry out of the log, folded; it is asked for when it is opened, and again after a change. */
@Component({
  selector: 'cs-entry-history',
  imports: [Icon, Loading, ProblemNote],
  templateUrl: './entry-history.html',
  styleUrl: './entry-history.css',
})
export class HistorySection {
  readonly #api = inject(ProgramApi);
  readonly #document = inject(DOCUMENT);
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #clock = inject(ProgramClock);

  readonly entryId = input.required<string>();
  /** Of the entry as it is shown: another one has another history. */
  readonly revision = input.required<number>();

  protected readonly isOpen = signal(false);
  protected readonly source = this.#api.read(readEntryHistory, () =>
    this.isOpen() ? { params: { entryId: this.entryId() } } : undefined,
  );
  protected readonly lines = computed(() =>
    (this.source.view()?.events ?? [])
      .map((event) => historyLine(event, this.#catalogue.index(), this.#clock.timeZone()))
      .toReversed(),
  );

  protected readonly sending = new Sending();

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

  /** Saves what proves later that the steps are in the log. */
  protected async receipt(): Promise<void> {
    const params = { entryId: this.entryId() };
    const bytes = await this.sending.send(() => this.#api.bytes(readEntryReceipt, { params }));
    if (bytes)
      saveFile(
        this.#document,
        `receipt-${params.entryId}.json`,
        new Blob([bytes], { type: 'application/json' }),
      );
  }
}
