import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** What competencies are measured by: read by everybody of the program, kept by director and coordinator. */
export const requirementsRoutes: Routes = [
  {
    path: 'requirements',
    title: 'Requirements',
    canMatch: [forRoles('fellow', 'supervisor', 'director', 'coordinator')],
    loadComponent: () => import('./requirements-page').then((file) => file.RequirementsPage),
  },
  {
    path: 'requirements/import',
    title: 'Import requirements',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./import-page').then((file) => file.ImportPage),
  },
  {
    path: 'requirements/:setRowId',
    title: 'Requirement set',
    canMatch: [forRoles('fellow', 'supervisor', 'director', 'coordinator')],
    loadComponent: () => import('./set-page').then((file) => file.SetPage),
  },
];
