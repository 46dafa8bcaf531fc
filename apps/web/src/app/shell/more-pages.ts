import { Component, ElementRef, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon } from '../ui/icon';
import type { Destination } from './destinations';

/** The pages for which a bar or a rail has no room, under their headings: a native popover that closes when one is chosen. */
@Component({
  selector: 'cs-more-pages',
  imports: [Icon, RouterLink, RouterLinkActive],
  host: { role: 'navigation', 'aria-label': 'More pages' },
  template: `
    @for (page of pages(); track page.path) {
      @if (page.section && page.section !== pages()[$index - 1]?.section) {
        <h2 class="cs-text-2 cs-small">{{ page.section }}</h2>
      }
      <a
        class="cs-button"
        [class.on-the-rail]="!page.section"
        [routerLink]="page.path"
        routerLinkActive
        ariaCurrentWhenActive="page"
        (click)="close()"
      >
        <cs-icon [name]="page.icon" />{{ page.label }}
      </a>
    }
  `,
  styles: `
    /* Closed, the popover must keep the display that hides it. */
    :host(:popover-open) {
      display: grid;
      gap: 0.375rem;
    }
    :host {
      inset: auto 0.5rem calc(var(--cs-nav-height, 0px) + 0.5rem) auto;
      width: min(16rem, calc(100vw - 1rem));
      max-height: calc(100dvh - 5rem);
      margin: 0;
      padding: var(--cs-4);
      overflow-y: auto;
      border: 1px solid var(--cs-line);
      border-radius: var(--cs-r-3);
      background: light-dark(var(--cs-surface), var(--cs-surface-2));
      box-shadow: var(--cs-e3);
    }
    h2 {
      margin: var(--cs-3) 0 0;
      font-weight: 600;
    }
    /* A rail has the others, and this beside it. */
    @media (min-width: 960px) {
      :host {
        inset: auto auto 0.5rem 5.5rem;
        max-height: calc(100dvh - 1rem);
      }
      .on-the-rail {
        display: none;
      }
    }
    .cs-button {
      justify-content: start;
      width: 100%;
    }
    .cs-button[aria-current] {
      background: var(--cs-accent-soft);
      color: var(--cs-on-accent-soft);
    }
  `,
})
export class MorePages {
  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly pages = input.required<readonly Destination[]>();

  protected close(): void {
    this.#element.nativeElement.hidePopover();
  }
}
