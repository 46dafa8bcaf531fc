import type { RosterColumn, RosterFault } from '@countersign/domain/people';

/** What the columns of a roster are called. */
export const rosterColumnWords: Readonly<Record<RosterColumn, string>> = {
  name: 'Name',
  email: 'E-mail',
  role: 'Role',
  fromOn: 'First day',
  toOn: 'Last day',
  cohort: 'Cohort',
  baseSpecialty: 'Base specialty',
  anotherPerson: 'Another person',
};

/** Why a row is not ready. */
export const rosterFaultWords: Readonly<Record<RosterFault, string>> = {
  'name-missing': 'The name is missing.',
  'email-wrong': 'This is no e-mail address.',
  'role-unknown': 'This is not a role here.',
  'role-not-yours': 'Only a director says who directs the program.',
  'day-impossible': 'This day is not in the calendar.',
  reversed: 'The last day is before the first.',
  'cohort-of-fellow': 'Only a fellow has a cohort.',
  twice: 'This person and role are in the roster twice.',
  'held-already': 'This person holds that role on these days already.',
  'same-name': 'Somebody has this name with another e-mail.',
};

/** What a fix does, as its button says. */
export function fixInWords(column: RosterColumn, fix: string): string {
  if (column === 'anotherPerson') return 'Another person';
  return fix === '' ? `Leave the ${rosterColumnWords[column].toLowerCase()} empty` : `Use ${fix}`;
}

/** What columns may be called in a file, in lower case. */
export const rosterHeaders: Readonly<Record<string, RosterColumn>> = {
  name: 'name',
  'full name': 'name',
  email: 'email',
  'e-mail': 'email',
  'work e-mail': 'email',
  'work email': 'email',
  role: 'role',
  'first day': 'fromOn',
  from: 'fromOn',
  start: 'fromOn',
  fromon: 'fromOn',
  'last day': 'toOn',
  to: 'toOn',
  until: 'toOn',
  end: 'toOn',
  toon: 'toOn',
  cohort: 'cohort',
  'base specialty': 'baseSpecialty',
  specialty: 'baseSpecialty',
};
