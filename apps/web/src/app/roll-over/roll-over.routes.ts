import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** What is to be done when the academic year changes. */
export const rollOverRoutes: Routes = [
  {
    path: 'roll-over',
    title: 'Roll-over',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./roll-over-page').then((file) => file.RollOverPage),
  },
];
