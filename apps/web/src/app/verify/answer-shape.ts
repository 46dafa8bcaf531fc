import { Component, input } from '@angular/core';

/** The shapes of the answers: each is told from the others without its color. */
export type ShapeKind = 'good' | 'open' | 'differs' | 'unknown' | 'struck';

/** The shape beside an answer: a disc with two checks, the same dashed, an octagon, a ring, struck checks. */
@Component({
  selector: 'cs-answer-shape',
  template: `
    <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      @switch (shape()) {
        @case ('good') {
          <circle cx="20" cy="20" r="18" fill="currentColor" />
          <path class="on" d="m9.5 20.5 5.5 5.5L26 13.5M18.5 24.5l1.8 1.8L31.5 14" />
        }
        @case ('open') {
          <circle class="dashed" cx="20" cy="20" r="17.5" />
          <path d="m9.5 20.5 5.5 5.5L26 13.5M18.5 24.5l1.8 1.8L31.5 14" />
        }
        @case ('differs') {
          <path class="full" d="M13 2.5h14L37.5 13v14L27 37.5H13L2.5 27V13z" />
          <path class="on" d="M12 16h16M12 24h16M25 11l-10 18" />
        }
        @case ('unknown') {
          <circle class="dashed" cx="20" cy="20" r="17.5" />
          <path d="M15.5 16a4.6 4.6 0 1 1 6.8 4c-1.6 1-2.3 1.9-2.3 3.8M20 28.5h.01" />
        }
        @case ('struck') {
          <rect x="2.5" y="2.5" width="35" height="35" rx="8" />
          <path d="m8.5 20.5 5.5 5.5L25 13.5M18 24.5l1.8 1.8L31 14M6 31 34 9" />
        }
      }
    </svg>
  `,
  styles: `
    svg {
      display: block;
      width: 3rem;
      height: 3rem;
      overflow: visible;
      fill: none;
      stroke: currentColor;
      stroke-width: 2.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .dashed {
      stroke-dasharray: 6 4;
      stroke-linecap: butt;
    }
    .full {
      fill: currentColor;
      stroke: none;
    }
    .on {
      stroke: var(--cs-comp-on);
    }
    @media (max-width: 599.98px) {
      svg {
        width: 2.5rem;
        height: 2.5rem;
      }
    }
  `,
})
export class AnswerShape {
  readonly shape = input.required<ShapeKind>();
}
