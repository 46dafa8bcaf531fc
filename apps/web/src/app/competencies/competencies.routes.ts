import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

const loadProgressPage = () => import('./progress-page').then((file) => file.ProgressPage);
const loadEvidencePage = () => import('./evidence-page').then((file) => file.EvidencePage);

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
    loadComponent: loadEvidencePage,
  },
  {
    // The same numbers while signatures are asked for, also for those who may give them.
    path: 'sign-offs/:signOffId/evidence',
    title: 'Evidence',
    canMatch: [forRoles('supervisor', 'fellow', 'director', 'coordinator')],
    loadComponent: loadEvidencePage,
  },
];
