import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** What waits in the program, for whom. */
export const waitingRoutes: Routes = [
  {
    path: 'waiting',
    title: 'Waiting entries',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./waiting-page').then((file) => file.WaitingPage),
  },
];
