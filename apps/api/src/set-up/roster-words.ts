import { roles } from '@countersign/domain/access';
import { settings } from '@countersign/domain/entry';

const day = 'a day such as 2026-07-01';
const email = 'an e-mail address of at most 254 characters';
const count = 'a whole number from 0 to 366';
const text = (max: number) => `a text of 1 to ${max} characters`;

/** What each field of a roster may hold, by the last part of its pointer. */
const allowed: Readonly<Record<string, string>> = {
  program: text(200),
  institution: text(200),
  timeZone: 'an IANA time zone, such as America/Chicago, Asia/Kolkata or UTC',
  lateAfterDays: count,
  closingDays: count,
  people: 'a list of at least one person, each with name, email, password and roles',
  roles: 'a list of at least one role, each with role, fromOn and toOn',
  sites: 'a list of at least one site, each with name and setting',
  rotations: 'a list, which may be empty, each with fellow, site, name, fromOn, toOn and service',
  leave: 'a list, which may be empty, each with fellow, fromOn, toOn and kind',
  name: text(120),
  email,
  formerEmail: `${email}, or left out`,
  fellow: `${email}, that of a fellow of this roster`,
  baseSpecialty: `${text(80)}, or left out`,
  password: 'a text of 15 to 256 characters',
  role: `one of ${roles.join(', ')}`,
  cohort: `${text(40)}, such as 2026–27, or left out; for fellows only`,
  setting: `one of ${settings.join(', ')}`,
  site: 'the name of a site of this roster',
  fromOn: day,
  toOn: day,
  service: 'a whole number from 0 to 100 (percent on service)',
  procedureDays: 'a whole number from 1 to 5 (working days a week with procedures), or left out',
  kind: text(40),
};

/** The fields that each part of a roster has, by the name of its list; the roster itself under the empty name. */
const fields: Readonly<Record<string, readonly string[]>> = {
  '': [
    ...['program', 'institution', 'timeZone', 'lateAfterDays', 'closingDays'],
    ...['people', 'sites', 'rotations', 'leave'],
  ],
  people: ['name', 'email', 'formerEmail', 'baseSpecialty', 'password', 'roles'],
  roles: ['role', 'fromOn', 'toOn', 'cohort'],
  sites: ['name', 'setting'],
  rotations: ['fellow', 'site', 'name', 'fromOn', 'toOn', 'service', 'procedureDays'],
  leave: ['fellow', 'fromOn', 'toOn', 'kind'],
};

/** What a field of a roster may hold, by its JSON pointer. */
export function allowedAt(pointer: string): string {
  const [name = ''] = namesIn(pointer).slice(-1);
  return isPlace(pointer)
    ? `an object with ${(fields[name] ?? []).join(', ')}`
    : (allowed[name] ?? 'left out');
}

/** The fields that the part of a roster has in which the pointer stands. */
export function fieldsBeside(pointer: string): readonly string[] {
  const [list = ''] = namesIn(pointer.slice(0, pointer.lastIndexOf('/'))).slice(-1);
  return fields[list] ?? [];
}

/** The names in a pointer, without places in lists. */
function namesIn(pointer: string): string[] {
  return pointer.split('/').filter((part) => part !== '' && !/^\d+$/.test(part));
}

/** Whether the pointer leads to a place of a list. */
function isPlace(pointer: string): boolean {
  return /\/\d+$/.test(pointer);
}
