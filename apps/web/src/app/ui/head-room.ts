import { afterNextRender, DestroyRef, Directive, ElementRef, inject } from '@angular/core';

/** Room between what sticks to the upper end of the window and what is scrolled below it, CSS px. */
const AIR = 12;

/**
 * Keeps what is scrolled into sight, by the page or by the Tab key, from ending up under an element that sticks to the
 * upper end of the window, however high that is at the moment.
 */
@Directive({ selector: '[csHeadRoom]' })
export class HeadRoom {
  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const { documentElement } = element.ownerDocument;
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      if (typeof ResizeObserver === 'undefined') return;
      const observer = new ResizeObserver(() => {
        documentElement.style.scrollPaddingTop = `${element.offsetHeight + AIR}px`;
      });
      observer.observe(element);
      destroyed.onDestroy(() => {
        observer.disconnect();
        documentElement.style.scrollPaddingTop = '';
      });
    });
  }
}
