import type { Routes } from '@angular/router';
import { forRoles, whileLogging } from '../platform/guards';

/** A fellow's start page. */
export const homeRoutes: Routes = [
  {
    path: 'home',
    title: 'Home',
    canMatch: [forRoles('fellow'), whileLogging],
    loadComponent: () => import('./home-page').then((file) => file.HomePage),
  },
];
