import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';
import { keepUnsaved } from '../platform/keep-unsaved';

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
    path: 'requirements/edit',
    title: 'Draft requirements',
    canMatch: [forRoles('director', 'coordinator')],
    canDeactivate: [keepUnsaved],
    loadComponent: () => import('./edit-page').then((file) => file.EditPage),
  },
  {
    path: 'requirements/sources',
    title: 'Numbers with a source',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./sources-page').then((file) => file.SourcesPage),
  },
  {
    path: 'requirements/:setRowId',
    title: 'Requirement set',
    canMatch: [forRoles('fellow', 'supervisor', 'director', 'coordinator')],
    loadComponent: () => import('./set-page').then((file) => file.SetPage),
  },
];
