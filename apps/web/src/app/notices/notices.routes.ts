import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

/** What people are told of, and what became of the program’s mails. */
export const noticesRoutes: Routes = [
  {
    path: 'notices',
    title: 'Notices',
    loadComponent: () => import('./notices-page').then((file) => file.NoticesPage),
  },
  {
    path: 'mails',
    title: 'Mail',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () => import('./mails-page').then((file) => file.MailsPage),
  },
];

/** Where a link in a mail leads that stops its kind; no session is asked for. */
export const stopRoutes: Routes = [
  {
    path: 'unsubscribe',
    title: 'Stop mails',
    loadComponent: () => import('./unsubscribe-page').then((file) => file.UnsubscribePage),
  },
];
