import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** The program as a whole. */
export const dashboardsRoutes: Routes = [
  {
    path: 'program',
    title: 'Program',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./program-page').then((file) => file.ProgramPage),
  },
  {
    path: 'fellows/:fellowId/committee',
    title: 'Committee',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./committee-page').then((file) => file.CommitteePage),
  },
  {
    path: 'behind',
    title: 'Who is behind',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./behind-page').then((file) => file.BehindPage),
  },
  {
    path: 'forecasts',
    title: 'Forecasts',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./calibration-page').then((file) => file.CalibrationPage),
  },
  {
    path: 'yield',
    title: 'Where cases come from',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./yield-page').then((file) => file.YieldPage),
  },
  {
    path: 'case-mix',
    title: 'Case mix',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./case-mix-page').then((file) => file.CaseMixPage),
  },
];
