import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** What a supervisor decides on. */
export const reviewsRoutes: Routes = [
  {
    path: 'queue',
    title: 'Queue',
    canMatch: [forRoles('supervisor')],
    loadComponent: () => import('./queue-page').then((file) => file.QueuePage),
  },
  {
    path: 'decided',
    title: 'What I decided',
    canMatch: [forRoles('supervisor')],
    loadComponent: () => import('./decided-page').then((file) => file.DecidedPage),
  },
];
