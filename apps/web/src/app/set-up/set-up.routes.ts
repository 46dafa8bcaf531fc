import type { Routes } from '@angular/router';

/** Where an installation without a program gets its first one; no session is asked for, but the token of its console. */
export const setUpRoutes: Routes = [
  {
    path: 'set-up',
    title: 'Set up',
    loadComponent: () => import('./set-up-page').then((file) => file.SetUpPage),
  },
];
