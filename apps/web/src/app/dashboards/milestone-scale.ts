import { Component, input } from '@angular/core';

/** One milestone on its scale: ring is the suggestion, dot the decision; hatched where there is too little evidence. */
@Component({
  selector: 'cs-milestone-scale',
  host: { 'aria-hidden': 'true', '[class.few]': 'suggested() === undefined' },
  template: `
    <svg viewBox="0 0 120 20" focusable="false">
      <line x1="10" x2="110" y1="10" y2="10" />
      @for (tick of ticks; track tick) {
        <line [attr.x1]="at(tick)" [attr.x2]="at(tick)" y1="6" y2="14" />
      }
      @if (suggested(); as level) {
        <circle class="ring" [attr.cx]="at(level)" cy="10" r="6" />
      }
      @if (decided(); as level) {
        <circle class="dot" [attr.cx]="at(level)" cy="10" r="3.5" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
      width: 7.5rem;
    }
    :host(.few) {
      background: var(--cs-heat-hatch);
    }
    svg {
      display: block;
      width: 100%;
    }
    line {
      stroke: var(--cs-line-strong);
    }
    .ring {
      fill: var(--cs-surface);
      stroke: var(--cs-accent);
      stroke-width: 2;
    }
    .dot {
      fill: var(--cs-text);
    }
  `,
})
export class MilestoneScale {
  readonly suggested = input<number>();
  readonly decided = input<number>();

  protected readonly ticks = [1, 2, 3, 4, 5];
  protected readonly at = (level: number): number => 10 + (level - 1) * 25;
}
