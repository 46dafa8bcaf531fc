import { DestroyRef, DOCUMENT, inject } from '@angular/core';

/** Does something at intervals for as long as the page stands and is looked at; to be called where a page is made. */
export function whileSeen(everyMs: number, work: () => void): void {
  const document = inject(DOCUMENT);
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') work();
  }, everyMs);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
}
