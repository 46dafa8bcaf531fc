import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { DepartureBody } from '@countersign/contracts/people/bodies';
import type { Tx } from '../db/context';
import { EntryRow } from '../entries/entry.row';
import { RoleRow } from '../people/person.row';
import { problem, ProblemException } from '../platform/problem';
import { HandOver } from '../reviews/hand-over';
import { RolesHeld, type RoleKey } from './roles-held';

/** Somebody leaves: the role ends, what waits is handed over, and who holds no role any more is signed out, by one act. */
@Injectable()
export class Depart {
  constructor(
    @Inject(HandOver) private readonly handOver: HandOver,
    @Inject(RolesHeld) private readonly roles: RolesHeld,
  ) {}

  /**
   * Until the last day a supervisor decides as usual; once it has passed, somebody takes what is left.
   * @throws ProblemException `people/who-takes-over` where entries would wait for somebody who left
   */
  async run(tx: Tx, key: RoleKey, { lastOn, toId, seen }: DepartureBody): Promise<void> {
    const { programId, roleId: id } = key;
    const before = await tx.manager.findOneBy(RoleRow, { programId, id });
    if (!before) throw problem('access/not-found');
    const days = { fromOn: before.fromOn, toOn: lastOn, seen };
    const { role, personId } = await this.roles.setDates(tx, key, days, '/lastOn');
    if (role !== 'supervisor') return;
    const waiting = await waitingFor(tx, programId, personId);
    if (waiting.length === 0) return;
    if (toId !== undefined) {
      const entries = waiting.map((entry) => ({ id: entry.id, revision: entry.revision, toId }));
      await this.handOver.run(tx, programId, { entries });
    } else if (lastOn < (await this.roles.todayIn(tx, programId))) {
      throw new ProblemException('people/who-takes-over', [
        { pointer: '/toId', code: 'people/who-takes-over' },
      ]);
    }
  }
}

function waitingFor({ manager }: Tx, programId: string, personId: string): Promise<EntryRow[]> {
  return manager
    .createQueryBuilder(EntryRow, 'entry')
    .where({ programId, state: In(['submitted', 'amended']) })
    .andWhere('COALESCE(entry.assignedId, entry.supervisorId) = :personId', { personId })
    .orderBy('entry.id', 'ASC')
    .getMany();
}
