import { Component, computed, ElementRef, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { counted } from '@countersign/contracts/words/count';
import { EmptyState } from '../ui/empty-state';
import { Loading } from '../ui/loading';
import { ContestedWaiting } from './contested-waiting';
import { CorrectedEntry, type CorrectionDone } from './corrected-entry';

/** Every contested correction of the program, the longest wait first: both values, both texts, decided in place. */
@Component({
  selector: 'cs-contested-page',
  imports: [CorrectedEntry, EmptyState, Loading],
  templateUrl: './contested-page.html',
  styleUrl: './corrections.css',
})
export class ContestedPage {
  protected readonly waiting = inject(ContestedWaiting);
  protected readonly entries = linkedSignal(() => this.waiting.read.view()?.entries ?? []);
  protected readonly notSent = computed(() => {
    const view = this.waiting.read.view();
    return view ? view.total - view.entries.length : 0;
  });
  protected readonly heading = computed(() =>
    counted(this.waiting.count(), 'correction waits', 'corrections wait'),
  );
  protected readonly said = signal('');
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  constructor() {
    // Whoever comes back sees what was contested meanwhile.
    this.waiting.read.reload();
  }

  protected decided({ entry, said }: CorrectionDone): void {
    this.entries.update((before) => before.filter(({ id }) => id !== entry.id));
    this.said.set(said);
    this.title().nativeElement.focus();
    this.waiting.read.reload();
  }
}
