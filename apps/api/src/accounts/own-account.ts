import { Inject, Injectable } from '@nestjs/common';
import { PASSWORD_ALONE } from '@countersign/domain/password';
import type { ChangePasswordBody } from '@countersign/contracts/account/bodies';
import type { AccountView } from '@countersign/contracts/account/views';
import type { Actor } from '@countersign/domain/access';
import type { Reading, Tx } from '../db/context';
import { Db } from '../db/db';
import { CredentialRow, PersonRow } from '../people/person.row';
import { problem } from '../platform/problem';
import { Passwords } from '../sessions/password';
import { PasswordRules } from '../sessions/password-rules';
import { Sessions, type Opening } from '../sessions/sessions';
import { SignIn } from '../sessions/sign-in';
import { Throttle } from '../sessions/throttle';
import { placesOf } from './places';

/** What somebody does with the own account. */
@Injectable()
export class OwnAccount {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(PasswordRules) private readonly rules: PasswordRules,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Throttle) private readonly throttle: Throttle,
  ) {}

  /** Password and sessions. */
  async view(view: Reading, sessionId: string): Promise<AccountView> {
    const password = await this.signIn.passwordOf(view, view.actor.personId);
    const { chosenAt, signsFrom } = password ?? { chosenAt: null, signsFrom: null };
    const sessions = await this.sessions.own(view);
    return {
      least: PASSWORD_ALONE,
      ...(chosenAt === null ? {} : { chosenAt }),
      ...(signsFrom === null || signsFrom <= view.now ? {} : { signsFrom }),
      sessions: sessions.map(({ id, device, openedAt, seenAt }) => ({
        ...{ id, openedAt, seenAt, isThis: id === sessionId },
        ...(device === null ? {} : { device }),
      })),
    };
  }

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
    const { held, known } = await this.db.read(actor, async (view) => {
      const person = await view.manager.findOneByOrFail(PersonRow, { id: personId });
      const { name, email } = person;
      const found = await this.signIn.passwordOf(view, personId);
      return { held: found, known: { name, email, places: await placesOf(view, personId) } };
    });
    const begun = await this.throttle.begin({ name: personId, failures: held?.failures ?? 0 });
    if (!(await this.passwords.fits(held?.secret ?? null, current)) || held === null) {
      await this.db.write(actor, (tx) => this.signIn.countFailure(tx, personId));
      throw problem('account/password-wrong');
    }
    begun.right();
    this.rules.check(password, known, password === current);
    const secret = await this.passwords.hash(password);
    return this.db.write(actor, async (tx) => {
      const obstacle = await this.signIn.stillFits(tx, personId, held.secret);
      if (obstacle !== null && obstacle.why !== 'after-reset') throw problem('account/password-wrong');
      await tx.update(CredentialRow, { personId, kind: 'password' }, { secret, chosenAt: tx.now });
      tx.record('person.password-changed', { id: personId }, {});
      await this.sessions.closeAll(tx, personId, 'password-changed');
      return this.sessions.open(tx, personId, opening);
    });
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
