import type { Role } from '@countersign/domain/access';
import type { MemberRoleView } from '../people/views';
import type { PersonView, ProgramRolesView, RoleSpanView } from '../sessions/views';
import { dayFull } from './time';

/** What a person is in a program. */
export const personRoles: Readonly<Record<Role, string>> = {
  fellow: 'Fellow',
  supervisor: 'Supervisor',
  director: 'Program director',
  coordinator: 'Coordinator',
  institution: 'Institution’s education office',
  staff: 'Clinical staff',
};

/** A person’s name, and that the person has left the program. */
export function personInWords({ name, left }: Pick<PersonView, 'name' | 'left'>): string {
  return left === true ? `${name} (left the program)` : name;
}

/** The supervisor of an entry, and to whom it was handed over. */
export function supervisorInWords({
  supervisor,
  assigned,
}: {
  readonly supervisor?: PersonView;
  readonly assigned?: PersonView;
}): string | undefined {
  if (supervisor === undefined) return undefined;
  const named = personInWords(supervisor);
  return assigned === undefined ? named : `${named}, handed over to ${personInWords(assigned)}`;
}

/** A role as it is chosen and shown: `Fellow`, and once it has ended `Fellow (until Jun 30, 2026)`. */
export function heldRole({ role, lastOn }: Pick<ProgramRolesView, 'role' | 'lastOn'>): string {
  return lastOn === undefined ? personRoles[role] : `${personRoles[role]} (until ${dayFull(lastOn)})`;
}

/** What somebody reads who works in a role that has ended; null while it is in force. */
export function roleEnded({ programName, lastOn, closesOn }: ProgramRolesView): string | null {
  if (lastOn === undefined) return null;
  const ended = `Your training in ${programName} ended on ${dayFull(lastOn)}.`;
  return closesOn === undefined
    ? `${ended} Your log stays yours to read.`
    : `${ended} Until ${dayFull(closesOn)} you can still log days of your training and send drafts; your log stays yours to read.`;
}

/** What somebody reads about a role that has ended, or has not begun. */
export function roleOutside({ programName, role, fromOn, toOn, begun }: RoleSpanView): string {
  const what = `${personRoles[role]} in ${programName}`;
  return begun ? `${what}: ended on ${dayFull(toOn)}.` : `${what}: begins on ${dayFull(fromOn)}.`;
}

/** From this day on a last day means that none is set. */
const OPEN_END = '2999-01-01';

/** Whether a role ends on a day that somebody has set. */
export function hasLastDay(toOn: string): boolean {
  return toOn < OPEN_END;
}

/** A role in the list of people: `Fellow 2026–27, since Jul 1, 2026, until Jun 30, 2027`. */
export function memberRoleInWords({
  role,
  fromOn,
  toOn,
  cohort,
  tenure,
}: Pick<MemberRoleView, 'role' | 'fromOn' | 'toOn' | 'cohort' | 'tenure'>): string {
  const what = cohort === undefined ? personRoles[role] : `${personRoles[role]}, ${cohort}`;
  const until = hasLastDay(toOn) ? `, until ${dayFull(toOn)}` : '';
  if (tenure === 'to-come') return `${what}: from ${dayFull(fromOn)}${until}`;
  if (tenure === 'in-force') return `${what}: since ${dayFull(fromOn)}${until}`;
  return `${what}: ended on ${dayFull(toOn)}`;
}
