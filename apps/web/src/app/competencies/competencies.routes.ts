import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

const loadProgressPage = () => import('./progress-page').then((file) => file.ProgressPage);
const loadCompetencyPage = () => import('./competency-page').then((file) => file.CompetencyPage);

/** Where a fellow stands, and the entries behind each number. */
export const competenciesRoutes: Routes = [
  { path: 'progress', title: 'My progress', canMatch: [forRoles('fellow')], loadComponent: loadProgressPage },
  {
    path: 'progress/:competencyId',
    title: 'Competency',
    canMatch: [forRoles('fellow')],
    loadComponent: loadCompetencyPage,
  },
  {
    path: 'fellows/:fellowId',
    title: 'Progress',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: loadProgressPage,
  },
  {
    path: 'fellows/:fellowId/competencies/:competencyId',
    title: 'Competency',
    canMatch: [forRoles('fellow', 'supervisor', 'director', 'coordinator')],
    loadComponent: loadCompetencyPage,
  },
  {
    path: 'charts',
    title: 'Charts',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./charts-page').then((file) => file.ChartsPage),
  },
  {
    // The numbers of a competency while signatures are asked for, also for those who may give them.
    path: 'sign-offs/:signOffId/evidence',
    title: 'Evidence',
    canMatch: [forRoles('supervisor', 'fellow', 'director', 'coordinator')],
    loadComponent: () => import('./evidence-page').then((file) => file.EvidencePage),
  },
];
