import { afterNextRender, ElementRef, inject, Injector } from '@angular/core';

/** Controls of a field that needs attention; every field sets the class. */
const CONTROLS = '.has-problem :is(input, select, textarea, button:not([tabindex="-1"]))';

/**
 * The way to the first field of a page that needs attention, once the page shows what it needs. Call it where `inject`
 * works.
 */
export function wayToFirstNote(): () => void {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const injector = inject(Injector);
  return () => {
    const go = (): void => {
      const first = host.querySelector<HTMLElement>(CONTROLS);
      first?.focus();
      first?.scrollIntoView({ block: 'center' });
    };
    afterNextRender({ read: go }, { injector });
  };
}
