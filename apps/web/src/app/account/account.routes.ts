import type { Routes } from '@angular/router';

/** The own account, for everybody who is signed in. */
export const accountRoutes: Routes = [
  {
    path: 'account',
    title: 'Account',
    loadComponent: () => import('./account-page').then((file) => file.AccountPage),
  },
];

/** Where somebody asks for a new password in the place of a forgotten one; no session is asked for. */
const forgotten = {
  path: 'forgot-password',
  title: 'Forgotten password',
  loadComponent: () => import('./forgot-page').then((file) => file.ForgotPage),
};

/** Where a link leads with which somebody chooses a password; no session is asked for. */
export const welcomeRoutes: Routes = [
  {
    path: 'welcome',
    title: 'Choose a password',
    loadComponent: () => import('./welcome-page').then((file) => file.WelcomePage),
  },
  forgotten,
];
