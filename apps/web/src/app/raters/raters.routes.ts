import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** What ratings say of those who gave them. */
export const ratersRoutes: Routes = [
  {
    path: 'raters',
    title: 'Raters',
    canMatch: [forRoles('director')],
    loadComponent: () => import('./raters-page').then((file) => file.RatersPage),
  },
  {
    path: 'my-ratings',
    title: 'My ratings',
    canMatch: [forRoles('supervisor')],
    loadComponent: () => import('./my-ratings-page').then((file) => file.MyRatingsPage),
  },
];
