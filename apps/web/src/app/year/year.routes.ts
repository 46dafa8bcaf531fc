import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** Who is where, when: rotations, leave and sites. */
export const yearRoutes: Routes = [
  {
    path: 'year',
    title: 'Year',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./year-page').then((file) => file.YearPage),
  },
];
