import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** Who belongs to the program, and in which role. */
export const peopleRoutes: Routes = [
  {
    path: 'people',
    title: 'People',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./people-page').then((file) => file.PeoplePage),
  },
  {
    path: 'people/import',
    title: 'Import people',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./roster-page').then((file) => file.RosterPage),
  },
  {
    path: 'people/:personId',
    title: 'Person',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./person-page').then((file) => file.PersonPage),
  },
];
