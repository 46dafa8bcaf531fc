import type { CanDeactivateFn } from '@angular/router';

/** A page that may hold something unsaved. */
export interface HoldsUnsaved {
  /** True when nothing would be lost, or the person says so. */
  mayLeave(): boolean | Promise<boolean>;
}

/** Asks before something that was typed is lost. */
export const keepUnsaved: CanDeactivateFn<HoldsUnsaved> = (page) => page.mayLeave();
