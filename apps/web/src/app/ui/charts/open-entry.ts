import type { Router } from '@angular/router';

/** Follows the link of a point in a drawing to its entry, unless the reader wants it in another tab: there the browser does. */
export function openEntry(event: MouseEvent, router: Router, entryId: string): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void router.navigate(['/entries', entryId]);
}
