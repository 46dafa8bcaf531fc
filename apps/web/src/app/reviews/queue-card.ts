import {
  afterNextRender,
  Directive,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  viewChild,
} from '@angular/core';
import type { Help } from '@countersign/domain/entry';
import type { Problem } from '@countersign/contracts/problems';

/** What every card of the queue is to its page: a place to go to, and what the keys act on. */
@Directive()
export abstract class QueueCard {
  readonly #injector = inject(Injector);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** The card that the keys act on. */
  readonly current = input(false);
  readonly busy = input(false);
  readonly problem = input<Problem | null>(null);
  readonly reload = output();
  /** The focus came into the card. */
  readonly entered = output();

  protected readonly article = viewChild.required<ElementRef<HTMLElement>>('article');

  constructor() {
    effect(() => {
      const article = this.article().nativeElement;
      // Where the page stands is the page's affair.
      if (this.current() && !article.contains(article.ownerDocument.activeElement))
        article.focus({ preventScroll: true });
    });
  }

  /** Whether an entry is decided on in this card. */
  abstract holds(entryId: string): boolean;

  /** The keys 1 to 5. */
  abstract rate(help: Help): void;

  /** The key a, and the button. */
  abstract send(): void;

  /** The key c. */
  abstract correct(): void;

  /** The key r, and the button. */
  abstract openReturn(): void;

  /** Distance of the card from the upper end of the window, CSS px. */
  top(): number {
    return this.article().nativeElement.getBoundingClientRect().top;
  }

  /** Scrolls no further than it needs to show the card. */
  bringIntoSight(): void {
    this.#host.scrollIntoView({ block: 'nearest' });
  }

  /** Scrolls until the card stands where another one stood; never so high that its head is under what stands above. */
  bringTo(top: number): void {
    const { documentElement } = this.#host.ownerDocument;
    const headRoom = Number.parseFloat(getComputedStyle(documentElement).scrollPaddingTop) || 0;
    documentElement.scrollTop += this.top() - Math.max(top, headRoom);
  }

  protected focusAfterRender(selector: string): void {
    const go = (): void => this.#host.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender({ read: go }, { injector: this.#injector });
  }
}
