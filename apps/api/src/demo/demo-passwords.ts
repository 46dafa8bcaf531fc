import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../db/context';
import { CredentialRow, newPassword, PersonRow } from '../people/person.row';
import { demoPasswordOf } from '../sessions/demo-password';
import { Passwords } from '../sessions/password';

/** Gives a person of the demo a password to sign with, when somebody first signs in as that person. */
@Injectable()
export class DemoPasswords {
  constructor(@Inject(Passwords) private readonly passwords: Passwords) {}

  /** Made twice it is the first. */
  async make(tx: Tx, personId: string): Promise<void> {
    const key = { personId, kind: 'password' } as const;
    if (await tx.manager.existsBy(CredentialRow, key)) return;
    const person = await tx.manager.findOneByOrFail(PersonRow, { id: personId });
    const secret = await this.passwords.hash(demoPasswordOf(person));
    await tx.insert(CredentialRow, newPassword({ personId, secret, chosenAt: null }, tx.now));
    tx.record('person.password-made', { id: personId }, {});
  }
}
