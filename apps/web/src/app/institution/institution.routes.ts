import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** What an institution's education office looks at. */
export const institutionRoutes: Routes = [
  {
    path: 'programs',
    title: 'Programs',
    canMatch: [forRoles('institution')],
    loadComponent: () => import('./programs-page').then((file) => file.ProgramsPage),
  },
];
