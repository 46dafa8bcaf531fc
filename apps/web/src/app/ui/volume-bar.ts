import { Component, computed, input } from '@angular/core';

/**
 * Volume, the first light: a fill with its number. Solid is approved, hatch waits for approval. It never turns green:
 * full is only full. `column` is the narrow upright fill of lists, whose number the list shows itself.
 */
@Component({
  selector: 'cs-volume-bar',
  host: { '[class.column]': "layout() === 'column'" },
  template: `
    @if (layout() === 'row') {
      <p class="number">
        <b>{{ approved() }}</b> of {{ need() }}
        @if (waiting() > 0) {
          <span class="waits">{{ waiting() }} more {{ waiting() === 1 ? 'waits' : 'wait' }}</span>
        }
      </p>
    } @else {
      <span class="cs-visually-hidden">{{ sentence() }}</span>
    }
    <span class="track" aria-hidden="true">
      <i [style.--part.%]="approvedPart()"></i>
      <u [style.--from.%]="approvedPart()" [style.--part.%]="waitingPart()"></u>
    </span>
  `,
  styleUrl: './volume-bar.css',
})
export class VolumeBar {
  readonly approved = input.required<number>();
  readonly waiting = input(0);
  readonly need = input.required<number>();
  readonly layout = input<'row' | 'column'>('row');

  protected readonly approvedPart = computed(() => percent(this.approved(), this.need()));
  protected readonly waitingPart = computed(
    () => percent(this.approved() + this.waiting(), this.need()) - this.approvedPart(),
  );
  protected readonly sentence = computed(() => {
    const waits = this.waiting() > 0 ? `, ${this.waiting()} waiting` : '';
    return `${this.approved()} of ${this.need()} approved${waits}`;
  });
}

/** Share of the target in percent; what exceeds the target still fills just the whole. */
function percent(count: number, need: number): number {
  return Math.min(100, (100 * count) / need);
}
