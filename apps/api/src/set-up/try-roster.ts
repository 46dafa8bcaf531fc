import { In } from 'typeorm';
import type { Setting } from '@countersign/domain/entry';
import { LATE_AFTER_DAYS } from '@countersign/domain/entry';
import type { Reading } from '../db/context';
import { PersonRow, RoleRow } from '../people/person.row';
import { civilDateAt } from '../platform/clock';
import { LeaveRow, ProgramRow, RotationRow, SiteRow } from '../programs/program.row';
import type { Roster } from './roster';
import { rosterChanges, type KeptParts, type RosterChanges, type SaidParts } from './roster-changes';
import { RosterError } from './roster-file';

/** A roster held against the program of its name. */
export interface RosterTrial extends RosterChanges {
  /** Null where there is none. */
  readonly programId: string | null;
  /** What the program holds. */
  readonly kept: KeptParts;
  /** Civil date there. */
  readonly today: string;
}

/**
 * What a roster would change in the program of its name, or all of it where there is none; reads only.
 * @param options isNew: it is another program, whatever others are called
 * @throws RosterError where there is more than one of the name
 */
export async function tryRoster(
  view: Reading,
  roster: Roster,
  { isNew = false }: { readonly isNew?: boolean } = {},
): Promise<RosterTrial> {
  const program = isNew ? null : await programOfName(view, roster.program);
  const today = civilDateAt(view.now, program?.timeZone ?? roster.timeZone);
  const kept = program === null ? nothing : await keptParts(view, program, roster);
  return {
    ...{ programId: program?.id ?? null, kept, today },
    ...rosterChanges(saidParts(roster), kept, today),
  };
}

/** The program of a name, however it is written; null where there is none. */
async function programOfName({ manager }: Reading, name: string): Promise<ProgramRow | null> {
  const programs = await manager.find(ProgramRow);
  const [first = null, second] = programs.filter(
    (one) => one.name.trim().toLowerCase() === name.toLowerCase(),
  );
  if (second !== undefined)
    throw new RosterError(
      `There is more than one program called ${name}: no file tells which. Change them under People and Year.`,
    );
  return first;
}

const nothing: KeptParts = { program: [], person: [], role: [], site: [], rotation: [], leave: [] };

/** What a file says, with what it leaves out as the program would have it. */
function saidParts(roster: Roster): SaidParts {
  const { program: name, institution, timeZone, people, sites } = roster;
  return {
    program: [
      {
        ...{ name, institution, timeZone, lateAfterDays: roster.lateAfterDays ?? LATE_AFTER_DAYS },
        closingDays: roster.closingDays ?? null,
        neededDetails: roster.neededDetails?.join(' ') ?? null,
      },
    ],
    person: people.map((person) => ({
      name: person.name,
      email: person.email.toLowerCase(),
      baseSpecialty: person.baseSpecialty ?? '',
      ...(person.formerEmail !== undefined && { formerEmail: person.formerEmail.toLowerCase() }),
    })),
    role: people.flatMap(({ email, roles }) =>
      roles.map(({ role, fromOn, toOn, cohort = null }) => ({
        ...{ email: email.toLowerCase(), role, fromOn, toOn, cohort },
      })),
    ),
    site: sites.map(({ name: site, setting }) => ({ name: site, setting })),
    rotation: roster.rotations.map(({ fellow, procedureDays = null, ...rest }) => ({
      ...{ ...rest, procedureDays, email: fellow.toLowerCase() },
    })),
    leave: roster.leave.map(({ fellow, ...rest }) => ({ ...rest, email: fellow.toLowerCase() })),
  };
}

/** What the program holds; of people also those whom the roster names, whose account is of another program so far. */
async function keptParts({ manager }: Reading, program: ProgramRow, roster: Roster): Promise<KeptParts> {
  const where = { programId: program.id };
  const order = { fromOn: 'ASC', id: 'ASC' } as const;
  const roles = await manager.find(RoleRow, { where, order });
  const named = roster.people.flatMap(({ email, formerEmail = email }) => [email, formerEmail]);
  const everybody = await manager.find(PersonRow, {
    where: [
      { id: In([...new Set(roles.map(({ personId }) => personId))]) },
      { email: In(named.map((email) => email.toLowerCase())) },
    ],
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const sites = await manager.find(SiteRow, { where, order: { name: 'ASC', id: 'ASC' } });
  const emails = new Map(everybody.map(({ id, email }) => [id, email]));
  const places = new Map(sites.map(({ id, name }) => [id, name]));
  const emailOf = (id: string): string => emails.get(id) ?? id;
  const rotations = await manager.find(RotationRow, { where, order });
  const leave = await manager.find(LeaveRow, { where, order });
  return {
    program: [program],
    person: everybody,
    role: roles.map((one) => ({ ...one, email: emailOf(one.personId) })),
    site: sites.map(({ id, name, setting }) => ({ id, name, setting: setting as Setting })),
    rotation: rotations.map((one) => ({
      ...{ ...one, email: emailOf(one.fellowId), site: places.get(one.siteId) ?? one.siteId },
    })),
    leave: leave.map((one) => ({ ...one, email: emailOf(one.fellowId) })),
  };
}
