import { Inject, Injectable } from '@nestjs/common';
import { can } from '@countersign/domain/access';
import type { AddPersonBody, ChangePersonBody } from '@countersign/contracts/people/bodies';
import type { Tx } from '../db/context';
import { newSalt } from '../db/salt';
import { CredentialRow, newPassword, PersonRow, RoleRow } from '../people/person.row';
import { must, problem, ProblemException } from '../platform/problem';
import { ProgramRow } from '../programs/program.row';
import { beginRest } from '../sessions/rests';
import { Sessions } from '../sessions/sessions';
import { KeptAccounts } from './accounts';
import { RolesHeld, type MemberKey } from './roles-held';

/** Lets people in, changes what they are called, closes and opens their accounts. */
@Injectable()
export class ChangePeople {
  constructor(
    @Inject(KeptAccounts) private readonly accounts: KeptAccounts,
    @Inject(RolesHeld) private readonly roles: RolesHeld,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /**
   * Adds somebody with a first role. One who has an account keeps it, and the name in it: whoever keeps one program does
   * not rename people of another.
   */
  async add(tx: Tx, programId: string, body: AddPersonBody): Promise<void> {
    const { id, name, baseSpecialty = '', role } = body;
    const email = body.email.toLowerCase();
    await tx.hold(ProgramRow, { id: programId });
    const known = await tx.manager.findOneBy(PersonRow, { email });
    const held = known ? await tx.manager.findBy(RoleRow, { programId, personId: known.id }) : [];
    if (held.some((one) => one.id === role.id)) return;
    if (held.length > 0) throw taken();
    if (!known) {
      if (await tx.manager.existsBy(PersonRow, { id })) throw problem('people/id-taken');
      await this.letIn(tx, { id, email, name, baseSpecialty });
    }
    await this.roles.give(tx, { programId, personId: known?.id ?? id }, role, '/role');
  }

  /**
   * Makes an account for somebody who has none yet.
   * @param secret hash of a first password, which its person has to change; without one they are let in by a link
   */
  async letIn(
    tx: Tx,
    person: Pick<PersonRow, 'id' | 'email' | 'name' | 'baseSpecialty'>,
    secret?: string,
  ): Promise<void> {
    const { id } = person;
    await tx.insert(PersonRow, { ...person, salt: newSalt(), disabledAt: null, createdAt: tx.now });
    if (secret !== undefined)
      await tx.insert(CredentialRow, newPassword({ personId: id, secret, chosenAt: null }, tx.now));
    tx.record('person.added', { id }, {});
  }

  /**
   * Changes name, e-mail and base specialty. What is printed on signatures is of its day and stays. Links go to the new
   * e-mail: where somebody else changed it, nothing is decided and signed for a while, as after a password that somebody else let be
   * replaced.
   */
  async change(tx: Tx, { programId, personId: id }: MemberKey, body: ChangePersonBody): Promise<void> {
    const { name, baseSpecialty = '', seen } = body;
    const email = body.email.toLowerCase();
    await this.accounts.load(tx, programId, id);
    const other = await tx.manager.findOneBy(PersonRow, { email });
    if (other && other.id !== id) throw taken();
    const { name: seenName, email: seenEmail, baseSpecialty: seenBase } = seen;
    const where = { id, name: seenName, email: seenEmail, baseSpecialty: seenBase };
    if ((await tx.update(PersonRow, where, { name, email, baseSpecialty })) === 0)
      throw problem('people/changed');
    tx.record('person.changed', { id }, {});
    if (email !== seenEmail && id !== tx.actor.personId) await beginRest(tx, id);
  }

  /** Closes an account: its sessions end with it. Closed twice it is closed once. */
  async disable(tx: Tx, { programId, personId: id }: MemberKey): Promise<void> {
    const { disabledAt } = await this.loadOther(tx, programId, id);
    if (disabledAt !== null) return;
    for (const held of await tx.manager.findBy(RoleRow, { personId: id, role: 'director' })) {
      await tx.hold(ProgramRow, { id: held.programId });
      await this.roles.assertDirected(tx, held, null);
    }
    await tx.update(PersonRow, { id }, { disabledAt: tx.now });
    tx.record('person.disabled', { id }, {});
    await this.sessions.closeAll(tx, id, 'disabled');
  }

  /** Opens a closed account again. */
  async enable(tx: Tx, { programId, personId: id }: MemberKey): Promise<void> {
    const { disabledAt } = await this.loadOther(tx, programId, id);
    if (disabledAt === null) return;
    await tx.update(PersonRow, { id }, { disabledAt: null });
    tx.record('person.enabled', { id }, {});
  }

  /** Somebody else whose account the actor keeps; that of a director only another one does. */
  private async loadOther(tx: Tx, programId: string, id: string): Promise<PersonRow> {
    await tx.hold(PersonRow, { id });
    const person = await this.accounts.load(tx, programId, id);
    if (id === tx.actor.personId) throw problem('people/own-role');
    for (const { programId: where, role } of await tx.manager.findBy(RoleRow, { personId: id }))
      must(can.giveRole(tx.actor, where, { role, ofId: id }));
    return person;
  }
}

function taken(): ProblemException {
  return new ProblemException('people/email-taken', [{ pointer: '/email', code: 'people/email-taken' }]);
}
