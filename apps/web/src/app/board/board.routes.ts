import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** The supervision board of the program, and the links by which screens in wards show it. */
export const boardRoutes: Routes = [
  {
    path: 'board',
    title: 'Board',
    canMatch: [forRoles('fellow', 'supervisor', 'director', 'coordinator', 'staff')],
    loadComponent: () => import('./board-page').then((file) => file.BoardPage),
  },
  {
    path: 'board/displays',
    title: 'Displays',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./displays-page').then((file) => file.DisplaysPage),
  },
];

/** The same for a screen in a ward: no session, no navigation, nothing but the board. */
export const displayRoutes: Routes = [
  {
    path: 'display',
    title: 'Who may do what, today',
    loadComponent: () => import('./display-page').then((file) => file.DisplayPage),
  },
];
