import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** Competencies that are asked for and signed. */
export const signOffsRoutes: Routes = [
  {
    path: 'sign-offs',
    title: 'Sign-offs',
    canMatch: [forRoles('supervisor', 'director', 'coordinator', 'fellow')],
    loadComponent: () => import('./sign-offs-page').then((file) => file.SignOffsPage),
  },
  {
    path: 'sign-offs/:signOffId',
    title: 'Sign-off',
    canMatch: [forRoles('supervisor', 'director', 'coordinator', 'fellow')],
    data: { frame: 'task' },
    loadComponent: () => import('./sign-off-page').then((file) => file.SignOffPage),
  },
];
