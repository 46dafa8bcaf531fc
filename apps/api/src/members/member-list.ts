import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can, CLOSING_DAYS, hasLeft, roles, tenureOf, type Role } from '@countersign/domain/access';
import { isWithin } from '@countersign/domain/calendar';
import { looksAlike, tellApart } from '@countersign/domain/people';
import type { MemberRoleView, MembersView, MemberView } from '@countersign/contracts/people/views';
import type { Reading } from '../db/context';
import { EntryRow } from '../entries/entry.row';
import { PersonRow, RoleRow } from '../people/person.row';
import { grouped } from '../platform/grouped';
import type { ProgramRow } from '../programs/program.row';
import { Programs, todayAt } from '../programs/programs';
import { accessesOf } from './accesses';
import { KeptAccounts } from './accounts';
import { ImportRoster } from './import-roster';

/** One role with its holder, as they come raw. */
interface MemberLine {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly baseSpecialty: string;
  readonly disabledAt: Date | string | null;
  readonly roleId: string;
  readonly role: Role;
  readonly fromOn: string;
  readonly toOn: string;
  readonly cohort: string | null;
}

/** Everybody of a program, with what they are and what waits for them. */
@Injectable()
export class MemberList {
  constructor(
    @Inject(KeptAccounts) private readonly accounts: KeptAccounts,
    @Inject(ImportRoster) private readonly rosters: ImportRoster,
    @Inject(Programs) private readonly programs: Programs,
  ) {}

  /** By name; of two who have the same one the older account stands first. Six statements. */
  async run(view: Reading, programId: string): Promise<MembersView> {
    const { actor } = view;
    const program = await this.programs.load(view, programId);
    const today = todayAt(program, view);
    const lines = await linesOf(view, programId);
    const called = tellApart(lines);
    const people = [...grouped(lines, ({ id }) => id).values()].sort(byName);
    const newest = await this.rosters.newest(view, programId);
    return {
      today,
      ...(newest === null
        ? {}
        : { lastImport: { id: newest.id, at: newest.importedAt, count: newest.roleIds.length } }),
      ...(program.factorFrom === null ? {} : { factorFrom: program.factorFrom }),
      people: await this.memberViews(view, people, { program, today }),
      supervisors: people.flatMap((own) => {
        const held = own.find(({ role, ...days }) => role === 'supervisor' && isWithin(today, days));
        return held ? { id: held.id, name: called.get(held.id) ?? held.name } : [];
      }),
      mayGive: roles.filter((role) => can.giveRole(actor, programId, { role, ofId: '' }).ok),
    };
  }

  private async memberViews(
    view: Reading,
    people: readonly (readonly MemberLine[])[],
    place: { readonly program: ProgramRow; readonly today: string },
  ): Promise<MemberView[]> {
    const ids = people.flatMap(([first]) => first?.id ?? []);
    const elsewhere = await this.accounts.elsewhere(view, ids);
    const waiting = await waitingFor(view, place.program.id);
    const accesses = await accessesOf(view, ids);
    return people.flatMap((own, nth) => {
      const [person] = own;
      if (!person) return [];
      const { id, name, email, baseSpecialty } = person;
      return {
        ...{ id, name, email, baseSpecialty },
        ...(hasLeft(own, place.today) && { left: true }),
        anotherPerson: people.slice(0, nth).some(([other]) => other && looksAlike(other.name, name)),
        disabled: person.disabledAt !== null,
        mayChange:
          !elsewhere.has(id) &&
          own.every(({ role }) => can.keepAccount(view.actor, place.program.id, role).ok),
        access: accesses.get(id) ?? { state: 'none' },
        waiting: waiting.get(id) ?? 0,
        roles: own.map((held) => roleView(view, held, place)),
      } satisfies MemberView;
    });
  }
}

function byName([one]: readonly MemberLine[], [other]: readonly MemberLine[]): number {
  const order = (one?.name ?? '').localeCompare(other?.name ?? '', 'en', { sensitivity: 'base' });
  return order === 0 ? ((one?.id ?? '') < (other?.id ?? '') ? -1 : 1) : order;
}

function roleView(
  { actor }: Reading,
  { id: ofId, roleId, role, fromOn, toOn, cohort }: MemberLine,
  { program, today }: { readonly program: ProgramRow; readonly today: string },
): MemberRoleView {
  return {
    ...{ id: roleId, role, fromOn, toOn },
    ...(cohort === null ? {} : { cohort }),
    tenure: tenureOf({ fromOn, toOn }, today, program.closingDays ?? CLOSING_DAYS),
    mayChange: can.giveRole(actor, program.id, { role, ofId }).ok,
  };
}

function linesOf({ manager }: Reading, programId: string): Promise<MemberLine[]> {
  return manager
    .createQueryBuilder(PersonRow, 'person')
    .innerJoin(RoleRow, 'held', 'held.personId = person.id')
    .where('held.programId = :programId', { programId })
    .select([
      'person.id AS id',
      'person.name AS name',
      'person.email AS email',
      'person.baseSpecialty AS baseSpecialty',
      'person.disabledAt AS disabledAt',
      'held.id AS roleId',
      'held.role AS role',
      'held.fromOn AS fromOn',
      'held.toOn AS toOn',
      'held.cohort AS cohort',
    ])
    .orderBy('held.toOn', 'DESC')
    .addOrderBy('held.id', 'ASC')
    .getRawMany<MemberLine>();
}

/** How many entries wait for whom. */
async function waitingFor({ manager }: Reading, programId: string): Promise<ReadonlyMap<string, number>> {
  const found = await manager
    .createQueryBuilder(EntryRow, 'entry')
    .where({ programId, state: In(['submitted', 'amended']) })
    .select('COALESCE(entry.assignedId, entry.supervisorId)', 'supervisorId')
    .addSelect('COUNT(*)', 'count')
    .groupBy('COALESCE(entry.assignedId, entry.supervisorId)')
    .getRawMany<{ supervisorId: string | null; count: number | string }>();
  return new Map(found.map(({ supervisorId, count }) => [supervisorId ?? '', Number(count)]));
}
