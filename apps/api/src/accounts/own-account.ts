import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@countersign/domain/access';
import type { ChangePasswordBody } from '@countersign/contracts/account/bodies';
import type { Tx } from '../db/context';
import { Db } from '../db/db';
import { CredentialRow, PersonRow } from '../people/person.row';
import { problem } from '../platform/problem';
import { OwnPassword } from '../sessions/own-password';
import { PasswordRules } from '../sessions/password-rules';
import { Sessions, type Opening } from '../sessions/sessions';
import { SignIn } from '../sessions/sign-in';
import { placesOf } from './places';

/** What somebody does with the own account. */
@Injectable()
export class OwnAccount {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(OwnPassword) private readonly own: OwnPassword,
    @Inject(PasswordRules) private readonly rules: PasswordRules,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SignIn) private readonly signIn: SignIn,
  ) {}

  /**
   * Changes the password of whoever asks; all sessions end, and this browser gets a new one.
   * @returns its token
   * @throws ProblemException `account/password-wrong`, `password/…`
   */
  async changePassword(
    actor: Actor,
    { current, password }: ChangePasswordBody,
    opening: Opening,
  ): Promise<string> {
    const { personId } = actor;
    const held = await this.prove(actor, current);
    const known = await this.db.read(actor, async (view) => {
      const { name, email } = await view.manager.findOneByOrFail(PersonRow, { id: personId });
      return { name, email, places: await placesOf(view, personId) };
    });
    const secret = await this.rules.choose(password, known, password === current);
    return this.db.write(actor, async (tx) => {
      const obstacle = await this.signIn.stillFits(tx, personId, held.secret);
      if (obstacle !== null && obstacle.why !== 'after-reset') throw problem('account/password-wrong');
      await tx.update(CredentialRow, { personId, kind: 'password' }, { secret, chosenAt: tx.now });
      tx.record('person.password-changed', { id: personId }, {});
      await this.sessions.closeAll(tx, personId, 'password-changed');
      return this.sessions.open(tx, personId, opening);
    });
  }

  /** @throws ProblemException `account/password-wrong`, which is counted */
  async prove(actor: Actor, password: string): Promise<CredentialRow> {
    const held = await this.own.fits(actor, password);
    if (held === null) throw problem('account/password-wrong');
    return held;
  }

  /** Ends one of the own sessions. @throws ProblemException `access/not-found` for any other */
  async endSession(tx: Tx, sessionId: string): Promise<void> {
    const own = await this.sessions.own(tx);
    if (!own.some(({ id }) => id === sessionId)) throw problem('access/not-found');
    await this.sessions.endOne(tx, sessionId);
  }

  /** Ends all of them. */
  signOutEverywhere(tx: Tx): Promise<void> {
    return this.sessions.closeAll(tx, tx.actor.personId, 'signed-out');
  }
}
