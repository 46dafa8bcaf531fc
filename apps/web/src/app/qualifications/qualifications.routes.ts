import type { Routes } from '@angular/router';
import { forRoles } from '../platform/guards';

const ofOnePerson = () => import('./qualifications-page').then((file) => file.QualificationsPage);

/** Licenses, boards and certificates: one’s own, those of a fellow, those of the program by what expires next. */
export const qualificationsRoutes: Routes = [
  {
    path: 'my-qualifications',
    title: 'My qualifications',
    canMatch: [forRoles('fellow')],
    loadComponent: ofOnePerson,
  },
  {
    path: 'people/:personId/qualifications',
    title: 'Qualifications of a fellow',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: ofOnePerson,
  },
  {
    path: 'qualifications',
    title: 'Qualifications',
    canMatch: [forRoles('director', 'coordinator')],
    loadComponent: () =>
      import('./program-qualifications-page').then((file) => file.ProgramQualificationsPage),
  },
];
