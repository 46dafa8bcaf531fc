import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';
import { keepUnsaved } from './keep-unsaved';

const loadEntriesPage = () => import('./entries-page').then((file) => file.EntriesPage);
const loadLogPage = () => import('./log-page').then((file) => file.LogPage);

/**
 * A fellow's start page, logging, lists of entries and one entry.
 * `data.frame: 'task'` gives the page the whole phone screen: the navigation at the bottom stays away.
 */
export const entriesRoutes: Routes = [
  {
    path: 'home',
    title: 'Home',
    canMatch: [forRoles('fellow')],
    loadComponent: () => import('./home-page').then((file) => file.HomePage),
  },
  {
    path: 'log',
    title: 'Log',
    canMatch: [forRoles('fellow')],
    canDeactivate: [keepUnsaved],
    data: { frame: 'task' },
    loadComponent: loadLogPage,
  },
  { path: 'entries', title: 'My log', canMatch: [forRoles('fellow')], loadComponent: loadEntriesPage },
  {
    path: 'entries/:entryId',
    title: 'Entry',
    canMatch: [forRoles('fellow', 'supervisor', 'director', 'coordinator')],
    loadComponent: () => import('./entry-page').then((file) => file.EntryPage),
  },
  {
    path: 'entries/:entryId/edit',
    title: 'Edit entry',
    canMatch: [forRoles('fellow')],
    canDeactivate: [keepUnsaved],
    data: { frame: 'task' },
    loadComponent: loadLogPage,
  },
  {
    path: 'fellows/:fellowId/entries',
    title: 'Entries',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: loadEntriesPage,
  },
];
