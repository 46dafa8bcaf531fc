import { endpoint } from '../endpoint';
import type { AddQualificationBody, QualificationBody } from './bodies';
import type { ProgramQualificationsView, QualificationsView } from './views';

const ofFellow = '/programs/:programId/fellows/:fellowId/qualifications';

const written = [
  'people/impossible-date',
  'qualification/number',
  'qualification/reversed',
  'qualification/specialty-needed',
  'qualification/specialty-of-board',
  'qualification/title-needed',
] as const;

/** What a fellow is qualified by. */
export const readQualifications = endpoint<{ view: QualificationsView }>()({
  method: 'GET',
  path: ofFellow,
  action: 'qualification.read',
  summary: 'Licenses, registrations, boards and certificates of a fellow, each with where it stands today.',
  status: 200,
  problems: ['access/not-found'],
});

/** Writes one down. */
export const addQualification = endpoint<{ body: AddQualificationBody; view: QualificationsView }>()({
  method: 'POST',
  path: ofFellow,
  action: 'qualification.keep',
  summary: 'Write down a qualification of a fellow; sent twice it is there once.',
  status: 201,
  problems: ['access/not-found', 'qualification/id-taken', 'qualification/too-many', ...written],
});

/** Renews one, or sets it right. */
export const changeQualification = endpoint<{ body: QualificationBody; view: QualificationsView }>()({
  method: 'PUT',
  path: `${ofFellow}/:qualificationId`,
  action: 'qualification.keep',
  summary: 'Renew a qualification, or set right what is written of it.',
  status: 200,
  precondition: 'revision',
  problems: ['access/not-found', 'qualification/changed', 'qualification/ended', ...written],
});

/** Takes one off the list. */
export const endQualification = endpoint<{ view: QualificationsView }>()({
  method: 'POST',
  path: `${ofFellow}/:qualificationId/end`,
  action: 'qualification.keep',
  summary: 'Take a qualification off the list: nobody is told of it any more. It stays readable.',
  status: 200,
  precondition: 'revision',
  problems: ['access/not-found', 'qualification/changed'],
});

/** Those of every fellow. */
export const readProgramQualifications = endpoint<{ view: ProgramQualificationsView }>()({
  method: 'GET',
  path: '/programs/:programId/qualifications',
  action: 'qualification.list',
  summary:
    'The qualifications of the fellows of today and to come; who has something that expires first comes first.',
  status: 200,
  problems: [],
});
