import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { can, type Actor } from '@countersign/domain/access';
import type { Reading } from '../db/context';
import { PersonRow, RoleRow } from '../people/person.row';
import { must, problem } from '../platform/problem';

/**
 * Whose account an actor keeps: that of a person who belongs to no program that the actor does not keep, and of somebody
 * who directs one only as a director.
 */
@Injectable()
export class KeptAccounts {
  /** Which of these people belong to another program too. */
  async elsewhere({ manager, actor }: Reading, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (personIds.length === 0) return new Set();
    const kept = keptBy(actor);
    const found = await manager.find(RoleRow, {
      where: { personId: In([...personIds]), programId: Not(In(kept)) },
      select: { programId: true, id: true, personId: true },
    });
    return new Set(found.map(({ personId }) => personId));
  }

  /**
   * A person of the program whose account the actor keeps.
   * @throws ProblemException `access/not-found`, `people/elsewhere`, `people/director-only`
   */
  async load(view: Reading, programId: string, personId: string): Promise<PersonRow> {
    const { manager } = view;
    const person = await manager.findOneBy(PersonRow, { id: personId });
    const held = await manager.findBy(RoleRow, { personId });
    if (person === null || !held.some((one) => one.programId === programId))
      throw problem('access/not-found');
    if ((await this.elsewhere(view, [personId])).has(personId)) throw problem('people/elsewhere');
    for (const { programId: where, role } of held) must(can.keepAccount(view.actor, where, role));
    return person;
  }
}

/** The programs whose people the actor keeps; one at least, so that a condition on them reads well. */
function keptBy(actor: Actor): string[] {
  const kept = actor.roles
    .map(({ programId }) => programId)
    .filter((programId) => can.giveRole(actor, programId, { role: 'staff', ofId: '' }).ok);
  return kept.length === 0 ? [''] : kept;
}
