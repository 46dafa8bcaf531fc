import { roles, type Role } from '../access';
import { isCivilDate, type Stretch } from '../calendar';
import { looksAlike } from './tell-apart';

/** Columns of a roster; `anotherPerson` holds `yes` where somebody said that two of one name are two. */
export const rosterColumns = [
  ...(['name', 'email', 'role', 'fromOn', 'toOn'] as const),
  ...(['cohort', 'baseSpecialty', 'anotherPerson'] as const),
] as const;
/** One of {@link rosterColumns}. */
export type RosterColumn = (typeof rosterColumns)[number];
/** A row as it was typed; empty cells are left out. */
export type RosterRow = Readonly<Partial<Record<RosterColumn, string>>>;

/** What can be wrong with a row; one reason is said, the first that applies. */
export const rosterFaults = [
  ...([
    'name-missing',
    'email-wrong',
    'role-unknown',
    'role-not-yours',
    'day-impossible',
    'reversed',
  ] as const),
  ...(['cohort-of-fellow', 'twice', 'held-already', 'same-name'] as const),
] as const;
/** One of {@link rosterFaults}. */
export type RosterFault = (typeof rosterFaults)[number];

/** What is wrong with a row, where, and what would put it right. */
export interface RosterProblem {
  readonly fault: RosterFault;
  readonly column: RosterColumn;
  /** What the cell would have to hold; absent where only a person knows, or where the row is to be left out. */
  readonly fix?: string;
}

/** Somebody whom a row lets in. */
export interface RosterEntry extends Stretch {
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly role: Role;
  readonly cohort?: string;
  readonly baseSpecialty?: string;
}

/** A row as it was understood. */
export type RosterReading = { readonly entry: RosterEntry } | { readonly problem: RosterProblem };

/** A role that somebody holds in the program already. */
export interface RosterHeld extends Stretch {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** What programs call roles besides our own words. */
const otherNames: Readonly<Record<string, Role>> = {
  attending: 'supervisor',
  faculty: 'supervisor',
  physician: 'supervisor',
  resident: 'fellow',
  trainee: 'fellow',
  'program director': 'director',
  administrator: 'coordinator',
  'program coordinator': 'coordinator',
  nurse: 'staff',
  technician: 'staff',
  'clinical staff': 'staff',
  'education office': 'institution',
  gme: 'institution',
};

/**
 * Reads the rows of a roster against the program as it is: each is ready, or has one reason and, where one is to be had,
 * one fix. Nothing is changed by it.
 * @param mayGive roles that the reader may give
 */
export function readRoster(
  rows: readonly RosterRow[],
  { held, mayGive }: { readonly held: readonly RosterHeld[]; readonly mayGive: readonly Role[] },
): RosterReading[] {
  const before: RosterHeld[] = [...held];
  return rows.map((row) => {
    const reading = readRow(row, { before, held, mayGive });
    if ('entry' in reading) before.push(reading.entry);
    return reading;
  });
}

interface Known {
  /** What is held, and what the rows above let in. */
  readonly before: readonly RosterHeld[];
  readonly held: readonly RosterHeld[];
  readonly mayGive: readonly Role[];
}

function readRow(row: RosterRow, { before, held, mayGive }: Known): RosterReading {
  const wrong = (fault: RosterFault, column: RosterColumn, fix?: string): RosterReading => ({
    problem: { fault, column, ...(fix === undefined ? {} : { fix }) },
  });
  const [name, email] = [row.name?.trim() ?? '', row.email?.trim().toLowerCase() ?? ''];
  if (name === '') return wrong('name-missing', 'name');
  if (!/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)) return wrong('email-wrong', 'email');
  const typed = row.role?.trim().toLowerCase() ?? '';
  const role = roles.find((one) => one === typed);
  if (role === undefined) return wrong('role-unknown', 'role', otherNames[typed]);
  if (!mayGive.includes(role)) return wrong('role-not-yours', 'role');
  const days = { fromOn: dayOf(row.fromOn), toOn: dayOf(row.toOn) };
  for (const column of ['fromOn', 'toOn'] as const)
    if (!isCivilDate(days[column])) return wrong('day-impossible', column, lastOfMonth(days[column]));
  if (days.toOn < days.fromOn) return wrong('reversed', 'toOn');
  const [cohort, baseSpecialty] = [row.cohort?.trim() ?? '', row.baseSpecialty?.trim() ?? ''];
  if (cohort !== '' && role !== 'fellow') return wrong('cohort-of-fellow', 'cohort', '');
  const same = (one: RosterHeld): boolean =>
    one.email === email && one.role === role && one.fromOn <= days.toOn && days.fromOn <= one.toOn;
  if (held.some(same)) return wrong('held-already', 'role');
  if (before.some(same)) return wrong('twice', 'email');
  const alike = before.some((one) => one.email !== email && looksAlike(one.name, name));
  if (alike && row.anotherPerson !== 'yes') return wrong('same-name', 'anotherPerson', 'yes');
  const more = { ...(cohort === '' ? {} : { cohort }), ...(baseSpecialty === '' ? {} : { baseSpecialty }) };
  return { entry: { name, email, role, ...days, ...more } };
}

/** A day as `2027-06-30` or, as spreadsheets write it in the United States, `6/30/2027`. */
function dayOf(typed = ''): string {
  const text = typed.trim();
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The last day of the month that was meant, such as June 30 for June 31. */
function lastOfMonth(day: string): string | undefined {
  const [, month] = /^(\d{4}-\d{2})-(?:29|30|31)$/.exec(day) ?? [];
  return ['30', '29', '28'].map((last) => `${month}-${last}`).find(isCivilDate);
}
