import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** The program as a whole. */
export const dashboardsRoutes: Routes = [
  {
    path: 'program',
    title: 'Program',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./program-page').then((file) => file.ProgramPage),
  },
];
