import { afterNextRender, DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

/** Says that an element is about to be scrolled into sight; the element stays usable without it. */
@Directive({ selector: '[csInSight]' })
export class InSight {
  readonly csInSight = output();

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      if (typeof IntersectionObserver === 'undefined') return;
      const observer = new IntersectionObserver(
        ([seen]) => {
          if (seen?.isIntersecting) this.csInSight.emit();
        },
        { rootMargin: '800px' },
      );
      observer.observe(element);
      destroyed.onDestroy(() => observer.disconnect());
    });
  }
}
