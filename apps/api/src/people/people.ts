import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { Role } from '@countersign/domain/access';
import type { Reading } from '../db/context';
import { PersonRow, RoleRow } from './person.row';

/** A person as programs show them. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly baseSpecialty: string;
}

/** Reads about people: who holds which role in a program, and what they are called. */
@Injectable()
export class People {
  /** People who hold a role in the program on a date, by name. */
  withRole(
    view: Reading,
    where: { readonly programId: string; readonly role: Role; readonly on: string },
  ): Promise<NamedPerson[]> {
    return inProgram(view, where.programId)
      .andWhere('held.role = :role AND held.fromOn <= :on AND held.toOn >= :on', where)
      .orderBy('person.name', 'ASC')
      .addOrderBy('person.id', 'ASC')
      .getMany();
  }

  /** Everybody who ever held a role in the program, by id, so that old entries keep their names. */
  async everybody(view: Reading, programId: string): Promise<ReadonlyMap<string, NamedPerson>> {
    const people = await inProgram(view, programId).getMany();
    return new Map(people.map((person) => [person.id, person]));
  }

  /** Everybody who is or was a fellow of the program, by name. */
  fellows(view: Reading, programId: string): Promise<NamedPerson[]> {
    return inProgram(view, programId)
      .andWhere("held.role = 'fellow'")
      .orderBy('person.name', 'ASC')
      .addOrderBy('person.id', 'ASC')
      .getMany();
  }
}

function inProgram({ manager }: Reading, programId: string): SelectQueryBuilder<PersonRow> {
  return manager
    .createQueryBuilder(PersonRow, 'person')
    .innerJoin(RoleRow, 'held', 'held.personId = person.id')
    .where('held.programId = :programId', { programId })
    .select(['person.id', 'person.name', 'person.baseSpecialty'])
    .distinct(true);
}
