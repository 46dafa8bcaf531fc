import type { Setting } from '@countersign/domain/entry';
import { LATE_AFTER_DAYS } from '@countersign/domain/entry';
import type { Reading } from '../db/context';
import { PersonRow, RoleRow } from '../people/person.row';
import { civilDateAt } from '../platform/clock';
import { LeaveRow, ProgramRow, RotationRow, SiteRow } from '../programs/program.row';
import type { Roster } from './roster';
import { rosterDifference, type HeldRoster, type RosterDifference } from './roster-difference';

/** What a roster would change in the program of its name, or all of it where there is none; reads only. */
export async function tryRosterFile(view: Reading, roster: Roster): Promise<RosterDifference> {
  const programs = await view.manager.find(ProgramRow, { order: { createdAt: 'ASC', id: 'ASC' } });
  const name = roster.program.toLowerCase();
  const program = programs.find((one) => one.name.trim().toLowerCase() === name);
  const wanted: HeldRoster = {
    ...roster,
    lateAfterDays: roster.lateAfterDays ?? LATE_AFTER_DAYS,
    closingDays: roster.closingDays ?? null,
    neededDetails: roster.neededDetails?.join(' ') ?? null,
  };
  const held = program === undefined ? null : await heldRoster(view, program);
  return rosterDifference(wanted, held, civilDateAt(view.now, program?.timeZone ?? roster.timeZone));
}

async function heldRoster({ manager }: Reading, program: ProgramRow): Promise<HeldRoster> {
  const where = { programId: program.id };
  const roles = await manager.findBy(RoleRow, where);
  const everybody = await manager
    .createQueryBuilder(PersonRow, 'person')
    .innerJoin(RoleRow, 'held', 'held.personId = person.id AND held.programId = :programId', where)
    .getMany();
  const sites = await manager.findBy(SiteRow, where);
  const emails = new Map(everybody.map(({ id, email }) => [id, email]));
  const places = new Map(sites.map(({ id, name }) => [id, name]));
  const fellowOf = ({ fellowId }: { readonly fellowId: string }): { fellow: string } => ({
    fellow: emails.get(fellowId) ?? fellowId,
  });
  const rotations = await manager.findBy(RotationRow, where);
  const leave = await manager.findBy(LeaveRow, where);
  return {
    ...program,
    people: everybody.map((person) => ({
      ...person,
      roles: roles
        .filter(({ personId }) => personId === person.id)
        .map(({ role, fromOn, toOn, cohort }) => ({
          role,
          fromOn,
          toOn,
          ...(cohort === null ? {} : { cohort }),
        })),
    })),
    sites: sites.map(({ name, setting }) => ({ name, setting: setting as Setting })),
    rotations: rotations.map(({ procedureDays, ...one }) => ({
      ...one,
      ...(procedureDays !== null && { procedureDays }),
      ...fellowOf(one),
      site: places.get(one.siteId) ?? one.siteId,
    })),
    leave: leave.map((one) => ({ ...one, ...fellowOf(one) })),
  };
}
