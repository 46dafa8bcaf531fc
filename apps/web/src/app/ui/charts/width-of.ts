import { DestroyRef, ElementRef, inject, signal, type Signal } from '@angular/core';

/**
 * The width of the element of a component in CSS px, as it is laid out; `fallback` until it is known. A drawing as wide as
 * its place keeps the size of its text on a phone and on paper.
 */
export function widthOf(fallback: number): Signal<number> {
  const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const width = signal(fallback);
  if (typeof ResizeObserver === 'undefined') return width;
  const observer = new ResizeObserver(([entry]) => {
    const found = Math.round(entry?.contentRect.width ?? 0);
    if (found > 0) width.set(found);
  });
  observer.observe(element);
  inject(DestroyRef).onDestroy(() => observer.disconnect());
  return width;
}
