import type { Routes } from '@angular/router';
import { accountRoutes, welcomeRoutes } from './account/account.routes';
import { approvalsRoutes } from './approvals/approvals.routes';
import { boardRoutes, displayRoutes } from './board/board.routes';
import { competenciesRoutes } from './competencies/competencies.routes';
import { correctionsRoutes } from './corrections/corrections.routes';
import { dashboardsRoutes } from './dashboards/dashboards.routes';
import { entriesRoutes } from './entries/entries.routes';
import { homeRoutes } from './home/home.routes';
import { institutionRoutes } from './institution/institution.routes';
import { lettersRoutes } from './letters/letters.routes';
import { loggingRoutes } from './logging/logging.routes';
import { noticesRoutes, stopRoutes } from './notices/notices.routes';
import { peopleRoutes } from './people/people.routes';
import { onlySignedIn, onlySignedOut, toStartPage } from './platform/guards';
import { qualificationsRoutes } from './qualifications/qualifications.routes';
import { ratersRoutes } from './raters/raters.routes';
import { recordRoutes } from './record/record.routes';
import { requirementsRoutes } from './requirements/requirements.routes';
import { reviewsRoutes } from './reviews/reviews.routes';
import { standingInRoutes } from './standing-in/standing-in.routes';
import { waitingRoutes } from './waiting/waiting.routes';
import { rollOverRoutes } from './roll-over/roll-over.routes';
import { Shell } from './shell/shell';
import { setUpRoutes } from './set-up/set-up.routes';
import { yearRoutes } from './year/year.routes';
import { signOffsRoutes } from './sign-offs/sign-offs.routes';

/** Every address of the app. The feature lists hold addresses only; each page is loaded when it is first opened. */
export const routes: Routes = [
  {
    path: 'sign-in',
    title: 'Sign in',
    canActivate: [onlySignedOut],
    loadComponent: () => import('./sign-in/sign-in-page').then((file) => file.SignInPage),
  },
  {
    // For anyone: no session is asked for, and none is needed.
    path: 'verify',
    title: 'Verify a letter',
    loadComponent: () => import('./verify/verify-page').then((file) => file.VerifyPage),
  },
  ...welcomeRoutes,
  ...setUpRoutes,
  ...stopRoutes,
  ...displayRoutes,
  { path: '', pathMatch: 'full', canActivate: [toStartPage], children: [] },
  {
    path: '',
    component: Shell,
    canActivate: [onlySignedIn],
    children: [
      ...homeRoutes,
      ...loggingRoutes,
      ...entriesRoutes,
      ...reviewsRoutes,
      ...correctionsRoutes,
      ...approvalsRoutes,
      ...standingInRoutes,
      ...signOffsRoutes,
      ...waitingRoutes,
      ...peopleRoutes,
      ...qualificationsRoutes,
      ...yearRoutes,
      ...rollOverRoutes,
      ...accountRoutes,
      ...dashboardsRoutes,
      ...institutionRoutes,
      ...ratersRoutes,
      ...competenciesRoutes,
      ...requirementsRoutes,
      ...boardRoutes,
      ...lettersRoutes,
      ...recordRoutes,
      ...noticesRoutes,
      {
        path: 'start',
        title: 'Start',
        loadComponent: () => import('./shell/no-pages-page').then((file) => file.NoPagesPage),
      },
      {
        path: '**',
        title: 'Not found',
        loadComponent: () => import('./shell/not-found-page').then((file) => file.NotFoundPage),
      },
    ],
  },
];
