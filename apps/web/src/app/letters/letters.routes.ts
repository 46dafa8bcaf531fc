import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** Letters that prove themselves. */
export const lettersRoutes: Routes = [
  {
    path: 'letters',
    title: 'Letters',
    canMatch: [forRoles('fellow', 'director', 'coordinator')],
    loadComponent: () => import('./letters-page').then((file) => file.LettersPage),
  },
  {
    path: 'fellows/:fellowId/letter',
    title: 'Letter',
    canMatch: [forRoles('director')],
    loadComponent: () => import('./letter-page').then((file) => file.LetterPage),
  },
];
