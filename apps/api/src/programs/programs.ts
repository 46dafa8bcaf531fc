import { Inject, Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { RequirementSet } from '@countersign/domain/competency';
import type { Role } from '@countersign/domain/access';
import { Db } from '../db/db';
import { PersonRow, RoleRow } from '../people/person.row';
import { civilDateAt, Clock } from '../platform/clock';
import { problem } from '../platform/problem';
import { ProgramRow, RequirementSetRow, RotationRow, SiteRow } from './program.row';

/** A person as programs show them. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly baseSpecialty: string;
}

/** Reads about a program: itself, its people, sites, schedule and requirements. Each takes the open manager. */
@Injectable()
export class Programs {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A program by id, in a read of its own. */
  async find(programId: string): Promise<ProgramRow> {
    return this.db.read((manager) => this.load(manager, programId));
  }

  /** A program by id. @throws ProblemException `access/not-found` */
  async load(manager: EntityManager, programId: string): Promise<ProgramRow> {
    const program = await manager.findOneBy(ProgramRow, { id: programId });
    if (!program) throw problem('access/not-found');
    return program;
  }

  /** The instant for which numbers are read. */
  now(): number {
    return this.clock.now();
  }

  /** The civil date at the program now. */
  today(program: ProgramRow): string {
    return civilDateAt(this.clock.now(), program.timeZone);
  }

  /** People who hold a role in the program on a date, by name. */
  async peopleWithRole(
    manager: EntityManager,
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
  async everybody(manager: EntityManager, programId: string): Promise<ReadonlyMap<string, NamedPerson>> {
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
  async fellows(manager: EntityManager, programId: string): Promise<NamedPerson[]> {
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
  async sites(manager: EntityManager, programId: string): Promise<SiteRow[]> {
    return manager.find(SiteRow, { where: { programId }, order: { name: 'ASC' } });
  }

  /** The rotation that the schedule gives a fellow on a date, or null. */
  async rotationOn(
    manager: EntityManager,
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
  async requirements(manager: EntityManager, programId: string): Promise<RequirementSet> {
    const row = await manager.findOne(RequirementSetRow, {
      where: { programId, replacedAt: IsNull() },
      order: { publishedAt: 'DESC' },
    });
    if (!row) throw problem('access/not-found');
    return row.body as RequirementSet;
  }
}
