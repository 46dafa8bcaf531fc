import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../db/context';
import { CredentialRow, newPassword, PersonRow } from '../people/person.row';
import { demoPasswordOf } from '../sessions/demo-password';
import { Passwords } from '../sessions/password';

/** Gives a person of the demo a password to sign with, when somebody first signs in as that person. */
@Injectable()
export class DemoPasswords {
  constructor(@Inject(Passwords) private readonly passwords: Passwords) {}

  /** Made twice it is the first. @returns the stored hash that it fits */
  async make(tx: Tx, personId: string): Promise<string> {
    const key = { personId, kind: 'password' } as const;
    const known = await tx.manager.findOneBy(CredentialRow, key);
    if (known) return known.secret;
    const person = await tx.manager.findOneByOrFail(PersonRow, { id: personId });
    const secret = await this.passwords.hash(demoPasswordOf(person));
    await tx.insert(CredentialRow, newPassword({ personId, secret, chosenAt: null }, tx.now));
    tx.record('person.password-made', { id: personId }, {});
    return secret;
  }
}
