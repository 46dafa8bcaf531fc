import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { RequirementSet } from '@countersign/domain/competency';
import type { Role } from '@countersign/domain/access';
import type { Reading } from '../db/context';
import { PersonRow, RoleRow } from '../people/person.row';
import { civilDateAt } from '../platform/clock';
import { problem } from '../platform/problem';
import { ProgramRow, RequirementSetRow, RotationRow, SiteRow } from './program.row';

/** A person as programs show them. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly baseSpecialty: string;
}

/** The civil date at the program when a request is answered. */
export function todayAt({ timeZone }: Pick<ProgramRow, 'timeZone'>, { now }: Pick<Reading, 'now'>): string {
  return civilDateAt(now, timeZone);
}

/** Reads about a program: itself, its people, sites, schedule and requirements. Each takes what is open. */
@Injectable()
export class Programs {
  /** A program by id. @throws ProblemException `access/not-found` */
  async load({ manager }: Reading, programId: string): Promise<ProgramRow> {
    const program = await manager.findOneBy(ProgramRow, { id: programId });
    if (!program) throw problem('access/not-found');
    return program;
  }

  /** People who hold a role in the program on a date, by name. */
  async peopleWithRole(
    { manager }: Reading,
    where: { programId: string; role: Role; on: string },
  ): Promise<NamedPerson[]> {
    return manager
      .createQueryBuilder(PersonRow, 'person')
      .innerJoin(RoleRow, 'held', 'held.personId = person.id')
      .where(
        'held.programId = :programId AND held.role = :role AND held.fromOn <= :on AND held.toOn >= :on',
        where,
      )
      .select(['person.id', 'person.name', 'person.baseSpecialty'])
      .distinct(true)
      .orderBy('person.name', 'ASC')
      .getMany();
  }

  /** Everybody who ever held a role in the program, by id, so that old entries keep their names. */
  async everybody({ manager }: Reading, programId: string): Promise<ReadonlyMap<string, NamedPerson>> {
    const people = await manager
      .createQueryBuilder(PersonRow, 'person')
      .innerJoin(RoleRow, 'held', 'held.personId = person.id')
      .where('held.programId = :programId', { programId })
      .select(['person.id', 'person.name', 'person.baseSpecialty'])
      .distinct(true)
      .getMany();
    return new Map(people.map((person) => [person.id, person]));
  }

  /** Everybody who is or was a fellow of the program, by name. */
  async fellows({ manager }: Reading, programId: string): Promise<NamedPerson[]> {
    return manager
      .createQueryBuilder(PersonRow, 'person')
      .innerJoin(RoleRow, 'held', 'held.personId = person.id')
      .where("held.programId = :programId AND held.role = 'fellow'", { programId })
      .select(['person.id', 'person.name', 'person.baseSpecialty'])
      .distinct(true)
      .orderBy('person.name', 'ASC')
      .getMany();
  }

  /** Sites of the program, by name. */
  async sites({ manager }: Reading, programId: string): Promise<SiteRow[]> {
    return manager.find(SiteRow, { where: { programId }, order: { name: 'ASC' } });
  }

  /** The rotation that the schedule gives a fellow on a date, or null. */
  async rotationOn(
    { manager }: Reading,
    where: { programId: string; fellowId: string; on: string },
  ): Promise<RotationRow | null> {
    return manager
      .createQueryBuilder(RotationRow, 'rotation')
      .where(
        'rotation.programId = :programId AND rotation.fellowId = :fellowId AND rotation.fromOn <= :on AND rotation.toOn >= :on',
        where,
      )
      .orderBy('rotation.fromOn', 'DESC')
      .getOne();
  }

  /** The requirement set in force. @throws ProblemException `access/not-found` when none was published. */
  async requirements({ manager }: Reading, programId: string): Promise<RequirementSet> {
    const row = await manager.findOne(RequirementSetRow, {
      where: { programId, replacedAt: IsNull() },
      order: { publishedAt: 'DESC' },
    });
    if (!row) throw problem('access/not-found');
    return row.body as RequirementSet;
  }
}
