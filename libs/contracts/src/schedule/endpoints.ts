import { endpoint } from '../endpoint';
import type {
  AddLeaveBody,
  AddRotationBody,
  AddSiteBody,
  ChangeRotationBody,
  ChangeSiteBody,
} from './bodies';
import type { ScheduleView } from './views';

const days = [
  'people/impossible-date',
  'schedule/outside-training',
  'schedule/overlap',
  'people/reversed',
] as const;

/** Who is where, when. */
export const readSchedule = endpoint<{ view: ScheduleView }>()({
  method: 'GET',
  path: '/programs/:programId/schedule',
  action: 'people.manage',
  summary: 'Sites, and for each fellow of today or to come rotations and leave.',
  status: 200,
  problems: [],
});

/** Adds a site. */
export const addSite = endpoint<{ body: AddSiteBody; view: ScheduleView }>()({
  method: 'POST',
  path: '/programs/:programId/sites',
  action: 'people.manage',
  summary: 'Add a site.',
  status: 201,
  problems: ['schedule/id-taken', 'schedule/site-name-taken'],
});

/** Renames a site. */
export const changeSite = endpoint<{ body: ChangeSiteBody; view: ScheduleView }>()({
  method: 'PUT',
  path: '/programs/:programId/sites/:siteId',
  action: 'people.manage',
  summary: 'Change name and setting of a site; entries keep theirs.',
  status: 200,
  problems: ['access/not-found', 'schedule/changed', 'schedule/site-name-taken'],
});

/** Plans a rotation. */
export const addRotation = endpoint<{ body: AddRotationBody; view: ScheduleView }>()({
  method: 'POST',
  path: '/programs/:programId/rotations',
  action: 'people.manage',
  summary: 'Plan where a fellow is on some days.',
  status: 201,
  problems: ['schedule/id-taken', 'schedule/unknown-site', ...days],
});

/** Moves a rotation. */
export const changeRotation = endpoint<{ body: ChangeRotationBody; view: ScheduleView }>()({
  method: 'PUT',
  path: '/programs/:programId/rotations/:rotationId',
  action: 'people.manage',
  summary: 'Move or change a rotation.',
  status: 200,
  problems: ['access/not-found', 'schedule/changed', 'schedule/unknown-site', ...days],
});

/** Takes a rotation off the schedule. */
export const removeRotation = endpoint<{ view: ScheduleView }>()({
  method: 'DELETE',
  path: '/programs/:programId/rotations/:rotationId',
  action: 'people.manage',
  summary: 'Take a rotation off the schedule.',
  status: 200,
  problems: ['access/not-found'],
});

/** Plans leave. */
export const addLeave = endpoint<{ body: AddLeaveBody; view: ScheduleView }>()({
  method: 'POST',
  path: '/programs/:programId/leave',
  action: 'people.manage',
  summary: 'Plan days on which a fellow is away.',
  status: 201,
  problems: ['schedule/id-taken', ...days],
});

/** Takes leave back. */
export const removeLeave = endpoint<{ view: ScheduleView }>()({
  method: 'DELETE',
  path: '/programs/:programId/leave/:leaveId',
  action: 'people.manage',
  summary: 'Take leave off the schedule.',
  status: 200,
  problems: ['access/not-found'],
});
