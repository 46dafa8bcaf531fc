import { Component, computed, input } from '@angular/core';
import type { IntervalView } from '@countersign/contracts/raters/views';

/** An interval with its estimate on a fixed stretch of the scale; a line marks where nothing differs. Words stand beside it. */
@Component({
  selector: 'cs-interval-bar',
  host: { 'aria-hidden': 'true' },
  template: `
    @if (zero() !== undefined) {
      <u [style.left.%]="zero()"></u>
    }
    <i [style.left.%]="low()" [style.width.%]="high() - low()"></i>
    <b [style.left.%]="at(of().value)"></b>
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      width: 100%;
      min-width: 7rem;
      height: 1.25rem;
      border-bottom: 1px solid var(--cs-line-strong);
    }
    i,
    b,
    u {
      position: absolute;
      display: block;
    }
    i {
      top: 0.25rem;
      height: 0.75rem;
      border: 1px solid var(--cs-volume);
      border-radius: 0.375rem;
      background: var(--cs-accent-soft);
    }
    b {
      top: 0.125rem;
      width: 3px;
      height: 1rem;
      margin-left: -1px;
      background: var(--cs-text);
    }
    u {
      top: 0;
      bottom: 0;
      border-left: 1px dashed var(--cs-line-strong);
    }
  `,
})
export class IntervalBar {
  readonly of = input.required<IntervalView>();
  /** The ends of the stretch that is drawn. */
  readonly from = input.required<number>();
  readonly to = input.required<number>();
  /** Whether 0 is marked. */
  readonly marksZero = input(false);

  protected readonly low = computed(() => this.at(this.of().low));
  protected readonly high = computed(() => this.at(this.of().high));
  protected readonly zero = computed(() => (this.marksZero() ? this.at(0) : undefined));

  /** Place on the bar in percent; what lies beyond an end stands at it. */
  protected at(value: number): number {
    return Math.min(100, Math.max(0, (100 * (value - this.from())) / (this.to() - this.from())));
  }
}
