import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

const loadEntriesPage = () => import('./entries-page').then((file) => file.EntriesPage);

/** Lists of entries and one entry. */
export const entriesRoutes: Routes = [
  { path: 'entries', title: 'My log', canMatch: [forRoles('fellow')], loadComponent: loadEntriesPage },
  {
    path: 'entries/:entryId',
    title: 'Entry',
    canMatch: [forRoles('fellow', 'supervisor', 'director', 'coordinator')],
    loadComponent: () => import('./entry-page').then((file) => file.EntryPage),
  },
  {
    path: 'words-to-look-at',
    title: 'Words to look at',
    canMatch: [forRoles('director')],
    loadComponent: () => import('./stopped-texts-page').then((file) => file.StoppedTextsPage),
  },
  {
    path: 'fellows/:fellowId/entries',
    title: 'Entries',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: loadEntriesPage,
  },
];
