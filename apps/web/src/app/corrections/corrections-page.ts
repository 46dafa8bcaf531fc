import { Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import type { CorrectionStanding } from '@countersign/contracts/reviews/bodies';
import { readCorrections } from '@countersign/contracts/reviews/endpoints';
import { contestDays } from '@countersign/contracts/words/correction';
import { ProgramApi } from '../platform/program-api';
import { Session } from '../platform/session';
import { EmptyState } from '../ui/empty-state';
import { Loading } from '../ui/loading';
import { CorrectedEntry, type CorrectionDone } from './corrected-entry';

/** A fellow's corrections: what may still be answered and for how long, what the director has, and how the others ended. */
@Component({
  selector: 'cs-corrections-page',
  imports: [CorrectedEntry, EmptyState, Loading],
  templateUrl: './corrections-page.html',
  styleUrl: './corrections.css',
})
export class CorrectionsPage {
  readonly #api = inject(ProgramApi);
  readonly #session = inject(Session);

  protected readonly open = this.#read('open');
  protected readonly contested = this.#read('contested');
  protected readonly settled = this.#read('settled');
  protected readonly reads = [this.open, this.contested, this.settled];
  protected readonly sections = computed(() =>
    [
      { heading: 'To answer', view: this.open.view() },
      { heading: 'With the director', view: this.contested.view() },
      { heading: 'Settled', view: this.settled.view() },
    ].flatMap(({ heading, view }) => {
      if (!view || view.total === 0) return [];
      const { entries, total } = view;
      return [{ heading: `${heading}, ${total}`, entries, more: total - entries.length }];
    }),
  );
  protected readonly isEmpty = computed(
    () => this.reads.every((read) => read.view() !== undefined) && this.sections().length === 0,
  );
  protected readonly said = signal('');
  protected readonly contestDays = contestDays;
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  protected answered({ said }: CorrectionDone): void {
    this.said.set(said);
    this.title().nativeElement.focus();
    this.reload();
  }

  protected reload(): void {
    for (const read of this.reads) read.reload();
  }

  #read(standing: CorrectionStanding) {
    return this.#api.read(readCorrections, () => {
      const fellowId = this.#session.personId();
      return fellowId === undefined ? undefined : { query: { standing, fellowId } };
    });
  }
}
