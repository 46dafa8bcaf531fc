import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** Who decides in whose name. */
export const standingInRoutes: Routes = [
  {
    path: 'standing-in',
    title: 'Standing in',
    canMatch: [forRoles('supervisor', 'director', 'coordinator')],
    loadComponent: () => import('./standing-in-page').then((file) => file.StandingInPage),
  },
];
