import { Inject, Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';
import { can } from '@countersign/domain/access';
import type { Stretch } from '@countersign/domain/calendar';
import { checkDirected, checkRole } from '@countersign/domain/people';
import type { Refused } from '@countersign/domain/refusal';
import type { GiveRoleBody, RoleDatesBody } from '@countersign/contracts/people/bodies';
import type { Tx } from '../db/context';
import { PersonRow, RoleRow } from '../people/person.row';
import { must, problem, refuseAll } from '../platform/problem';
import { ProgramRow } from '../programs/program.row';
import { Programs, todayAt } from '../programs/programs';
import { Sessions } from '../sessions/sessions';

/** A person of a program. */
export interface MemberKey {
  readonly programId: string;
  readonly personId: string;
}

/** A role of a program. */
export interface RoleKey {
  readonly programId: string;
  readonly roleId: string;
}

/** Gives roles, moves their days and takes them back, one after another in a program, so that one director stays. */
@Injectable()
export class RolesHeld {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /**
   * Gives a role; sent again under the same id it is given once.
   * @param at pointer of the role in the body
   */
  async give(tx: Tx, { programId, personId }: MemberKey, body: GiveRoleBody, at = ''): Promise<void> {
    const { id, role, fromOn, toOn, cohort } = body;
    must(can.giveRole(tx.actor, programId, { role, ofId: personId }));
    await tx.hold(ProgramRow, { id: programId });
    const before = await tx.manager.findOneBy(RoleRow, { programId, id });
    if (before) {
      if (before.personId !== personId || before.role !== role) throw problem('people/id-taken');
      return;
    }
    const others = await tx.manager.findBy(RoleRow, { programId, personId, role });
    refuseAll(below(at, checkRole({ role, fromOn, toOn, cohort }, others)));
    await tx.insert(RoleRow, { programId, id, personId, role, fromOn, toOn, cohort: cohort ?? null });
    tx.record('role.given', { programId, id }, {});
  }

  /**
   * Sets first and last day. Whoever holds no role any more by that is signed out at once, save somebody who was a
   * fellow: the own log stays.
   * @throws ProblemException `people/changed` where the days are others than the page showed
   */
  async setDates(
    tx: Tx,
    key: RoleKey,
    { fromOn, toOn, seen }: RoleDatesBody,
    last = '/toOn',
  ): Promise<RoleRow> {
    const held = await this.load(tx, key);
    const { programId, id, personId, role } = held;
    const same = await tx.manager.findBy(RoleRow, { programId, personId, role });
    const refusals = checkRole(
      { role, fromOn, toOn },
      same.filter((other) => other.id !== id),
    );
    refuseAll(refusals.map((one) => (one.field === '/toOn' ? { ...one, field: last } : one)));
    await this.assertDirected(tx, held, { fromOn, toOn });
    const changed = await tx.update(RoleRow, { programId, id, ...seen }, { fromOn, toOn });
    if (changed === 0) throw problem('people/changed');
    tx.record('role.dates-set', { programId, id }, {});
    await this.endSessions(tx, held);
    return { ...held, fromOn, toOn };
  }

  /** Takes back a role that has not begun. @throws ProblemException `people/role-begun` */
  async takeBack(tx: Tx, key: RoleKey): Promise<void> {
    const held = await this.load(tx, key);
    const { programId, id, fromOn } = held;
    if (fromOn <= (await this.todayIn(tx, programId))) throw problem('people/role-begun');
    await this.assertDirected(tx, held, null);
    await tx.remove(RoleRow, { programId, id });
    tx.record('role.taken-back', { programId, id }, {});
  }

  /** The civil date at the program. */
  async todayIn(tx: Tx, programId: string): Promise<string> {
    return todayAt(await this.programs.load(tx, programId), tx);
  }

  /** Refuses what leaves a program without a director. @param left what is left of one role; null for nothing */
  async assertDirected(tx: Tx, held: RoleRow, left: Stretch | null): Promise<void> {
    if (held.role !== 'director') return;
    const { programId } = held;
    const before = await directorsOf(tx, programId);
    const others = before.filter(({ id }) => id !== held.id);
    const after = left !== null && others.length < before.length ? [...others, left] : others;
    refuseAll(checkDirected({ before, after }, await this.todayIn(tx, programId)));
  }

  /** A role that the actor may change, under the lock of its program. */
  private async load(tx: Tx, { programId, roleId: id }: RoleKey): Promise<RoleRow> {
    await tx.hold(ProgramRow, { id: programId });
    const held = await tx.manager.findOneBy(RoleRow, { programId, id });
    if (!held) throw problem('access/not-found');
    must(can.giveRole(tx.actor, programId, { role: held.role, ofId: held.personId }));
    return held;
  }

  private async endSessions(tx: Tx, { programId, personId }: RoleRow): Promise<void> {
    const today = await this.todayIn(tx, programId);
    const stays = await tx.manager.existsBy(RoleRow, [
      { personId, toOn: MoreThanOrEqual(today) },
      { personId, role: 'fellow' },
    ]);
    if (!stays) await this.sessions.closeAll(tx, personId, 'left');
  }
}

/** Everybody who directs the program some day and can sign in. */
function directorsOf({ manager }: Tx, programId: string): Promise<RoleRow[]> {
  return manager
    .createQueryBuilder(RoleRow, 'held')
    .innerJoin(PersonRow, 'person', 'person.id = held.personId')
    .where("held.programId = :programId AND held.role = 'director' AND person.disabledAt IS NULL", {
      programId,
    })
    .getMany();
}

function below(at: string, refusals: readonly Refused[]): Refused[] {
  return refusals.map((one) => (one.field === undefined ? one : { ...one, field: `${at}${one.field}` }));
}
