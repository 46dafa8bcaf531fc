import { effect, untracked } from '@angular/core';
import { partOfAddress } from '../platform/in-address';
import type { VisitState } from './visit-state';

/**
 * Leads once to the entry that the address asks for, as soon as it is in the queue; among entries that are alike it gets a
 * card of its own. Call it where `inject` works.
 */
export function leadToAsked(visit: VisitState, goTo: (id: string) => void): void {
  const asked = partOfAddress('entry');
  let isLed = false;
  effect(() => {
    const place = visit.waiting().find(({ entry }) => entry.id === asked());
    if (isLed || !place) return;
    isLed = true;
    untracked(() => {
      visit.openEach([place.entry]);
      goTo(place.entry.id);
    });
  });
}
