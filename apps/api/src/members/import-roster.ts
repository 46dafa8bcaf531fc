import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { can, roles } from '@countersign/domain/access';
import { readRoster, type RosterEntry, type RosterHeld, type RosterRow } from '@countersign/domain/people';
import type { PeopleImportBody } from '@countersign/contracts/people/roster-bodies';
import type { ImportTrialView } from '@countersign/contracts/people/roster-views';
import { atOrAfter } from '../db/columns';
import type { Reading, Tx } from '../db/context';
import { newSalt } from '../db/salt';
import { EntryRow } from '../entries/entry.row';
import { CredentialRow, PersonRow, RoleRow } from '../people/person.row';
import { problem, ProblemException } from '../platform/problem';
import { ProgramRow } from '../programs/program.row';
import { RolesHeld } from './roles-held';
import { QualificationRow } from '../qualifications/qualification.row';
import { RosterImportRow } from './roster-import.row';

/** How long an import can be taken back. */
const UNDO_MS = 30 * 24 * 3_600_000;

/** Brings people in from a roster: looked at first, then brought in at once, and taken back while nobody has begun. */
@Injectable()
export class ImportRoster {
  constructor(@Inject(RolesHeld) private readonly roles: RolesHeld) {}

  /** What would become of the rows. */
  async look(view: Reading, programId: string, rows: readonly RosterRow[]): Promise<ImportTrialView> {
    const readings = await this.readings(view, programId, rows);
    const problems = readings.map((one) => ('problem' in one ? { problem: one.problem } : {}));
    const wrong = problems.filter((one) => 'problem' in one).length;
    return { rows: problems, ready: rows.length - wrong, wrong };
  }

  /**
   * Brings the ready rows in; sent again under the same id it is done once.
   * @throws ProblemException `people/changed` where others are ready than when they were looked at
   */
  async run(tx: Tx, programId: string, { id, rows, ready }: PeopleImportBody): Promise<void> {
    await tx.hold(ProgramRow, { id: programId });
    if (await tx.manager.existsBy(RosterImportRow, { programId, id })) return;
    const readings = await this.readings(tx, programId, rows);
    const entries = readings.flatMap((one) => ('entry' in one ? [one.entry] : []));
    if (entries.length !== ready) throw problem('people/changed');
    const roleIds: string[] = [];
    for (const entry of entries) roleIds.push(await this.bringIn(tx, programId, entry));
    const made = { importedById: tx.actor.personId, importedAt: tx.now, undoneAt: null };
    await tx.insert(RosterImportRow, { programId, id, roleIds, ...made });
    tx.record('roster.imported', { programId, id }, {});
  }

  /**
   * Takes the roles of an import back, all of them.
   * @throws ProblemException `people/import-over`, `people/import-in-use` (detail: name) where somebody has begun
   */
  async undo(tx: Tx, { programId, importId: id }: { programId: string; importId: string }): Promise<void> {
    await tx.hold(ProgramRow, { id: programId });
    const made = await tx.manager.findOneBy(RosterImportRow, { programId, id });
    if (!made) throw problem('access/not-found');
    if (made.undoneAt !== null || made.importedAt + UNDO_MS <= tx.now) throw problem('people/import-over');
    const given = await tx.manager.findBy(RoleRow, { programId, id: In([...made.roleIds]) });
    for (const { personId } of given) await this.assertNotBegun(tx, programId, personId);
    for (const held of given) {
      await this.roles.assertDirected(tx, held, null);
      await tx.remove(RoleRow, { programId, id: held.id });
      tx.record('role.taken-back', { programId, id: held.id }, {});
    }
    await tx.update(RosterImportRow, { programId, id }, { undoneAt: tx.now });
    tx.record('roster.import-undone', { programId, id }, {});
  }

  /** The newest import that can be taken back; null without one. */
  newest({ manager, now }: Reading, programId: string): Promise<RosterImportRow | null> {
    return manager.findOne(RosterImportRow, {
      where: { programId, undoneAt: IsNull(), importedAt: atOrAfter(now - UNDO_MS + 1) },
      order: { importedAt: 'DESC', id: 'DESC' },
    });
  }

  private async readings(
    { manager, actor }: Reading,
    programId: string,
    rows: readonly RosterRow[],
  ): Promise<ReturnType<typeof readRoster>> {
    const held = await manager
      .createQueryBuilder(RoleRow, 'held')
      .innerJoin(PersonRow, 'person', 'person.id = held.personId')
      .where('held.programId = :programId', { programId })
      .select(['person.name AS name', 'person.email AS email', 'held.role AS role'])
      .addSelect(['held.fromOn AS fromOn', 'held.toOn AS toOn'])
      .getRawMany<RosterHeld>();
    const mayGive = roles.filter((role) => can.giveRole(actor, programId, { role, ofId: '' }).ok);
    return readRoster(rows, { held, mayGive });
  }

  /** @returns the id of the role */
  private async bringIn(tx: Tx, programId: string, entry: RosterEntry): Promise<string> {
    const { name, email, role, fromOn, toOn, cohort, baseSpecialty = '' } = entry;
    const known = await tx.manager.findOneBy(PersonRow, { email });
    const personId = known?.id ?? tx.newId();
    if (!known) {
      const person = { id: personId, email, name, baseSpecialty, salt: newSalt() };
      await tx.insert(PersonRow, { ...person, disabledAt: null, createdAt: tx.now });
      tx.record('person.added', { id: personId }, {});
    }
    const id = tx.newId();
    const given = { id, role, fromOn, toOn, ...(cohort === undefined ? {} : { cohort }) };
    await this.roles.give(tx, { programId, personId }, given);
    return id;
  }

  private async assertNotBegun({ manager }: Tx, programId: string, personId: string): Promise<void> {
    const hasBegun =
      (await manager.existsBy(CredentialRow, { personId })) ||
      (await manager.existsBy(QualificationRow, { programId, personId })) ||
      (await manager.existsBy(EntryRow, [
        { programId, fellowId: personId },
        { programId, supervisorId: personId },
        { programId, assignedId: personId },
      ]));
    if (!hasBegun) return;
    const { name } = await manager.findOneByOrFail(PersonRow, { id: personId });
    throw new ProblemException('people/import-in-use', [], { name });
  }
}
