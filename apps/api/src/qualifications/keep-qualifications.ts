import { Injectable } from '@nestjs/common';
import { can } from '@countersign/domain/access';
import { checkQualification, MOST_QUALIFICATIONS } from '@countersign/domain/qualification';
import type { AddQualificationBody, QualificationBody } from '@countersign/contracts/qualifications/bodies';
import type { Tx } from '../db/context';
import { keepTexts, readTexts } from '../db/texts';
import { PersonRow, RoleRow } from '../people/person.row';
import { problem, refuseAll } from '../platform/problem';
import { QualificationRow } from './qualification.row';

/** Whose qualifications. */
export interface OfFellow {
  readonly programId: string;
  readonly fellowId: string;
}

/** A qualification in the state that the caller saw. */
export interface SeenQualification extends OfFellow {
  readonly qualificationId: string;
  readonly revision: number;
}

type Written = Omit<QualificationBody, 'noPatient'>;

/** Writes down, renews and ends what fellows are qualified by. */
@Injectable()
export class KeepQualifications {
  /**
   * Written down twice under one id it is there once.
   * @throws ProblemException as `checkQualification`, `access/not-found`, `qualification/too-many`, and
   * `qualification/id-taken` where the id names something else
   */
  async add(tx: Tx, of: OfFellow, { id, ...body }: AddQualificationBody): Promise<void> {
    const { programId, fellowId: personId } = of;
    await assertKept(tx, of);
    refuseAll(checkQualification(body));
    // One after another, so that nobody passes the most by writing two at once.
    await tx.hold(PersonRow, { id: personId });
    const before = await tx.manager.findOneBy(QualificationRow, { programId, id });
    if (before) {
      if (before.personId === personId && isSame(before, body)) return;
      throw problem('qualification/id-taken');
    }
    if ((await tx.manager.countBy(QualificationRow, { programId, personId })) >= MOST_QUALIFICATIONS)
      throw problem('qualification/too-many');
    const written = await this.written(tx, programId, body);
    await tx.insert(QualificationRow, { programId, id, personId, ...written, endedAt: null, revision: 1 });
    tx.record('qualification.added', { programId, id }, {});
  }

  /**
   * Puts what is written now in the place of what was.
   * @throws ProblemException as `checkQualification`, `access/not-found`, `qualification/ended`, and
   * `qualification/changed` where somebody was faster
   */
  async change(tx: Tx, seen: SeenQualification, body: QualificationBody): Promise<void> {
    const { programId, qualificationId: id, revision } = seen;
    const before = await this.load(tx, seen);
    if (before.endedAt !== null) throw problem('qualification/ended');
    refuseAll(checkQualification(body));
    const written = await this.written(tx, programId, body, before);
    await this.replace(tx, { programId, id, revision }, written);
    tx.record('qualification.changed', { programId, id }, {});
  }

  /**
   * Takes one off the list; it stays readable. Ended twice it is ended once.
   * @throws ProblemException `access/not-found`, `qualification/changed` where somebody was faster
   */
  async end(tx: Tx, seen: SeenQualification): Promise<void> {
    const { programId, qualificationId: id, revision } = seen;
    const { endedAt } = await this.load(tx, seen);
    if (endedAt !== null) return;
    await this.replace(tx, { programId, id, revision }, { endedAt: tx.now, ...byActor(tx) });
    tx.record('qualification.ended', { programId, id }, {});
  }

  private async load(tx: Tx, { qualificationId: id, ...of }: SeenQualification): Promise<QualificationRow> {
    const { programId, fellowId: personId } = of;
    await assertKept(tx, of);
    const row = await tx.manager.findOneBy(QualificationRow, { programId, id, personId });
    if (!row) throw problem('access/not-found');
    return row;
  }

  private async replace(
    tx: Tx,
    where: { readonly programId: string; readonly id: string; readonly revision: number },
    set: Partial<QualificationRow>,
  ): Promise<void> {
    const changed = await tx.update(QualificationRow, where, { ...set, revision: where.revision + 1 });
    if (changed === 0) throw problem('qualification/changed');
  }

  private async written(tx: Tx, programId: string, body: Written, before?: QualificationRow) {
    const { note } = body;
    const known = await readTexts(tx, programId, [before?.note]);
    const idOf = await keepTexts(tx, programId, note === undefined ? [] : [note], known);
    return { ...columnsOf(body), note: note === undefined ? null : idOf(note), ...byActor(tx) };
  }
}

/**
 * That the actor may keep them, and that they are of somebody who is or was a fellow here, or will be.
 * @throws ProblemException `access/not-found`: whoever may not is told no more than that there is nobody
 */
async function assertKept(tx: Tx, { programId, fellowId }: OfFellow): Promise<void> {
  const mayKeep = can.keepQualifications(tx.actor, programId, fellowId).ok;
  if (mayKeep && (await isFellow(tx, programId, fellowId))) return;
  throw problem('access/not-found');
}

function isFellow({ manager }: Tx, programId: string, personId: string): Promise<boolean> {
  return manager.existsBy(RoleRow, { programId, personId, role: 'fellow' });
}

function byActor({ actor, now }: Tx): Pick<QualificationRow, 'changedById' | 'changedAt'> {
  return { changedById: actor.personId, changedAt: now };
}

function columnsOf(body: Written) {
  const { kind, issuer, standing } = body;
  const { specialty = null, title = null, jurisdiction = null, fromOn = null, expiresOn = null } = body;
  return { kind, specialty, title, issuer, jurisdiction, standing, fromOn, expiresOn };
}

function isSame(row: QualificationRow, body: Written): boolean {
  return Object.entries(columnsOf(body)).every(
    ([column, value]) => row[column as keyof QualificationRow] === value,
  );
}
