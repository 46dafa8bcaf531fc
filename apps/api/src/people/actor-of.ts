import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Actor, Role } from '@countersign/domain/access';
import { flagOf } from '../db/columns';
import { civilDateAt } from '../platform/clock';
import { ProgramRow } from '../programs/program.row';
import { DelegationRow, RoleRow } from './person.row';

/** One role that a person holds some day, its program, and one supervisor for whom the person may stand in there. */
export interface HeldLine {
  readonly programId: string | null;
  readonly role: Role;
  readonly fromOn: string;
  readonly toOn: string;
  readonly programName: string;
  readonly timeZone: string;
  readonly demo: boolean | number;
  readonly standsInForId: string | null;
  readonly standsInFrom: string | null;
  readonly standsInTo: string | null;
}

/** A role in force today, with what the app shows of its program. */
export interface RoleToday {
  readonly programId: string;
  readonly role: Role;
  readonly programName: string;
  readonly demo: boolean;
}

/**
 * Joins to a query for a `person` all that {@link rolesToday} and {@link actorOf} read, so that who somebody is costs no
 * statement of its own. The rows come raw, as {@link HeldLine}s.
 */
export function withRoles<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
): SelectQueryBuilder<Row> {
  return query
    .leftJoin(RoleRow, 'held', 'held.personId = person.id')
    .leftJoin(ProgramRow, 'program', 'program.id = held.programId')
    .leftJoin(
      DelegationRow,
      'given',
      "given.delegateId = person.id AND given.programId = held.programId AND held.role = 'supervisor' AND given.acceptedAt IS NOT NULL",
    )
    .addSelect([
      'held.programId AS programId',
      'held.role AS role',
      'held.fromOn AS fromOn',
      'held.toOn AS toOn',
      'program.name AS programName',
      'program.timeZone AS timeZone',
      'program.demo AS demo',
      'given.supervisorId AS standsInForId',
      'given.fromOn AS standsInFrom',
      'given.toOn AS standsInTo',
    ])
    .orderBy('held.programId', 'ASC')
    .addOrderBy('held.id', 'ASC');
}

/** The roles in force at an instant, by the civil date of each program; each once. */
export function rolesToday(lines: readonly HeldLine[], now: number): readonly RoleToday[] {
  const found = new Map<string, RoleToday>();
  for (const line of lines) {
    const { programId, role, programName, demo } = line;
    if (programId === null || !isInForce(line, line, now)) continue;
    found.set(`${programId} ${role}`, { programId, role, programName, demo: flagOf(demo) });
  }
  return [...found.values()];
}

/** The person as the one who acts: the roles of today, and the supervisors for whom the person stands in today. */
export function actorOf(personId: string, lines: readonly HeldLine[], now: number): Actor {
  const standsInFor = lines.flatMap((line) => {
    const { programId, standsInForId: supervisorId, standsInFrom: fromOn, standsInTo: toOn } = line;
    if (programId === null || supervisorId === null || fromOn === null || toOn === null) return [];
    const isToday = isInForce(line, line, now) && isInForce({ fromOn, toOn }, line, now);
    return isToday ? [{ programId, supervisorId }] : [];
  });
  const roles = rolesToday(lines, now).map(({ programId, role }) => ({ programId, role }));
  return { personId, roles, ...(standsInFor.length > 0 ? { standsInFor } : {}) };
}

function isInForce(
  { fromOn, toOn }: { readonly fromOn: string; readonly toOn: string },
  { timeZone }: Pick<HeldLine, 'timeZone'>,
  now: number,
): boolean {
  const today = civilDateAt(now, timeZone);
  return fromOn <= today && today <= toOn;
}
