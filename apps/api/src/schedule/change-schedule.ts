import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { checkPlanned } from '@countersign/domain/people';
import type { Stretch } from '@countersign/domain/calendar';
import type {
  AddLeaveBody,
  AddRotationBody,
  AddSiteBody,
  ChangeRotationBody,
  ChangeSiteBody,
} from '@countersign/contracts/schedule/bodies';
import type { Tx } from '../db/context';
import { RoleRow } from '../people/person.row';
import { problem, ProblemException, refuseAll } from '../platform/problem';
import { LeaveRow, ProgramRow, RotationRow, SiteRow } from '../programs/program.row';

/** Leave as it is planned; a set-up file has words of its own for its kind. */
type NewLeave = Omit<AddLeaveBody, 'kind'> & Pick<LeaveRow, 'kind'>;

/** Changes sites, rotations and leave, one after another in a program, so that no two share a day. */
@Injectable()
export class ChangeSchedule {
  /** Added twice under one id it is there once. */
  async addSite(tx: Tx, programId: string, { id, name, setting }: AddSiteBody): Promise<void> {
    await tx.hold(ProgramRow, { id: programId });
    const before = await tx.manager.findOneBy(SiteRow, { programId, id });
    if (before) return sameOr(before.name === name && before.setting === setting);
    await this.assertFreeName(tx, programId, name);
    await tx.insert(SiteRow, { programId, id, name, setting });
    tx.record('site.added', { programId, id }, {});
  }

  /** @throws ProblemException `schedule/changed` where it has another name than the page showed */
  async changeSite(tx: Tx, key: { programId: string; siteId: string }, body: ChangeSiteBody): Promise<void> {
    const { programId, siteId: id } = key;
    const { name, setting, seenName } = body;
    await tx.hold(ProgramRow, { id: programId });
    if (!(await tx.manager.existsBy(SiteRow, { programId, id }))) throw problem('access/not-found');
    await this.assertFreeName(tx, programId, name, id);
    const changed = await tx.update(SiteRow, { programId, id, name: seenName }, { name, setting });
    if (changed === 0) throw problem('schedule/changed');
    tx.record('site.changed', { programId, id }, {});
  }

  /** Planned twice under one id it is there once. */
  async addRotation(tx: Tx, programId: string, body: AddRotationBody): Promise<void> {
    const { id, fellowId, siteId, name, fromOn, toOn, service, procedureDays = null } = body;
    await tx.hold(ProgramRow, { id: programId });
    const before = await tx.manager.findOneBy(RotationRow, { programId, id });
    if (before)
      return sameOr(before.fellowId === fellowId && before.fromOn === fromOn && before.toOn === toOn);
    await this.assertSite(tx, programId, siteId);
    const others = await tx.manager.findBy(RotationRow, { programId, fellowId });
    refuseAll(
      checkPlanned({ fromOn, toOn }, { training: await trainingOf(tx, programId, fellowId), others }),
    );
    const planned = { siteId, name, fromOn, toOn, service, procedureDays };
    await tx.insert(RotationRow, { programId, id, fellowId, ...planned });
    tx.record('rotation.planned', { programId, id }, {});
  }

  /** @throws ProblemException `schedule/changed` where it has other days than the page showed */
  async changeRotation(
    tx: Tx,
    key: { programId: string; rotationId: string },
    { siteId, name, fromOn, toOn, service, procedureDays, seen }: ChangeRotationBody,
  ): Promise<void> {
    const { programId, rotationId: id } = key;
    await tx.hold(ProgramRow, { id: programId });
    const before = await tx.manager.findOneBy(RotationRow, { programId, id });
    if (!before) throw problem('access/not-found');
    const { fellowId } = before;
    await this.assertSite(tx, programId, siteId);
    const others = await tx.manager.findBy(RotationRow, { programId, fellowId, id: Not(id) });
    refuseAll(
      checkPlanned({ fromOn, toOn }, { training: await trainingOf(tx, programId, fellowId), others }),
    );
    const { fromOn: seenFrom, toOn: seenTo } = seen;
    const where = { programId, id, fromOn: seenFrom, toOn: seenTo };
    const planned = { siteId, name, fromOn, toOn, service, procedureDays: procedureDays ?? null };
    const changed = await tx.update(RotationRow, where, planned);
    if (changed === 0) throw problem('schedule/changed');
    tx.record('rotation.changed', { programId, id }, {});
  }

  /** Takes a rotation off the schedule. */
  async removeRotation(
    tx: Tx,
    { programId, rotationId: id }: { programId: string; rotationId: string },
  ): Promise<void> {
    if ((await tx.remove(RotationRow, { programId, id })) === 0) throw problem('access/not-found');
    tx.record('rotation.removed', { programId, id }, {});
  }

  /** Planned twice under one id it is there once. */
  async addLeave(tx: Tx, programId: string, { id, fellowId, fromOn, toOn, kind }: NewLeave): Promise<void> {
    await tx.hold(ProgramRow, { id: programId });
    const before = await tx.manager.findOneBy(LeaveRow, { programId, id });
    if (before)
      return sameOr(before.fellowId === fellowId && before.fromOn === fromOn && before.toOn === toOn);
    const others = await tx.manager.findBy(LeaveRow, { programId, fellowId });
    refuseAll(
      checkPlanned({ fromOn, toOn }, { training: await trainingOf(tx, programId, fellowId), others }),
    );
    await tx.insert(LeaveRow, { programId, id, fellowId, fromOn, toOn, kind });
    tx.record('leave.planned', { programId, id }, {});
  }

  /** Takes leave off the schedule. */
  async removeLeave(
    tx: Tx,
    { programId, leaveId: id }: { programId: string; leaveId: string },
  ): Promise<void> {
    if ((await tx.remove(LeaveRow, { programId, id })) === 0) throw problem('access/not-found');
    tx.record('leave.removed', { programId, id }, {});
  }

  private async assertSite({ manager }: Tx, programId: string, id: string): Promise<void> {
    if (await manager.existsBy(SiteRow, { programId, id })) return;
    throw new ProblemException('schedule/unknown-site', [
      { pointer: '/siteId', code: 'schedule/unknown-site' },
    ]);
  }

  /** Sites of one name could not be told apart where an entry names one. */
  private async assertFreeName({ manager }: Tx, programId: string, name: string, except = ''): Promise<void> {
    if (!(await manager.existsBy(SiteRow, { programId, name, id: Not(except) }))) return;
    throw new ProblemException('schedule/site-name-taken', [
      { pointer: '/name', code: 'schedule/site-name-taken' },
    ]);
  }
}

/** The stretches in which somebody is a fellow of the program. */
function trainingOf({ manager }: Tx, programId: string, personId: string): Promise<Stretch[]> {
  return manager.findBy(RoleRow, { programId, personId, role: 'fellow' });
}

/** What was sent before is not sent again as something else. */
function sameOr(isSame: boolean): void {
  if (!isSame) throw problem('schedule/id-taken');
}
