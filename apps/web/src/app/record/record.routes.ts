import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** What the record is, and what proves it. */
export const recordRoutes: Routes = [
  {
    path: 'record',
    title: 'Record',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./record-page').then((file) => file.RecordPage),
  },
];
