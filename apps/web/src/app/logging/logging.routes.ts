import type { Routes } from '@angular/router';
import { forRoles, whileLogging } from '../platform/guards';
import { keepUnsaved } from '../platform/keep-unsaved';

const loadLogPage = () => import('./log-page').then((file) => file.LogPage);

/**
 * Logging an entry, and changing one that is logged.
 * `data.frame: 'task'` gives the page the whole phone screen: the navigation at the bottom stays away.
 */
export const loggingRoutes: Routes = [
  {
    path: 'log',
    title: 'Log',
    canMatch: [forRoles('fellow'), whileLogging],
    canDeactivate: [keepUnsaved],
    data: { frame: 'task' },
    loadComponent: loadLogPage,
  },
  {
    path: 'entries/:entryId/edit',
    title: 'Edit entry',
    canMatch: [forRoles('fellow'), whileLogging],
    canDeactivate: [keepUnsaved],
    data: { frame: 'task' },
    loadComponent: loadLogPage,
  },
];
