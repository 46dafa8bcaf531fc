import { Injectable } from '@nestjs/common';
import { hasLeft, type Role } from '@countersign/domain/access';
import { isWithin } from '@countersign/domain/calendar';
import { tellApart } from '@countersign/domain/people';
import type { PersonView } from '@countersign/contracts/sessions/views';
import type { Reading } from '../db/context';
import { civilDateAt } from '../platform/clock';
import { grouped } from '../platform/grouped';
import { ProgramRow } from '../programs/program.row';
import { PersonRow, RoleRow } from './person.row';

/** A person as programs show them. */
export interface NamedPerson {
  readonly id: string;
  /** Told apart from others of the program who have the same one. */
  readonly name: string;
  readonly baseSpecialty: string;
  /** Of a fellow, with whom the training was started, in the program's own words; null for none. */
  readonly cohort: string | null;
  /** Every role of any kind has ended. */
  readonly left: boolean;
}

/** A role of a person of the program. */
interface RoleLine extends NamedPerson {
  readonly email: string;
  readonly role: Role;
  readonly fromOn: string;
  readonly toOn: string;
}

/** Reads about people: who holds which role in a program, and what they are called. One statement each. */
@Injectable()
export class People {
  /** People who hold a role in the program on a date, by name. */
  async withRole(
    view: Reading,
    { programId, role, on }: { readonly programId: string; readonly role: Role; readonly on: string },
  ): Promise<NamedPerson[]> {
    const lines = await rolesIn(view, programId);
    return onceEach(lines.filter((line) => line.role === role && isWithin(on, line)));
  }

  /** Everybody who ever held a role in the program, by id, so that old entries keep their names. */
  async everybody(view: Reading, programId: string): Promise<ReadonlyMap<string, NamedPerson>> {
    const people = onceEach(await rolesIn(view, programId));
    return new Map(people.map((one) => [one.id, one]));
  }

  /** Everybody who is or was a fellow of the program, by name; of several trainings the last one has the cohort. */
  async fellows(view: Reading, programId: string): Promise<NamedPerson[]> {
    const lines = await rolesIn(view, programId);
    return onceEach(lines.filter(({ role }) => role === 'fellow'));
  }
}

/** Every role that was ever held in the program, by name: all of them, so that people are called the same in every list. */
async function rolesIn({ manager, now }: Reading, programId: string): Promise<readonly RoleLine[]> {
  const lines = await manager
    .createQueryBuilder(PersonRow, 'person')
    .innerJoin(RoleRow, 'held', 'held.personId = person.id')
    .innerJoin(ProgramRow, 'program', 'program.id = held.programId')
    .where('held.programId = :programId', { programId })
    .select([
      'person.id AS id',
      'person.name AS name',
      'person.email AS email',
      'person.baseSpecialty AS baseSpecialty',
      'held.role AS role',
      'held.fromOn AS fromOn',
      'held.toOn AS toOn',
      'held.cohort AS cohort',
      'program.timeZone AS timeZone',
    ])
    .orderBy('person.name', 'ASC')
    .addOrderBy('person.id', 'ASC')
    .addOrderBy('held.fromOn', 'ASC')
    .getRawMany<Omit<RoleLine, 'left'> & { readonly timeZone: string }>();
  const names = tellApart(lines);
  const held = grouped(lines, ({ id }) => id);
  return lines.map(({ timeZone, ...line }) => ({
    ...line,
    name: names.get(line.id) ?? line.name,
    left: hasLeft(held.get(line.id) ?? [], civilDateAt(now, timeZone)),
  }));
}

/** Each person of these lines once, by the last line. */
function onceEach(lines: readonly RoleLine[]): NamedPerson[] {
  const people = lines.map(
    ({ id, name, baseSpecialty, cohort, left }) => [id, { id, name, baseSpecialty, cohort, left }] as const,
  );
  return [...new Map(people).values()];
}

/** A person as others see them: what they are called, and that they have left the program. */
export function personView({ id, name, left }: NamedPerson): PersonView {
  return { id, name, ...(left && { left }) };
}
