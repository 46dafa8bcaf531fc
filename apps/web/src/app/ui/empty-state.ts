import { Component, input } from '@angular/core';

/** Nothing here yet: says so and what to do next. The text and its button go inside the element. */
@Component({
  selector: 'cs-empty-state',
  template: `
    <svg viewBox="0 0 132 56" aria-hidden="true" focusable="false">
      <rect x="14" y="6" width="104" height="18" rx="5" fill="var(--cs-surface-2)" />
      <rect
        x="14"
        y="30"
        width="104"
        height="18"
        rx="5"
        fill="none"
        stroke="var(--cs-line-strong)"
        stroke-dasharray="4 4"
      />
      <g fill="none" stroke-linecap="round" stroke-linejoin="round">
        <path d="m24 15 4 4 8-9M31 17l2 2 8-9" stroke="var(--cs-approved)" stroke-width="2.25" />
        <path d="M50 15h50" stroke="var(--cs-line-strong)" stroke-width="2" />
      </g>
    </svg>
    <h2>{{ heading() }}</h2>
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      gap: 0.625rem;
      padding: 2rem 1.5rem;
      color: var(--cs-text-2);
      text-align: center;
    }
    svg {
      width: 132px;
      height: 56px;
    }
    h2 {
      color: var(--cs-text);
    }
    :host ::ng-deep p {
      max-width: 36ch;
    }
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
}
