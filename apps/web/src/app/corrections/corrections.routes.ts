import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** What supervisors corrected: a fellow's own, and for the director what is contested. */
export const correctionsRoutes: Routes = [
  {
    path: 'corrections',
    title: 'Corrections',
    canMatch: [forRoles('fellow')],
    loadComponent: () => import('./corrections-page').then((file) => file.CorrectionsPage),
  },
  {
    path: 'contested',
    title: 'Contested corrections',
    canMatch: [forRoles('director')],
    loadComponent: () => import('./contested-page').then((file) => file.ContestedPage),
  },
];
