import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@countersign/domain/access';
import { Db } from '../db/db';
import type { CredentialRow } from '../people/person.row';
import { Passwords } from './password';
import { SignIn } from './sign-in';
import { Throttle } from './throttle';

/** The password of somebody who is signed in, asked for again. */
@Injectable()
export class OwnPassword {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Throttle) private readonly throttle: Throttle,
  ) {}

  /**
   * Looks whether it fits. The hash is compared where no transaction is open, and a wrong try is counted in a write of its
   * own, so that nothing that is refused later takes the count back.
   * @returns the credential that it fits; null for a wrong one
   */
  async fits(actor: Actor, password: string): Promise<CredentialRow | null> {
    const { personId } = actor;
    const held = await this.db.glance(actor, (view) => this.signIn.passwordOf(view, personId));
    const begun = await this.throttle.begin({ name: personId, failures: held?.failures ?? 0 });
    if (await this.passwords.fits(held?.secret ?? null, password)) {
      begun.right();
      return held;
    }
    await this.db.write(actor, (tx) => this.signIn.countFailure(tx, personId));
    return null;
  }
}
