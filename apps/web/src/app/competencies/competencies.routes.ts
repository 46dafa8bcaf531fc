import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

const loadProgressPage = () => import('./progress-page').then((file) => file.ProgressPage);

/** Where a fellow stands, and the entries behind each number. */
export const competenciesRoutes: Routes = [
  { path: 'progress', title: 'My progress', canMatch: [forRoles('fellow')], loadComponent: loadProgressPage },
  {
    path: 'fellows/:fellowId',
    title: 'Progress',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: loadProgressPage,
  },
  {
    path: 'fellows/:fellowId/competencies/:competencyId',
    title: 'Evidence',
    canMatch: [forRoles('fellow', 'director', 'coordinator')],
    loadComponent: () => import('./evidence-page').then((file) => file.EvidencePage),
  },
];
