import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** How approvals are given. */
export const approvalsRoutes: Routes = [
  {
    path: 'approvals',
    title: 'Approvals',
    canMatch: [forRoles('director', 'coordinator', 'supervisor')],
    loadComponent: () => import('./approvals-page').then((file) => file.ApprovalsPage),
  },
];
