import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { RequirementSet } from '@countersign/domain/competency';
import type { Reading } from '../db/context';
import { civilDateAt } from '../platform/clock';
import { problem } from '../platform/problem';
import { ProgramRow, RequirementSetRow, RotationRow, SiteRow } from './program.row';

/** The civil date at the program when a request is answered. */
export function todayAt({ timeZone }: Pick<ProgramRow, 'timeZone'>, { now }: Pick<Reading, 'now'>): string {
  return civilDateAt(now, timeZone);
}

/** Reads about a program: itself, its sites, schedule and requirements. Each takes what is open. */
@Injectable()
export class Programs {
  /** A program by id. @throws ProblemException `access/not-found` */
  async load({ manager }: Reading, programId: string): Promise<ProgramRow> {
    const program = await manager.findOneBy(ProgramRow, { id: programId });
    if (!program) throw problem('access/not-found');
    return program;
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
