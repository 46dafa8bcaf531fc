import { Injectable } from '@nestjs/common';
import type { Role } from '@countersign/domain/access';
import { isWithin } from '@countersign/domain/calendar';
import { tellApart } from '@countersign/domain/people';
import type { PersonView } from '@countersign/contracts/sessions/views';
import type { Reading } from '../db/context';
import { PersonRow, RoleRow } from './person.row';

/** A person as programs show them. */
export interface NamedPerson {
  readonly id: string;
  /** Told apart from others of the program who have the same one. */
  readonly name: string;
  readonly baseSpecialty: string;
  /** Of a fellow, with whom the training was started, in the program's own words; null for none. */
  readonly cohort: string | null;
  /** Last day of the last role of any kind. */
  readonly lastOn: string;
}

/** A role of a person of the program. */
interface RoleLine extends Omit<NamedPerson, 'lastOn'> {
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
    return onceEach(
      lines.filter((line) => line.role === role && isWithin(on, line)),
      lines,
    );
  }

  /** Everybody who ever held a role in the program, by id, so that old entries keep their names. */
  async everybody(view: Reading, programId: string): Promise<ReadonlyMap<string, NamedPerson>> {
    const lines = await rolesIn(view, programId);
    return new Map(onceEach(lines, lines).map((one) => [one.id, one]));
  }

  /** Everybody who is or was a fellow of the program, by name; of several trainings the last one has the cohort. */
  async fellows(view: Reading, programId: string): Promise<NamedPerson[]> {
    const lines = await rolesIn(view, programId);
    return onceEach(
      lines.filter(({ role }) => role === 'fellow'),
      lines,
    );
  }
}

/** Every role that was ever held in the program, by name: all of them, so that people are called the same in every list. */
async function rolesIn({ manager }: Reading, programId: string): Promise<RoleLine[]> {
  const lines = await manager
    .createQueryBuilder(PersonRow, 'person')
    .innerJoin(RoleRow, 'held', 'held.personId = person.id')
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
    ])
    .orderBy('person.name', 'ASC')
    .addOrderBy('person.id', 'ASC')
    .addOrderBy('held.fromOn', 'ASC')
    .getRawMany<RoleLine>();
  const names = tellApart(lines);
  return lines.map((line) => ({ ...line, name: names.get(line.id) ?? line.name }));
}

/** Each person of these lines once, by the last line; `all` are those of every role. */
function onceEach(lines: readonly RoleLine[], all: readonly RoleLine[]): NamedPerson[] {
  const lastOn = new Map<string, string>();
  for (const { id, toOn } of all) if (toOn > (lastOn.get(id) ?? '')) lastOn.set(id, toOn);
  const people = lines.map(
    ({ id, name, baseSpecialty, cohort, toOn }) =>
      [id, { id, name, baseSpecialty, cohort, lastOn: lastOn.get(id) ?? toOn }] as const,
  );
  return [...new Map(people).values()];
}

/** A person as others see them on a day: what they are called, and that they have left the program. */
export function personOn({ id, name, lastOn }: NamedPerson, on: string): PersonView {
  return { id, name, ...(lastOn < on && { left: true }) };
}
