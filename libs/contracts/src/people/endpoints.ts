import { endpoint } from '../endpoint';
import type { AddPersonBody, ChangePersonBody, DepartureBody, GiveRoleBody, RoleDatesBody } from './bodies';
import type { PeopleImportBody, ImportTrialBody } from './roster-bodies';
import type { ImportTrialView } from './roster-views';
import type { MembersView } from './views';

/** Everybody of the program, with what they are. */
export const readMembers = endpoint<{ view: MembersView }>()({
  method: 'GET',
  path: '/programs/:programId/people',
  action: 'people.manage',
  summary: 'Everybody who holds or held a role in the program, by name, with roles and their days.',
  status: 200,
  problems: [],
});

/** Lets somebody in, with a first role. */
export const addPerson = endpoint<{ body: AddPersonBody; view: MembersView }>()({
  method: 'POST',
  path: '/programs/:programId/people',
  action: 'people.manage',
  summary: 'Add a person with a first role; one who has an account in another program keeps that.',
  status: 201,
  problems: [
    'people/cohort-of-fellow',
    'people/director-only',
    'people/email-taken',
    'people/id-taken',
    'people/impossible-date',
    'people/own-role',
    'people/reversed',
  ],
});

/** Changes what somebody is called, and with what they sign in. */
export const changePerson = endpoint<{ body: ChangePersonBody; view: MembersView }>()({
  method: 'PUT',
  path: '/programs/:programId/people/:personId',
  action: 'people.manage',
  summary: 'Change name, e-mail and base specialty of a person; names printed on signatures stay.',
  status: 200,
  problems: [
    'access/not-found',
    'people/changed',
    'people/director-only',
    'people/elsewhere',
    'people/email-taken',
  ],
});

/** Gives somebody of the program a further role. */
export const giveRole = endpoint<{ body: GiveRoleBody; view: MembersView }>()({
  method: 'POST',
  path: '/programs/:programId/people/:personId/roles',
  action: 'people.manage',
  summary: 'Give a person of the program a role from one day to another.',
  status: 201,
  problems: [
    'access/not-found',
    'people/cohort-of-fellow',
    'people/director-only',
    'people/id-taken',
    'people/impossible-date',
    'people/overlap',
    'people/own-role',
    'people/reversed',
  ],
});

/** Moves the first or last day of a role. */
export const setRoleDates = endpoint<{ body: RoleDatesBody; view: MembersView }>()({
  method: 'PUT',
  path: '/programs/:programId/roles/:roleId',
  action: 'people.manage',
  summary: 'Set the first and the last day of a role.',
  status: 200,
  problems: [
    'access/not-found',
    'people/changed',
    'people/director-only',
    'people/impossible-date',
    'people/last-director',
    'people/overlap',
    'people/own-role',
    'people/reversed',
  ],
});

/** Takes a role back that has not begun. */
export const takeRoleBack = endpoint<{ view: MembersView }>()({
  method: 'DELETE',
  path: '/programs/:programId/roles/:roleId',
  action: 'people.manage',
  summary: 'Take a role back that has not begun.',
  status: 200,
  problems: [
    'access/not-found',
    'people/director-only',
    'people/last-director',
    'people/own-role',
    'people/role-begun',
  ],
});

/** Ends a role and hands over what waits for its holder. */
export const departFrom = endpoint<{ body: DepartureBody; view: MembersView }>()({
  method: 'POST',
  path: '/programs/:programId/roles/:roleId/departure',
  action: 'people.manage',
  summary:
    'Set the last day of a role and hand over what waits; who holds no role any more is signed out at once.',
  status: 200,
  problems: [
    'access/not-found',
    'access/own-entry',
    'hand-over/not-supervisor',
    'hand-over/same',
    'people/changed',
    'people/director-only',
    'people/impossible-date',
    'people/last-director',
    'people/overlap',
    'people/own-role',
    'people/reversed',
    'people/who-takes-over',
  ],
});

/** Closes an account: nobody signs in with it, and its sessions end at once. */
export const disablePerson = endpoint<{ view: MembersView }>()({
  method: 'POST',
  path: '/programs/:programId/people/:personId/disabling',
  action: 'people.manage',
  summary: 'Close the account of a person; its sessions end at once, what the person did stays.',
  status: 200,
  problems: [
    'access/not-found',
    'people/director-only',
    'people/elsewhere',
    'people/last-director',
    'people/own-role',
  ],
});

/** Opens a closed account again. */
export const enablePerson = endpoint<{ view: MembersView }>()({
  method: 'POST',
  path: '/programs/:programId/people/:personId/enabling',
  action: 'people.manage',
  summary: 'Open the closed account of a person again.',
  status: 200,
  problems: ['access/not-found', 'people/director-only', 'people/elsewhere', 'people/own-role'],
});

/** Looks what would become of a roster. */
export const tryRoster = endpoint<{ body: ImportTrialBody; view: ImportTrialView }>()({
  method: 'POST',
  path: '/programs/:programId/roster-trials',
  action: 'people.manage',
  summary: 'Look what would become of a roster: each row is ready, or has one reason and perhaps one fix.',
  status: 200,
  bodyKb: 512,
  problems: [],
});

/** Brings in the rows of a roster that are ready. */
export const importRoster = endpoint<{ body: PeopleImportBody; view: MembersView }>()({
  method: 'POST',
  path: '/programs/:programId/roster-imports',
  action: 'people.manage',
  summary: 'Bring in the rows of a roster that are ready, all of them or none; the others are left out.',
  status: 201,
  bodyKb: 512,
  problems: [
    'people/changed',
    'people/cohort-of-fellow',
    'people/director-only',
    'people/id-taken',
    'people/impossible-date',
    'people/overlap',
    'people/own-role',
    'people/reversed',
  ],
});

/** Takes an import back. */
export const undoImport = endpoint<{ view: MembersView }>()({
  method: 'POST',
  path: '/programs/:programId/roster-imports/:importId/undo',
  action: 'people.manage',
  summary: 'Take the roles of an import back, within 30 days and while nobody of it has begun to use them.',
  status: 200,
  problems: ['access/not-found', 'people/import-in-use', 'people/import-over'],
});
