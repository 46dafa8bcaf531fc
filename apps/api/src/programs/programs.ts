import { Injectable } from '@nestjs/common';
import type { Reading } from '../db/context';
import { RoleRow } from '../people/person.row';
import { civilDateAt } from '../platform/clock';
import { problem } from '../platform/problem';
import { ProgramRow, RotationRow, SiteRow } from './program.row';

/** The civil date at the program when a request is answered. */
export function todayAt({ timeZone }: Pick<ProgramRow, 'timeZone'>, { now }: Pick<Reading, 'now'>): string {
  return civilDateAt(now, timeZone);
}

/** The details that a program asks for, by id. */
export function neededDetailsOf({ neededDetails }: Pick<ProgramRow, 'neededDetails'>): string[] {
  return neededDetails?.split(' ').filter(Boolean) ?? [];
}

/** A program with its sites, and the rotations of one fellow. */
export interface ProgramSchedule {
  readonly program: ProgramRow;
  readonly sites: readonly SiteRow[];
  readonly rotations: readonly RotationRow[];
  /** The stretches in which the fellow is in training. */
  readonly training: readonly RoleRow[];
}

/** Reads about a program: itself, its sites and schedule. Each takes what is open. */
@Injectable()
export class Programs {
  /** A program by id. @throws ProblemException `access/not-found` */
  async load({ manager }: Reading, programId: string): Promise<ProgramRow> {
    const program = await manager.findOneBy(ProgramRow, { id: programId });
    if (!program) throw problem('access/not-found');
    return program;
  }

  /** The program with its sites by name, and where its schedule puts a fellow, the newest first; in one statement. */
  async scheduleOf(
    { manager }: Reading,
    where: { readonly programId: string; readonly fellowId: string },
  ): Promise<ProgramSchedule> {
    const program = (await manager
      .createQueryBuilder(ProgramRow, 'program')
      .leftJoinAndMapMany('program.sites', SiteRow, 'site', 'site.programId = program.id')
      .leftJoinAndMapMany(
        'program.rotations',
        RotationRow,
        'rotation',
        'rotation.programId = program.id AND rotation.fellowId = :fellowId',
      )
      .leftJoinAndMapMany(
        'program.training',
        RoleRow,
        'training',
        "training.programId = program.id AND training.personId = :fellowId AND training.role = 'fellow'",
      )
      .where('program.id = :programId', where)
      .orderBy('site.name', 'ASC')
      .addOrderBy('rotation.fromOn', 'DESC')
      .getOne()) as (ProgramRow & Omit<ProgramSchedule, 'program'>) | null;
    if (!program) throw problem('access/not-found');
    return { program, sites: program.sites, rotations: program.rotations, training: program.training };
  }
}
