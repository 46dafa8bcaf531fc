import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import {
  CLOSING_DAYS,
  leavesSomething,
  tenureOf,
  type Actor,
  type HeldRole,
  type Role,
  type Tenure,
} from '@countersign/domain/access';
import { dayAfter, isWithin, type Stretch } from '@countersign/domain/calendar';
import { flagOf, instantOf } from '../db/columns';
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
  readonly closingDays: number | null;
  readonly demo: boolean | number;
  readonly standsInForId: string | null;
  readonly standsInFrom: string | null;
  readonly standsInTo: string | null;
  readonly fallbackPersonId: string | null;
  readonly fallbackAfterDays: number | null;
  readonly factorFrom: Date | string | null;
}

/** A role as it stands today, with what the app shows of its program. */
export interface RoleToday extends HeldRole, Stretch {
  readonly programName: string;
  readonly timeZone: string;
  readonly demo: boolean;
  readonly tenure: Tenure;
  /** Last day on which the role’s training can still be logged. */
  readonly closesOn: string;
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
      "given.delegateId = person.id AND given.programId = held.programId AND held.role = 'supervisor' AND given.acceptedAt IS NOT NULL AND given.endedAt IS NULL",
    )
    .addSelect([
      'held.programId AS programId',
      'held.role AS role',
      'held.fromOn AS fromOn',
      'held.toOn AS toOn',
      'program.name AS programName',
      'program.timeZone AS timeZone',
      'program.closingDays AS closingDays',
      'program.demo AS demo',
      'given.supervisorId AS standsInForId',
      'given.fromOn AS standsInFrom',
      'given.toOn AS standsInTo',
      'program.fallbackPersonId AS fallbackPersonId',
      'program.fallbackAfterDays AS fallbackAfterDays',
      'program.factorFrom AS factorFrom',
    ])
    .orderBy('held.programId', 'ASC')
    .addOrderBy('held.id', 'ASC');
}

/**
 * Every role of a person as it stands at an instant, by the civil date of each program; each once: where it was held for
 * several stretches, as in the stretch that gives most today.
 */
export function rolesToday(lines: readonly HeldLine[], now: number): readonly RoleToday[] {
  const found = new Map<string, RoleToday>();
  for (const line of lines) {
    const role = roleToday(line, now);
    if (role === null) continue;
    const key = `${role.programId} ${role.role}`;
    const known = found.get(key);
    if (known === undefined || givesMore(role, known)) found.set(key, role);
  }
  return [...found.values()];
}

function roleToday(line: HeldLine, now: number): RoleToday | null {
  const { programId, role, fromOn, toOn, programName, timeZone } = line;
  if (programId === null) return null;
  const closingDays = line.closingDays ?? CLOSING_DAYS;
  const tenure = tenureOf(line, civilDateAt(now, timeZone), closingDays);
  return {
    ...{ programId, role, fromOn, toOn, programName, timeZone, tenure },
    ...(tenure === 'closing' || tenure === 'over' ? { ended: tenure } : {}),
    demo: flagOf(line.demo),
    closesOn: dayAfter(toOn, closingDays),
  };
}

/** Who approves, signs or administers. */
const guarded: readonly Role[] = ['supervisor', 'director', 'coordinator'];

/** From when on the person needs a second factor, by the programs in which they approve, sign or administer; null for never. */
export function factorNeededFrom(lines: readonly HeldLine[], now: number): number | null {
  const asked = lines.flatMap((line) => {
    const { programId, role, factorFrom } = line;
    if (programId === null || factorFrom === null || !guarded.includes(role)) return [];
    return isInForce(line, line, now) ? [instantOf(factorFrom)] : [];
  });
  return asked.length === 0 ? null : Math.min(...asked);
}

/** What gives most first. */
const byWorth: readonly Tenure[] = ['in-force', 'closing', 'over', 'to-come'];

function givesMore(one: RoleToday, other: RoleToday): boolean {
  const [mine, others] = [byWorth.indexOf(one.tenure), byWorth.indexOf(other.tenure)];
  // Of two that ended the later one counts.
  return mine === others ? one.toOn > other.toOn : mine < others;
}

/** Whether a role gives its holder anything today: it is in force, or leaves something after its end. */
export function givesSomething({ role, tenure }: Pick<RoleToday, 'role' | 'tenure'>): boolean {
  return tenure === 'in-force' || (tenure !== 'to-come' && leavesSomething(role));
}

/** The person as the one who acts: the roles of today, and the supervisors for whom the person stands in today. */
export function actorOf(personId: string, lines: readonly HeldLine[], now: number): Actor {
  const standsInFor = lines.flatMap((line) => {
    const { programId, standsInForId: supervisorId, standsInFrom: fromOn, standsInTo: toOn } = line;
    if (programId === null || supervisorId === null || fromOn === null || toOn === null) return [];
    const isToday = isInForce(line, line, now) && isInForce({ fromOn, toOn }, line, now);
    return isToday ? [{ programId, supervisorId }] : [];
  });
  const roles = rolesToday(lines, now)
    .filter(givesSomething)
    .map(({ programId, role, ended }) => ({ programId, role, ...(ended === undefined ? {} : { ended }) }));
  const fallbackFor = fallbacks(personId, lines, now);
  return {
    ...{ personId, roles },
    ...(standsInFor.length > 0 ? { standsInFor } : {}),
    ...(fallbackFor.length > 0 ? { fallbackFor } : {}),
  };
}

/** The programs whose fallback a person is while supervising there, each with until when an entry must have been sent. */
function fallbacks(
  personId: string,
  lines: readonly HeldLine[],
  now: number,
): { readonly programId: string; readonly sentUntil: number }[] {
  const own = lines.flatMap((line) => {
    const { programId, role, fallbackPersonId, fallbackAfterDays: days } = line;
    const isFallback = role === 'supervisor' && fallbackPersonId === personId && isInForce(line, line, now);
    return programId === null || days === null || !isFallback
      ? []
      : [[programId, now - days * DAY_MS] as const];
  });
  return [...new Map(own)].map(([programId, sentUntil]) => ({ programId, sentUntil }));
}

const DAY_MS = 86_400_000;

function isInForce(stretch: Stretch, { timeZone }: Pick<HeldLine, 'timeZone'>, now: number): boolean {
  return isWithin(civilDateAt(now, timeZone), stretch);
}
